import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aStaffMember } from '#test/a-utility.ts';
import { launchChromium } from '#test/chromium.ts';
import { useDb } from '#test/use-db.ts';
import { askForSupply, aWholeServer, codeInOutbox } from './a-whole-server.ts';

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
  await aStaffMember(t.owner, 'clerk', 'PB0502');
});

const aPage = async (javaScriptEnabled: boolean): Promise<Page> =>
  (await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 800 } })).newPage();

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${server.base}/bang/dang-nhap/minh-hoa`);
  await page.getByRole('button', { name, exact: false }).click();
  await page.waitForURL(/\/bang$/);
}

/** Opens the form of an act, which may stand folded, fills it, sends it, and waits for the page of the next version. */
async function act(page: Page, slug: string, fillIn: (form: Locator) => Promise<void> = async () => {}) {
  const version = () => page.locator('#form-ghi-chu input[name=seen]').getAttribute('value');
  const before = await version();
  const form = page.locator(`#form-${slug}`);
  if (!(await form.isVisible())) await page.locator(`#${slug} > summary`).click();
  await fillIn(form);
  await form.getByRole('button').click();
  // The live refresh may show the next version before the answer to the form does: a person would wait for the page to rest.
  const settled = async () =>
    page.url().includes(`xong=${slug}`) &&
    (await version()) !== before &&
    (await page.locator('[aria-busy="true"]').count()) === 0;
  await expect.poll(settled, { timeout: 15_000 }).toBe(true);
}

describe.each([
  ['scripts off', false],
  ['scripts on', true],
])('a new supply, %s', (_, scripts) => {
  test('asked for on the web, done by the right unit alone, seen done by the customer; its receipt is proved', async () => {
    const customer = await aPage(scripts);
    await askForSupply(customer, server.base, { name: 'Nguyễn Thị Đào', phone: '0912 345 678' });
    await customer.getByLabel('Nhập mã xác nhận').fill('000000x');
    await customer.getByRole('button', { name: 'Tiếp tục' }).click();
    expect(await customer.getByRole('alert').count()).toBe(1);
    await customer.getByLabel('Nhập mã xác nhận').fill(await codeInOutbox(customer, server.base));
    await customer.getByRole('button', { name: 'Tiếp tục' }).click();
    await customer.getByRole('button', { name: 'Gửi yêu cầu' }).click();
    await customer.waitForURL(/bien-nhan/);
    const code = (await customer.locator('.code').textContent())?.trim() ?? '';
    const digits = code.replaceAll('-', '');
    const proof = (await customer.locator('.hash').textContent()) ?? '';

    const stranger = await aPage(scripts);
    await signIn(stranger, 'clerk PB0502');
    expect(await stranger.getByText(code).count()).toBe(0);
    expect((await stranger.goto(`${server.base}/bang/ho-so/${digits}`))?.status()).toBe(404);

    const clerk = await aPage(scripts);
    await signIn(clerk, 'clerk PB0508');
    await clerk.goto(`${server.base}${await clerk.getByRole('link', { name: code }).getAttribute('href')}`);
    await act(clerk, 'tiep-nhan');
    for (let step = 0; step < 3; step++)
      await act(clerk, 'hoan-thanh-buoc', (form) =>
        form
          .getByRole('textbox')
          .first()
          .fill(`Biên bản số ${step + 1}`),
      );
    await act(clerk, 'ket-thuc');

    const follower = await aPage(scripts);
    await follower.goto(`${server.base}/theo-doi`);
    await follower.getByLabel('Mã hồ sơ').fill(code);
    await follower.getByLabel('Số điện thoại hoặc e-mail').fill('0912345678');
    await follower.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await follower.waitForURL(new RegExp(`/ho-so/${digits}$`));
    expect(await follower.locator('.notice').first().textContent()).toContain('Đã xong');
    expect(await follower.locator('.steps .done').count()).toBe(3);
    await follower.getByLabel(/5: rất hài lòng/).check();
    await follower.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await follower.waitForURL(/xong=danh-gia/);

    await follower.goto(`${server.base}/kiem-tra-bien-nhan?ma=${digits}&chung=${proof}`);
    expect(await follower.getByText('Biên nhận này là thật.').count()).toBe(1);
    await follower.goto(`${server.base}/kiem-tra-bien-nhan?ma=${digits}&chung=${'0'.repeat(64)}`);
    expect(await follower.getByText('Biên nhận này là thật.').count()).toBe(0);
  }, 90_000);
});

