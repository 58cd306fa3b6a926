import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { findService } from '#modules/catalogue/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { systemClock } from '#platform/clock.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { aRequest, aStaffMember } from '#test/a-utility.ts';
import { launchChromium } from '#test/chromium.ts';
import { useDb } from '#test/use-db.ts';
import { aPhoto, aWholeServer } from './a-whole-server.ts';

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
beforeEach(async () => {
  await aStaffMember(t.owner, 'clerk', 'PB0508');
  await aStaffMember(t.owner, 'unit_head', 'PB0508');
  await aStaffMember(t.owner, 'desk_clerk', 'TINH72_HCC');
  await aStaffMember(t.owner, 'desk_clerk', 'TINH82_HCC');
});

/** Somebody of the staff, signed in. The counter is worked with scripts, the others' pages are looked at without. */
async function at(name: string, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${server.base}/bang/dang-nhap/minh-hoa`);
  await page.getByRole('button', { name, exact: false }).press('Enter');
  await page.waitForURL(/\/bang$/);
  return page;
}

/** An act on the page of a case, without scripts. */
async function act(page: Page, slug: string, fillIn: (form: Locator) => Promise<void> = async () => {}) {
  const form = page.locator(`#form-${slug}`);
  if (!(await form.isVisible())) await page.locator(`#${slug} > summary`).click();
  await fillIn(form);
  await form.locator('button[type=submit]').click();
  await page.waitForURL(new RegExp(`xong=${slug}`));
}

async function completeAll(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++)
    await act(page, 'hoan-thanh-buoc', (form) => form.getByRole('textbox').first().fill('Biên bản số 1'));
}

/** Walks by the Tab key alone until the input is reached. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await page.evaluate('document.activeElement?.id')) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never came to ${id}`);
}

/** What a customer does with the paper in their hand. */
async function follow(code: string, contact: string): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  await page.goto(`${server.base}/theo-doi`);
  await page.getByLabel('Mã hồ sơ').fill(code);
  await page.getByLabel('Số điện thoại hoặc e-mail').fill(contact);
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
  await page.waitForURL(/\/ho-so\/\d{11}$/);
  return page;
}

const codeOn = async (page: Page) => (await page.locator('.receipt-code').textContent())?.trim() ?? '';

