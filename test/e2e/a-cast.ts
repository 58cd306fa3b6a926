import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** For journeys in which many take part, without scripts: each signs in once, in a browser of their own. */
export function aCast(on: () => { browser: Browser; base: string }) {
  const people = new Map<string, Promise<Page>>();
  async function aPage(width = 1280): Promise<Page> {
    const context = await on().browser.newContext({
      javaScriptEnabled: false,
      viewport: { width, height: 900 },
    });
    return context.newPage();
  }
  async function signIn(name: string): Promise<Page> {
    const page = await aPage();
    await page.goto(`${on().base}/bang/dang-nhap/minh-hoa`);
    await page.getByRole('button', { name, exact: false }).click();
    await page.waitForURL(name.startsWith('officer') ? /\/co-quan$/ : /\/bang$/);
    return page;
  }
  return {
    aPage,
    signedIn(name: string): Promise<Page> {
      const page = people.get(name) ?? signIn(name);
      people.set(name, page);
      return page;
    },
    async go(page: Page, path: string): Promise<void> {
      const answered = await page.goto(on().base + path);
      expect([path, answered?.status()]).toEqual([path, 200]);
    },
  };
}

type FillIn = (form: Locator) => Promise<void>;

/** Opens the form of an act where it is closed, and sends it. */
export async function sendAct(
  page: Page,
  slug: string,
  fillIn: FillIn = async () => {},
  done = new RegExp(`xong=${slug}`),
): Promise<void> {
  const act = page.locator(`#${slug}`);
  if ((await act.getAttribute('open')) === null) await act.locator('summary').click();
  await fillIn(act.locator('form'));
  await act.locator('form button[type=submit]').click();
  await page.waitForURL(done);
}