test('a supplement goes there and back, a message is read, a case is withdrawn', async () => {
  const customer = await aPage(false);
  await askForSupply(customer, server.base, { name: 'Trần Văn Sang', phone: '0987654321' });
  await customer.getByLabel('Nhập mã xác nhận').fill(await codeInOutbox(customer, server.base));
  await customer.getByRole('button', { name: 'Tiếp tục' }).click();
  await customer.getByRole('button', { name: 'Gửi yêu cầu' }).click();
  await customer.getByRole('link', { name: 'Theo dõi hồ sơ này' }).click();
  const address = customer.url();
  const clerk = await aPage(false);
  await signIn(clerk, 'clerk PB0508');
  await clerk.goto(`${server.base}/bang/ho-so/${address.split('/').at(-1)}`);
  await act(clerk, 'tiep-nhan');
  await act(clerk, 'yeu-cau-bo-sung', async (form) => {
    await form.getByRole('textbox').first().fill('Chụp lại giấy tờ cho rõ');
    const until = form.locator('input[name=until]');
    if (await until.count()) await until.fill('2027-06-01');
  });

  await customer.goto(address);
  expect(await customer.getByText('Chụp lại giấy tờ cho rõ').count()).toBe(1);
  await customer.getByRole('button', { name: 'Gửi bổ sung' }).click();
  expect(await customer.getByRole('alert').count()).toBe(1); // nothing was sent
  await customer.getByLabel('Trả lời').fill('Đã chụp lại');
  await customer.getByRole('button', { name: 'Gửi bổ sung' }).click();
  await customer.waitForURL(/xong=bo-sung/);
  await customer.getByLabel('Nội dung').fill('Bao giờ thợ tới?');
  await customer.getByRole('button', { name: 'Gửi tin nhắn' }).click();
  await clerk.reload();
  expect(await clerk.getByText('Bao giờ thợ tới?').count()).toBeGreaterThan(0);
  await customer.getByText('Không cần nữa? Rút hồ sơ').click();
  await customer.getByRole('button', { name: 'Rút hồ sơ này' }).click();
  await customer.waitForURL(/xong=rut/);
  expect(await customer.locator('.notice').nth(1).textContent()).toContain('Anh/chị đã rút hồ sơ này.');
}, 90_000);

test('pressed twice, it is one case; what is wrong is said beside the field and nothing typed is lost', async () => {
  const page = await aPage(false);
  await page.goto(`${server.base}/dich-vu/cap-dien-sinh-hoat`);
  await page.getByRole('button', { name: 'Gửi yêu cầu này' }).click();
  await page.getByLabel(/Mã khách hàng/).fill('PB9908 1234567');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  expect(await page.locator('#customer_code-error').textContent()).toContain('PB9908');
  expect(await page.getByLabel(/Mã khách hàng/).inputValue()).toBe('PB9908 1234567');

  await askForSupply(page, server.base, { name: 'Lê Thị Hai', phone: '0901234567' });
  for (let tries = 0; tries < 5; tries++) {
    await page.getByLabel('Nhập mã xác nhận').fill('111111');
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
  }
  expect(await page.locator('#code-error').textContent()).toMatch(/phút/);

  const other = await aPage(false);
  await askForSupply(other, server.base, { name: 'Lê Thị Ba', phone: '0903334567' });
  await other.getByLabel('Nhập mã xác nhận').fill(await codeInOutbox(other, server.base));
  await other.getByRole('button', { name: 'Tiếp tục' }).click();
  const cookies = (await other.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const send = () =>
    fetch(`${server.base}/yeu-cau/kiem-tra`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookies },
    });
  const answers = await Promise.all([send(), send(), send()]);
  expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
  expect(await t.owner.selectFrom('cases').select('id').execute()).toHaveLength(1);
}, 90_000);

test('a file that lies is refused beside its field, and the others are kept', async () => {
  const page = await aPage(false);
  await page.goto(`${server.base}/dich-vu/cap-dien-sinh-hoat`);
  await page.getByRole('button', { name: 'Gửi yêu cầu này' }).click();
  await page.goto(`${server.base}/yeu-cau/giay-to`);
  const lie = {
    name: 'cmnd.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<html><script>alert(1)</script></html>'),
  };
  await page.getByLabel(/Giấy tờ tùy thân/).setInputFiles(lie);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  expect(await page.locator('[id="file.identity-error"]').textContent()).toContain('cmnd.jpg');
  for (const [path, status] of [
    ['/dich-vu/khong-co', 404],
    ['/khong-co', 404],
    ['/ho-so/12345678901', 404],
  ] as const)
    expect((await page.goto(server.base + path))?.status(), path).toBe(status);
});
