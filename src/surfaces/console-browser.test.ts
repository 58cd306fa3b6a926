import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { acceptCase, openCase } from '#modules/cases/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { aBuiltConsole } from '#test/a-built-console.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { aFailingEndpoint } from '#test/an-endpoint.ts';
import { looksRight } from '#test/axe.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let built: Awaited<ReturnType<typeof aBuiltConsole>>;
let browser: Browser;
let base: string;
let code: string;
const complaints: string[] = [];

beforeAll(async () => {
  built = await aBuiltConsole(t);
  ({ browser, base } = built);
});
afterAll(() => built.close());
beforeEach(async () => {
  complaints.length = 0;
  const { serviceVersionId } = await aUtility(t.owner);
  ({ code } = await openCase(t, customerActor('web', 'Khách', []), aRequest(serviceVersionId)));
});

async function enter(actor: Actor, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${base}/bang/dang-nhap/minh-hoa`);
  await page.getByRole('button', { name: actor.name, exact: false }).click();
  await page.waitForSelector('.queue');
  return page;
}

test('the page of a case follows what others do, and keeps what somebody is writing', async () => {
  const clerk = await aStaffMember(t.owner, 'clerk');
  const head = await aStaffMember(t.owner, 'unit_head');
  const page = await enter(clerk);
  await page.goto(`${base}/bang/ho-so/${code}`);
  await page.click('#tra-loi summary');
  await page.fill('#tra-loi textarea', 'Tôi đang gõ dở');
  await acceptCase(t, head, { code, requestId: randomUUID() });
  await page.waitForSelector('.case-line .state-accepted');
  expect(await page.inputValue('#tra-loi textarea')).toBe('Tôi đang gõ dở');
  expect(await page.locator('#tra-loi').getAttribute('open')).not.toBeNull();

  await page.click('#tra-loi button');
  await page.waitForSelector('.notice.bad');
  expect(await page.textContent('.notice.bad')).toContain('unit_head U1: Tiếp nhận');
  expect(await page.inputValue('#tra-loi textarea')).toBe('Tôi đang gõ dở');
  await page.click('#tra-loi button');
  await page.waitForSelector('.notice.good');
  expect(await page.textContent('.messages')).toContain('Tôi đang gõ dở');
  expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
});

test('a queue follows too, and its rows are walked with j and k', async () => {
  const clerk = await aStaffMember(t.owner, 'clerk');
  const page = await enter(clerk);
  expect(await page.locator('[data-key-row]').count()).toBe(1);
  const version = await t.owner.selectFrom('service_versions').select('id').executeTakeFirstOrThrow();
  await openCase(t, customerActor('web', 'Khách', []), aRequest(version.id));
  await expect.poll(() => page.locator('[data-key-row]').count()).toBe(2);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(
    await page.evaluate("document.querySelectorAll('[data-key-row]')[1] === document.activeElement"),
  ).toBe(true);
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.case');
  await page.keyboard.press('?');
  await page.waitForSelector('.keys');
  expect(complaints).toEqual([]);
});

test('everything works with scripts off', async () => {
  const page = await enter(await aStaffMember(t.owner, 'clerk'), false);
  await page.getByRole('link', { name: /\d{4}-\d{4}-\d{3}/ }).click();
  await page.getByRole('button', { name: 'Tiếp nhận' }).click();
  expect(await page.textContent('[role=status]')).toContain('Đã ghi: Tiếp nhận');
  await page.fill('#hoan-thanh-buoc input[name=product]', 'Biên bản');
  await page.getByRole('button', { name: 'Hoàn thành bước' }).click();
  expect(await page.textContent('.steps')).toContain('Biên bản');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  expect(page.url()).toContain('/bang/dang-nhap');
});

const paths = [
  '',
  '?tim=khong',
  '/ho-so/CODE',
  '/ho-so/CODE/bien-nhan',
  '/tong-quan',
  '/phim-tat',
  '/bao-mat',
  '/nhan-vien',
  '/thu-di',
  '/webhook',
  '/webhook/ENDPOINT',
  '/dang-nhap',
  '/dang-nhap/minh-hoa',
  '/dang-nhap/ma',
];
test('axe finds nothing wrong with any page, light or dark, and each fits a phone', async () => {
  await aNamedUtility(t.owner);
  const administrator = await aStaffMember(t.owner, 'administrator', 'T');
  const endpoint = await aFailingEndpoint(t, administrator);
  const page = await enter(administrator);
  for (const path of paths) {
    const here = path.replace('CODE', code).replace('ENDPOINT', endpoint);
    const answer = await page.goto(`${base}/bang${here}`);
    expect([path, answer?.status()]).toEqual([path, 200]);
    await looksRight(page, path, { widths: [360] });
  }
}, 60_000);

test('so do the pages of the counter: choosing, the form as it comes and as it comes back, and the receipt', async () => {
  await aNamedUtility(t.owner);
  const page = await enter(await aStaffMember(t.owner, 'clerk'));
  const clean = (name: string) => looksRight(page, name);
  await page.goto(`${base}/bang/quay`);
  await clean('choose');
  await page.goto(`${base}/bang/quay/supply?ma=T1`);
  await clean('form');
  await page.click('#form > button:last-child');
  await page.waitForSelector('.errors');
  await clean('refused');
  await page.fill('#customer_code', '');
  await page.fill('#name', 'Nguyễn Thị Đào');
  await page.fill('#phone', '0912345678');
  await page.fill('#address', 'Ấp 3');
  await page.check('[value=rural]');
  await page.check('[id="shown.identity"]');
  await page.check('#identity');
  await page.click('#form > button:last-child');
  await page.waitForSelector('.receipt');
  await page.emulateMedia({ media: 'screen' });
  await clean('receipt');
}, 60_000);

test('the script weighs less than 150 KB', async () => {
  expect((await stat(join(built.dist, 'assets/console.js'))).size).toBeLessThan(150_000);
});
