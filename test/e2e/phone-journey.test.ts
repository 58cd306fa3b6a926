import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createApiKey } from '#modules/accounts/index.ts';
import { systemClock } from '#platform/clock.ts';
import { aCustomer, haveCustomers } from '#test/a-customer.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { launchChromium } from '#test/chromium.ts';
import { useDb } from '#test/use-db.ts';
import { aWholeServer } from './a-whole-server.ts';

const t = useDb({ profile: true });
let server: Awaited<ReturnType<typeof aWholeServer>>;
let browser: Browser;
let key: string;
beforeAll(async () => {
  server = await aWholeServer(t);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  await aStaffMember(t.owner, 'agent', 'CSKH');
  const wanted = {
    name: 'Tổng đài',
    role: 'agent',
    unitCode: 'CSKH',
    channel: 'phone',
    createdBy: 'x',
  } as const;
  key = (await createApiKey({ db: t.db, clock: systemClock }, wanted)).token;
});

async function tell(event: Record<string, unknown>): Promise<{ id: string }> {
  const answer = await fetch(`${server.base}/api/v1/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ at: new Date().toISOString(), line: '19001006', extension: '101', ...event }),
  });
  expect(answer.status).toBe(200);
  return z.object({ id: z.string() }).parse(await answer.json());
}

async function anAgent(javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${server.base}/bang/dang-nhap/minh-hoa`);
  await page.getByRole('button', { name: 'agent CSKH' }).click();
  await page.waitForURL(/\/bang$/);
  await page.goto(`${server.base}/bang/goi`);
  await page.getByLabel('Số máy nhánh').fill('101');
  await page.keyboard.press('Enter');
  await page.getByText('Cuộc gọi đến máy 101 sẽ hiện lên màn hình này.').waitFor();
  return page;
}

/** Only the keyboard, and how often it was touched. */
function aKeyboard(page: Page) {
  const used = { strokes: 0 };
  return {
    used,
    type: async (text: string) => {
      used.strokes += [...text].length;
      await page.keyboard.type(text);
    },
    press: async (name: string) => {
      used.strokes += 1;
      await page.keyboard.press(name);
    },
    /** Tab, until this input has the focus. */
    tabTo: async (id: string) => {
      for (let tabs = 0; (await focused(page)) !== id; tabs++) {
        expect(tabs, `from ${await focused(page)} to ${id}`).toBeLessThan(12);
        used.strokes += 1;
        await page.keyboard.press('Tab');
      }
    },
  };
}
const focused = (page: Page) => page.evaluate<string>('document.activeElement?.id ?? ""');

test('a call rings, the caller is on the screen, the case is taken by keyboard, and the customer follows it', async () => {
  await haveCustomers(
    t.db,
    aCustomer({
      code: 'PB05080012345',
      unitCode: 'PB0508',
      phones: ['+84912345678'],
      name: 'Nguyễn Thị Đào',
    }),
  );
  const page = await anAgent();
  await page.goto(`${server.base}/bang`);
  await expect
    .poll(() => page.evaluate('performance.getEntriesByName(location.origin + "/bang/goi/dang-reo").length'))
    .toBe(1);

  const times: number[] = [];
  const ring = async (callId: string) => {
    await page.getByRole('link', { name: 'Hồ sơ', exact: true }).click();
    await page.waitForSelector('.queue');
    const rang = performance.now();
    const { id } = await tell({ callId, event: 'ringing', caller: '0912345678' });
    await page.waitForSelector('.call-head');
    times.push(Math.round(performance.now() - rang));
    return id;
  };
  await ring('journey-0');
  await ring('journey-00');
  const id = await ring('journey-1');
  process.stdout.write(`from the ring to the caller's page: ${times.join(', ')} ms\n`);
  // The promise is 500 ms. A machine that runs other tests beside this one is given more.
  expect(Math.min(...times)).toBeLessThan(1500);
  expect(page.url()).toBe(`${server.base}/bang/goi/${id}`);
  expect(await page.textContent('.call-head')).toContain('0912 345 678');
  expect(await page.textContent('.call-head')).toContain('Nguyễn Thị Đào');
  expect(await page.textContent('.known')).toContain('PB05080012345001');
  await tell({ callId: 'journey-1', event: 'answered', caller: '0912345678' });
  await expect.poll(() => page.textContent('.call-head .badge')).toBe('Đang nói');

  const keyboard = aKeyboard(page);
  const began = performance.now();
  await expect.poll(() => focused(page)).toBe('said');
  await keyboard.type('công tơ chạy nhanh, nhờ kiểm tra công tơ điện');
  await expect.poll(() => page.inputValue('#service')).toBe('kiem-tra-cong-to');
  expect(await page.inputValue('#unit')).toContain('PB0508');
  await page.waitForSelector('#questions [name="field.problem"]');
  await keyboard.tabTo('field.problem');
  await keyboard.type('tháng này tăng gấp đôi');
  await keyboard.tabTo('name');
  await keyboard.press('Enter');
  await page.waitForSelector('.code-aloud');
  const took = (performance.now() - began) / 1000;
  process.stdout.write(
    `a case by keyboard alone: ${took.toFixed(1)} s, ${keyboard.used.strokes} key strokes\n`,
  );
  expect(took).toBeLessThan(40);
  expect(keyboard.used.strokes).toBeLessThan(120);
  const code = (await page.textContent('.code-aloud .code')) ?? '';

  const customer = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await customer.goto(`${server.base}/theo-doi`);
  await customer.getByLabel('Mã hồ sơ').fill(code);
  await customer.getByLabel('Số điện thoại hoặc e-mail').fill('0912 345 678');
  await customer.getByRole('button', { name: 'Xem hồ sơ' }).click();
  await customer.waitForURL(new RegExp(`/ho-so/${code.replaceAll('-', '')}$`));
  const [row] = await t.owner.selectFrom('cases').selectAll().execute();
  expect(row).toMatchObject({ channel: 'phone', customer_code: 'PB05080012345', unit_code: 'PB0508' });
}, 90_000);

