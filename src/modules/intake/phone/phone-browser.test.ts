import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#modules/organisation/index.ts';
import { aBuiltConsole } from '#test/a-built-console.ts';
import { aCustomer, haveCustomers } from '#test/a-customer.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aPhoneKey, tell, withApi } from '#test/a-switchboard.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { wrongsOf } from '#test/axe.ts';
import { useDb } from '#test/use-db.ts';
import { claimExtension } from './claim-extension.ts';

const t = useDb();
let built: Awaited<ReturnType<typeof aBuiltConsole>>;
let app: FastifyInstance;
let browser: Browser;
let base: string;
let key: string;
beforeAll(async () => {
  built = await aBuiltConsole(t, (made) => withApi(made, t));
  ({ app, browser, base } = built);
});
afterAll(() => built.close());
beforeEach(async () => {
  await aUtility(t.owner);
  await aNamedUtility(t.owner);
  key = await aPhoneKey(t);
  for (const code of ['U1000001', 'U1000002'])
    await haveCustomers(
      t.db,
      aCustomer({ code, unitCode: 'U1', phones: ['+84912345678'], name: 'Nguyễn Thị Đào' }),
    );
});

async function enter(actor: Actor): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await page.goto(`${base}/bang/dang-nhap/minh-hoa`);
  await page.getByRole('button', { name: actor.name }).click();
  await page.waitForSelector('.queue');
  return page;
}
const ring = async (callId: string, change: object = {}): Promise<string> => {
  const event = {
    callId,
    event: 'ringing',
    at: t.clock.now().toISOString(),
    caller: '0912345678',
    extension: '101',
  };
  return String((await tell(app, key, { ...event, ...change })).body.id);
};

test('a call comes up on the screen of whom it rings for, and on nobody else’s; who was away sees it on coming back', async () => {
  const [agent, other] = [
    await aStaffMember(t.owner, 'agent', 'CARE'),
    await aStaffMember(t.owner, 'agent', 'T'),
  ];
  await claimExtension(t, agent, { extension: '101', takeOver: false });
  const [mine, theirs] = [await enter(agent), await enter(other)];
  await expect
    .poll(() => mine.evaluate('performance.getEntriesByName(location.origin + "/bang/goi/dang-reo").length'))
    .toBe(1);
  await theirs.goto(`${base}/bang/goi`);
  const call = await ring('a');
  await mine.waitForURL(`${base}/bang/goi/${call}`);
  await theirs.getByRole('link', { name: '0912 345 678' }).waitFor();
  expect(theirs.url()).toBe(`${base}/bang/goi`);

  await mine.goto('about:blank');
  const second = await ring('b', { caller: '0987654321' });
  await mine.goto(`${base}/bang/tong-quan`);
  await mine.waitForURL(`${base}/bang/goi/${second}`);

  await mine.goto(`${base}/bang/tong-quan`);
  const asked = 'performance.getEntriesByName(location.origin + "/bang/goi/dang-reo").length';
  await expect.poll(() => mine.evaluate(asked)).toBe(1);
  expect(mine.url()).toBe(`${base}/bang/tong-quan`);
}, 60_000);

test('axe finds nothing wrong with any page, light or dark, and each fits a phone', async () => {
  const agent = await aStaffMember(t.owner, 'agent', 'CARE');
  const page = await enter(agent);
  const [ringing, answered] = [await ring('a'), await ring('b')];
  await ring('c', { event: 'abandoned' });
  await page.goto(`${base}/bang/goi/${answered}`);
  await page.click('.other-outcomes summary');
  await page.fill('[name=answered]', 'Hỏi giờ làm việc');
  await page.click('.other-outcomes button');
  await page.waitForSelector('.outcome');
  const paths = [
    '',
    `/${ringing}`,
    `/${answered}`,
    '/moi?khach=U1000001',
    '/so-lieu',
    '/so-lieu?theo=hour',
    '/danh-sach',
  ];
  for (const path of [...paths, 'refused']) {
    if (path === 'refused') {
      await page.goto(`${base}/bang/goi/${ringing}`);
      await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
      await page.waitForSelector('.errors');
      await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('said');
    } else await page.goto(`${base}/bang/goi${path}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // The page may look again at what it shows just now; whatever is really wrong stays wrong.
      await expect
        .poll(() => wrongsOf(page), { timeout: 6000, message: `${path} ${colorScheme}` })
        .toEqual([]);
    }
    expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 360]);
  }
}, 90_000);
