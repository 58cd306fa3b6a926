import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptCase, openCase } from '#modules/cases/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { systemClock } from '#platform/clock.ts';
import { textOf } from '#test/a-pdf.ts';
import { aRequest, aStaffMember } from '#test/a-utility.ts';
import { looksRight } from '#test/axe.ts';
import { launchChromium } from '#test/chromium.ts';
import { useDb } from '#test/use-db.ts';
import { aWholeServer, codeInOutbox } from './a-whole-server.ts';

const t = useDb({ profile: true });
let server: Awaited<ReturnType<typeof aWholeServer>>;
let browser: Browser;
beforeAll(async () => {
  server = await aWholeServer(t);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const aPage = async (javaScriptEnabled = true): Promise<Page> =>
  (await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 800 } })).newPage();

async function signIn(name: string): Promise<Page> {
  const page = await aPage();
  await page.goto(`${server.base}/bang/dang-nhap/minh-hoa`);
  await page.getByRole('button', { name, exact: false }).click();
  await page.waitForURL(/\/bang$/);
  return page;
}

async function look(page: Page, what: string) {
  if (what.startsWith('customer')) return; // without scripts axe cannot run: the same page is looked at below
  await looksRight(page, what);
  await page.setViewportSize({ width: 360, height: 800 });
}

const pdfAt = async (page: Page, path: string): Promise<Buffer> =>
  (await page.context().request.get(server.base + path)).body();

async function aCaseOfMediumVoltage(): Promise<string> {
  const deps = { db: t.db, clock: systemClock };
  const { id } = await t.owner
    .selectFrom('service_versions')
    .select('id')
    .where('service_code', '=', 'cap-dien-trung-ap-ngoai-sinh-hoat')
    .executeTakeFirstOrThrow();
  const details = { route: 'overhead', capacity_kva: '400' };
  const request = aRequest(id, { unitCode: 'PB0508', details });
  const { code } = await openCase(deps, customerActor('web', 'Khách', []), request);
  const clerk = await aStaffMember(t.owner, 'clerk', 'PB0508');
  await acceptCase(deps, clerk, { code, requestId: randomUUID() });
  return code;
}

test.each([
  ['off', false],
  ['on', true],
])(
  'a connection agreement is made, signed on the web without a visit, signed by the unit and checked; scripts %s',
  async (_, scripts) => {
    const code = await aCaseOfMediumVoltage();
    await aStaffMember(t.owner, 'unit_head', 'PB0508');
    await aStaffMember(t.owner, 'administrator', 'EVNSPC');

    const administrator = await signIn('administrator EVNSPC');
    await administrator.goto(`${server.base}/bang/khoa-ky`);
    await administrator.getByLabel('Mã đơn vị').first().fill('PB0508');
    await administrator.getByRole('button', { name: 'Tạo khóa' }).click();
    await administrator.getByText('Đơn vị có khóa mới.').waitFor();
    await look(administrator, 'keys');

    const clerk = await signIn('clerk PB0508');
    await clerk.goto(`${server.base}/bang/ho-so/${code}`);
    await look(clerk, 'case');
    await clerk.getByRole('link', { name: 'Lập văn bản' }).click();
    await clerk.getByRole('link', { name: 'Thỏa thuận đấu nối' }).click();
    await clerk.waitForURL(/mau=/);
    expect(await clerk.getByLabel(/Tổng công suất/).inputValue()).toBe('400');
    await clerk.getByRole('button', { name: 'Lập văn bản này' }).click();
    await clerk.getByText('Có mục cần sửa').waitFor();
    await look(clerk, 'form with mistakes');
    await clerk.getByLabel('Người đại diện của điện lực').fill('Lê Văn Hùng');
    await clerk.getByLabel('Điểm đấu nối').fill('Trụ 471TN/12');
    await clerk.getByLabel('Cấp điện áp (kV)').fill('22');
    await clerk.getByLabel('Đường dây').selectOption('overhead');
    await clerk.getByLabel('Yêu cầu kỹ thuật').fill('Máy cắt phụ tải 24 kV, chống sét van');
    await clerk.getByLabel('Đo đếm điện năng').fill('Đo đếm phía trung áp, TU và TI 24 kV');
    await clerk.getByLabel('Ranh giới').fill('Tại trụ 471TN/12');
    await clerk.getByRole('button', { name: 'Lập văn bản này' }).click();
    await clerk.getByText('Đã lập văn bản.').waitFor();
    await look(clerk, 'paper made');

    const customer = await aPage(scripts);
    const shown = scripts ? 'page of the customer' : 'customer without scripts';
    await customer.goto(`${server.base}/theo-doi?ma=${code}`);
    await customer.getByLabel(/Số điện thoại/).fill('0912 345 678');
    await customer.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await customer.getByRole('link', { name: 'Đọc và ký: Thỏa thuận đấu nối' }).waitFor();
    await look(customer, shown);
    await customer.getByRole('link', { name: 'Đọc và ký: Thỏa thuận đấu nối' }).click();
    await customer.waitForURL(/van-ban/);
    await look(customer, shown);
    const paper = new URL(customer.url()).pathname;
    expect(await textOf(await pdfAt(customer, `${paper}/tep`))).toContain('Trụ 471TN/12');
    await customer.getByLabel(/Điện thoại/).check();
    await customer.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
    await customer.getByLabel('Mã 6 số').fill('123');
    await customer.getByRole('button', { name: 'Tôi ký văn bản này' }).click();
    expect(await customer.getByRole('alert').textContent()).toMatch(/Mã chưa đúng/);
    await look(customer, shown);
    await customer.getByLabel('Mã 6 số').fill(await codeInOutbox(administrator, server.base));
    await customer.getByRole('button', { name: 'Tôi ký văn bản này' }).click();
    await customer.getByText('Anh/chị đã ký.').waitFor();
    await look(customer, shown);

    const head = await signIn('unit_head PB0508');
    await head.goto(`${server.base}/bang${paper}`);
    await look(head, 'paper to sign');
    await head.getByRole('button', { name: 'Ký số bằng khóa của đơn vị' }).click();
    await head.getByText('Đã ký văn bản.').waitFor();
    await look(head, 'paper signed');

    await customer.reload();
    const signed = await pdfAt(customer, `${paper}/tep`);
    const stranger = await aPage(scripts);
    const check = async (buffer: Buffer) => {
      await stranger.goto(`${server.base}/kiem-tra-van-ban`);
      const file = { name: 'thoa-thuan.pdf', mimeType: 'application/pdf', buffer };
      await stranger.getByLabel('Tệp PDF của văn bản').setInputFiles(file);
      await stranger.getByRole('button', { name: 'Kiểm tra' }).click();
      await stranger.locator('.notice').waitFor();
      await look(stranger, scripts ? 'checked' : 'customer without scripts');
      return (await stranger.locator('.notice').textContent()) ?? '';
    };
    expect(await check(signed)).toMatch(/Văn bản thật/);
    const changed = Buffer.from(signed);
    changed[5000] = (changed[5000] ?? 0) ^ 1;
    expect(await check(changed)).toMatch(/KHÔNG ĐÚNG BẢN GỐC/);
    expect(await check(Buffer.from('không phải PDF'))).toMatch(/không phải tệp PDF/);
    expect(await check(Buffer.alloc(11_000_000, 'x'))).toMatch(/Tệp quá lớn/);
    await stranger.goto(`${server.base}/kiem-tra-van-ban/${paper.split('/').at(-1)}`);
    expect(await stranger.getByText('Có văn bản mang số này').count()).toBe(1);
  },
  120_000,
);