test('a clerk enters for the person before them by keyboard alone; the unit works; the customer follows', async () => {
  const clerk = await at('clerk PB0508', true);
  await clerk.getByRole('link', { name: 'Tại quầy', exact: true }).press('Enter');
  await clerk.waitForSelector('.counter');
  await clerk.keyboard.press('/');
  await clerk.keyboard.type('11');
  await clerk.keyboard.press('Enter');
  await clerk.waitForURL(/\/bang\/quay\/di-doi-cong-to$/);
  await clerk.waitForSelector('#form');
  for (const [id, words] of [
    ['name', 'Nguyễn Thị Đào'],
    ['phone', '0912 345 678'],
    ['address', 'Số 12, ấp Long Thới, xã Long Thành Trung'],
    ['field.area', ' '],
    ['field.new_line', ' '],
    ['field.new_place', 'Ra trụ trước cổng'],
    ['shown.identity', ' '],
  ] as const) {
    await tabTo(clerk, id);
    await clerk.keyboard.type(words);
  }
  await tabTo(clerk, 'note');
  await clerk.keyboard.press('Tab');
  await clerk.keyboard.press('Enter');
  await clerk.waitForSelector('.errors');
  expect(await clerk.locator('.errors li').allTextContents()).toEqual([
    'Anh/chị xem giấy tờ tùy thân của khách rồi đánh dấu vào ô này.',
  ]);
  expect(await clerk.inputValue('[id="field.new_place"]')).toBe('Ra trụ trước cổng');
  await tabTo(clerk, 'identity');
  await clerk.keyboard.press(' ');
  await tabTo(clerk, 'note');
  await clerk.keyboard.press('Tab');
  await clerk.keyboard.press('Enter');
  await clerk.waitForURL(/bien-nhan\?moi=1$/);
  await clerk.getByRole('button', { name: 'In biên nhận' }).waitFor();
  const code = await codeOn(clerk);
  const sheet = (await clerk.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(sheet.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(sheet).toMatch(/MediaBox \[0 0 (419|420)[.\d]* (594|595)[.\d]*\]/);

  await clerk.getByRole('link', { name: 'Về hồ sơ' }).press('Enter');
  await clerk.waitForSelector('.case');
  expect(await clerk.getByText('1 lần (hứa tối đa 1)').count()).toBe(1);

  const head = await at('unit_head PB0508');
  await head.goto(`${server.base}/bang/ho-so/${code.replaceAll('-', '')}`);
  await act(head, 'tiep-nhan');
  await completeAll(head, 3);
  await act(head, 'ket-thuc');
  const customer = await follow(code, '0912345678');
  expect(await customer.locator('.notice').first().textContent()).toContain('Đã xong');
  expect(await customer.locator('.steps .done').count()).toBe(3);
}, 90_000);

test('a desk of the State enters it without scripts, brings a paper, sees it through, and sees nothing else', async () => {
  const service = await inScope(t.db, publicScope, (trx) => findService(trx, 'di-doi-cong-to', '2026-03-04'));
  const request = aRequest(service?.id ?? 0, { unitCode: 'PB0508', details: { area: 'rural' } });
  const deps = { db: t.db, clock: systemClock };
  const web = await openCase(deps, customerActor('web', 'Khách', []), request);

  const desk = await at('desk_clerk TINH72_HCC');
  expect(await desk.getByText('Không còn hồ sơ nào chờ ở đây').count()).toBe(1);
  await desk.getByRole('link', { name: 'Tại quầy', exact: true }).click();
  await desk.getByLabel('Khách cần gì?').fill('doi dong ho sang cho khac');
  await desk.getByRole('button', { name: 'Tìm dịch vụ' }).click();
  await desk.getByRole('link', { name: /11\. Thay đổi vị trí công tơ/ }).click();
  await desk.getByLabel('Họ và tên').fill('Trần Văn Sang');
  await desk.getByLabel(/^E-mail/).fill('sang@example.com');
  await desk.getByLabel('Địa chỉ nơi dùng điện').fill('Số 3, Khu phố 2');
  await desk.getByLabel('Huyện, thị xã, thành phố').selectOption({ label: 'Thị xã Hòa Thành' });
  await desk.getByRole('radio', { name: 'Phường hoặc thị trấn' }).check();
  await desk.getByRole('radio', { name: /Không, gần đó/ }).check();
  await desk.getByLabel('Muốn dời công tơ').fill('Ra cổng');
  const photo = { name: 'căn cước.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() };
  await desk.locator('[id="file.identity"]').setInputFiles(photo);
  await desk.getByRole('button', { name: 'Mở hồ sơ và in biên nhận' }).last().click();
  expect(await desk.locator('.errors li').count()).toBe(1);
  expect(await desk.getByText('căn cước.jpg').count()).toBeGreaterThan(0);
  await desk.getByLabel(/Đã đối chiếu/).check();
  await desk.getByRole('button', { name: 'Mở hồ sơ và in biên nhận' }).last().click();
  await desk.waitForURL(/bien-nhan/);
  expect(await desk.getByText('căn cước.jpg').count()).toBe(1);
  const code = await codeOn(desk);
  const address = `${server.base}/bang/ho-so/${code.replaceAll('-', '')}`;

  const head = await at('unit_head PB0508');
  await head.goto(address);
  await act(head, 'tiep-nhan');
  await act(head, 'yeu-cau-bo-sung', async (form) => {
    await form.locator('textarea').fill('Giấy về chỗ đặt mới');
    await form.locator('input[name=until]').fill('2027-06-01');
  });
  await desk.goto(`${server.base}/bang?xem=tatca&trang-thai=waiting`);
  await desk.getByRole('link', { name: code }).click();
  await act(desk, 'nhan-bo-sung', (form) => form.locator('textarea').fill('Khách mang đến quầy'));
  await act(desk, 'ghi-lan-den', (form) => form.locator('textarea').fill('Mang giấy còn thiếu'));
  await head.goto(address);
  await completeAll(head, 3);
  await desk.goto(`${server.base}/bang/tong-quan`);
  await desk.getByRole('link', { name: /Có kết quả, mời khách đến nhận/ }).click();
  expect(await desk.getByRole('link', { name: code }).count()).toBe(1);
  await act(head, 'ket-thuc');
  await desk.goto(address);
  expect(await desk.locator('.case-line').textContent()).toContain('Đã kết thúc');
  expect(await desk.getByText('2 lần (hứa tối đa 1)').count()).toBe(1);

  for (const path of [`/bang/ho-so/${web.code}`, `/bang/ho-so/${web.code}/bien-nhan`])
    expect((await desk.goto(server.base + path))?.status()).toBe(404);
  const elsewhere = await at('desk_clerk TINH82_HCC');
  expect((await elsewhere.goto(address))?.status()).toBe(404);
  const customer = await follow(code, 'sang@example.com');
  expect(await customer.locator('.steps .done').count()).toBe(3);
}, 90_000);
