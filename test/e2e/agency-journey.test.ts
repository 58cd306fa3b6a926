import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#modules/organisation/index.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase, type Crossing } from '#test/a-crossing-case.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { looksRight } from '#test/axe.ts';
import { launchChromium } from '#test/chromium.ts';
import { useDb } from '#test/use-db.ts';
import { aWholeServer } from './a-whole-server.ts';

const t = useDb({ keeps: true });
let server: Awaited<ReturnType<typeof aWholeServer>>;
let browser: Browser;
let found: Crossing;
let officer: Actor;
let crossingVersionId: number;
const complaints: string[] = [];

beforeAll(async () => {
  server = await aWholeServer(t);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeAll(async () => {
  await aUtility(t.owner);
  await aNamedUtility(t.owner);
  ({ crossingVersionId } = await aProvince(t.owner));
  officer = await aStaffMember(t.owner, 'officer', 'P72_SXD');
  const address = { unit_code: 'P72_SGT', valid_from: '2018-01-01', email: 'vt@example.com', source: 'x' };
  await t.owner.insertInto('body_addresses').values(address).execute();
});
beforeEach(async () => {
  complaints.length = 0;
  found = await aCrossingCase(t, crossingVersionId);
});

async function aPage(javaScriptEnabled: boolean, width = 360): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}
async function enter(page: Page, who: Actor): Promise<void> {
  await page.goto(`${server.base}/bang/dang-nhap/minh-hoa`);
  await page.getByRole('button', { name: who.name, exact: false }).first().click();
  await page.waitForURL(who.role === 'officer' ? /\/co-quan$/ : /\/bang$/);
}
/** Opens the form of an act and sends it, as a person would. */
async function answer(
  page: Page,
  slug: string,
  fillIn: (form: ReturnType<Page['locator']>) => Promise<void>,
) {
  const act = page.locator(`#${slug}`);
  await act.waitFor();
  if ((await act.getAttribute('open')) === null) await act.locator('summary').click();
  await fillIn(act.locator('form'));
  await act.locator('form button').click();
  await page.waitForURL(new RegExp(`xong=${slug}`));
}
const shown = () => found.code.replace(/^(\d{4})(\d{4})(\d{3})$/, '$1-$2-$3');
const pdf = {
  name: 'van-ban.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4 made up %%EOF'),
};
const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const theDay = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

describe.each([
  ['scripts off', false],
  ['scripts on', true],
])('with %s', (_, scripts) => {
  test('an officer acknowledges, asks the customer, who answers; then grants, and the unit sees all of it', async () => {
    const page = await aPage(scripts);
    await enter(page, officer);
    await page.getByRole('link', { name: shown() }).click();
    await answer(page, 'da-nhan', async () => {});
    await answer(page, 'yeu-cau-bo-sung', async (form) => {
      await form.locator('textarea').fill('Bản vẽ tuyến rõ hơn');
      await form.locator('input[type=date]').fill(inAMonth());
    });
    const customer = await aPage(scripts);
    await customer.goto(`${server.base}/theo-doi?ma=${found.code}`);
    await customer.getByLabel('Số điện thoại hoặc e-mail').fill('0912345678');
    await customer.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await customer.waitForURL(/ho-so/);
    expect(await customer.textContent('#co-quan')).toContain('Bản vẽ tuyến rõ hơn');
    await customer.locator('#co-quan textarea').fill('Tôi gửi bản vẽ');
    await customer.locator('#co-quan input[type=file]').setInputFiles(pdf);
    await customer.locator('#co-quan button').click();
    await customer.waitForURL(/xong=bo-sung-co-quan/);
    expect(await customer.textContent('#co-quan')).toContain('Sở Xây dựng đã nhận hồ sơ lúc');
    await page.reload();
    await answer(page, 'chap-thuan', async (form) => {
      await form.locator('input[name=number]').fill('125/SXD');
      await form.locator('input[type=date]').fill(theDay());
      await form.locator('input[type=file]').setInputFiles(pdf);
    });
    expect(await page.textContent('.timeline')).toContain('Chấp thuận. 125/SXD');
    const clerk = await aPage(scripts);
    await enter(clerk, found.clerk);
    await clerk.goto(`${server.base}/bang/ho-so/${found.code}`);
    expect(await clerk.textContent('#co-quan')).toContain('Chấp thuận. 125/SXD');
    expect(complaints).toEqual([]);
  }, 60_000);
});

test('the letter of a body without officers opens its page; with the keyboard alone it is acknowledged', async () => {
  const letter = () =>
    t.owner
      .selectFrom('notices')
      .select('body_text')
      .where('kind', '=', 'agency_task')
      .where('body_text', 'like', `%${shown()}%`)
      .executeTakeFirst();
  await expect.poll(letter, { timeout: 15_000 }).toBeTruthy();
  const link = new URL(/http\S+\/co-quan\/viec\/\S+/.exec((await letter())?.body_text ?? '')?.[0] ?? '');
  const page = await aPage(false);
  await page.goto(`${server.base}${link.pathname}`);
  await page.locator('#da-nhan summary').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/xong=da-nhan/);
  const row = await t.owner
    .selectFrom('agency_tasks')
    .select(['received_by'])
    .where('unit_code', '=', 'P72_SGT')
    .where('case_id', '=', found.id)
    .executeTakeFirst();
  expect(row?.received_by).toBe('Sở Giao thông vận tải (vt@example.com)');
  await fine(page, link.pathname);
}, 60_000);

test('axe finds nothing wrong with any page, light or dark, and each fits a phone and a desk', async () => {
  const director = await aPage(true);
  await enter(director, found.director);
  await fine(director, '/bang/co-quan');
  await fine(director, `/bang/ho-so/${found.code}`);
  const page = await aPage(true);
  await enter(page, officer);
  const task = await page.getByRole('link', { name: shown() }).getAttribute('href');
  for (const path of ['/co-quan', '/co-quan?xem=da-tra-loi', task ?? '']) await fine(page, path);
}, 60_000);

async function fine(page: Page, path: string): Promise<void> {
  if (process.env.MOTCUA_PICTURES) await mkdir(process.env.MOTCUA_PICTURES, { recursive: true });
  const scripts = await page
    .context()
    .browser()
    ?.newContext({ storageState: await page.context().storageState() });
  const here = await scripts?.newPage();
  if (!here) throw new Error('no page');
  for (const width of [360, 1440]) {
    await here.setViewportSize({ width, height: 900 });
    const answered = await here.goto(`${server.base}${path}`);
    expect([path, answered?.status()]).toEqual([path, 200]);
    await looksRight(here, path, { widths: [width] });
    if (process.env.MOTCUA_PICTURES)
      await here.screenshot({
        path: `${process.env.MOTCUA_PICTURES}/${path.replace(/[^\w]+/g, '-').slice(0, 30)}-${width}.png`,
        fullPage: true,
      });
  }
  await scripts?.close();
}