test('over something half typed a call only says so, and nothing typed is lost', async () => {
  const page = await anAgent();
  await page.goto(`${server.base}/bang/goi/moi`);
  await page.fill('#said', 'Đang ghi dở cho khách khác');
  const { id } = await tell({ callId: 'journey-2', event: 'ringing', caller: '0987654321' });
  const banner = page.locator('#call-banner a');
  await banner.waitFor();
  expect(await page.inputValue('#said')).toBe('Đang ghi dở cho khách khác');
  const opens = page.context().waitForEvent('page');
  await banner.click();
  const other = await opens;
  await other.waitForSelector('.call-head');
  expect(other.url()).toContain(id);
  expect(await page.inputValue('#said')).toBe('Đang ghi dở cho khách khác');

  await tell({ callId: 'journey-3', event: 'ringing', caller: '0987654321' });
  await page.bringToFront();
  await banner.waitFor();
  await tell({ callId: 'journey-3', event: 'abandoned', extension: null });
  await banner.waitFor({ state: 'detached' });
}, 60_000);

test('without scripts: the ringing call stands in the list, the guess is a button, a refusal keeps what was typed', async () => {
  const page = await anAgent(false);
  await tell({ callId: 'journey-4', event: 'ringing', caller: '0903 111 222' });
  await page.goto(`${server.base}/bang/goi`);
  await page.getByRole('link', { name: '0903 111 222' }).click();
  await page.getByLabel('Khách hàng nói gì').fill('Xin kiểm tra công tơ, nhà ở thị xã Hòa Thành, Tây Ninh');
  await page.getByRole('button', { name: 'Đoán dịch vụ và điện lực' }).click();
  expect(await page.inputValue('#service')).toBe('kiem-tra-cong-to');
  expect(await page.inputValue('#unit')).toContain('PB0508');
  await page.getByRole('button', { name: 'Mở hồ sơ', exact: true }).click();
  expect(await page.locator('#name-error').count()).toBe(1);
  expect(await page.inputValue('#said')).toContain('thị xã Hòa Thành');
  await page.getByLabel('Họ và tên').fill('Trần Văn Sang');
  await page.getByLabel('Địa chỉ nơi dùng điện').fill('Số 9, phường Long Hoa');
  await page.getByLabel('Công tơ có dấu hiệu gì?').fill('chạy nhanh');
  await page.getByRole('button', { name: 'Mở hồ sơ', exact: true }).click();
  expect(await page.textContent('.code-aloud .code')).toMatch(/^\d{4}-\d{4}-\d{3}$/);
  expect(await page.locator('#said').count()).toBe(0);
}, 60_000);
