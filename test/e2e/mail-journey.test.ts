import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { openMail } from '#platform/mail/index.ts';
import { aMailDoor, ourAddress, sendMail } from '../a-mail-door.ts';
import { aMailServer, type MailServer } from '../a-mail-server.ts';
import { aStaffMember } from '../a-utility.ts';
import { launchChromium } from '../chromium.ts';
import { aLetter } from '../mail-vi/a-letter.ts';
import { useDb } from '../use-db.ts';
import { aPhoto, aWholeServer } from './a-whole-server.ts';

const t = useDb({ profile: true });
let customers: MailServer;
let door: Awaited<ReturnType<typeof aMailDoor>>;
let server: Awaited<ReturnType<typeof aWholeServer>>;
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
// Afresh for each test: the jobs know their tasks by rows that are emptied between tests.
beforeEach(async () => {
  customers = await aMailServer();
  const mail = openMail({ smtpUrl: customers.url, from: `Điện lực <${ourAddress}>` });
  door = await aMailDoor({ db: t.db, clock: systemClock });
  server = await aWholeServer(t, { mail, letters: door.letters });
});
afterEach(async () => {
  await server.close();
  await door.close();
  await customers.close();
});

const letterTo = (count: number) =>
  expect.poll(() => customers.letters.length, { timeout: 20_000 }).toBe(count);
const plain = (n: number) => customers.letters[n]?.parts['text/plain'] ?? '';

test('a letter becomes a case, is acknowledged once, answered, answered back, and followed on the tracking page', async () => {
  await aStaffMember(t.owner, 'clerk', 'PB0508');
  const first = aLetter({
    subject: 'Xin cấp điện mới cho nhà ở',
    text: 'Kính gửi điện lực,\nNhà tôi ở thị xã Hòa Thành, Tây Ninh, chưa có điện.\nĐịa chỉ: số 12 ấp Long Thới\nSĐT 0912345678',
    messageId: '<dao-1@example.com>',
    files: [{ name: 'căn cước.jpg', type: 'image/jpeg', content: await aPhoto() }],
  });
  expect((await sendMail(door.port, first)).at(-1)).toMatch(/^250/);
  await letterTo(1);
  const [ack] = customers.letters;
  expect(ack?.recipients).toEqual(['dao@example.com']);
  expect(ack?.headers).toMatchObject({
    'auto-submitted': 'auto-replied',
    'in-reply-to': '<dao-1@example.com>',
    references: '<dao-1@example.com>',
  });
  const code = /\d{4}-\d{4}-\d{3}/.exec(plain(0))?.[0] ?? '';
  expect(ack?.headers['reply-to']).toMatch(new RegExp(`^cskh\\+${code.replaceAll('-', '')}\\.`));

  const page = await (await browser.newContext({ viewport: { width: 1200, height: 900 } })).newPage();
  await page.goto(`${server.base}/bang/dang-nhap/minh-hoa`);
  await page.getByRole('button', { name: 'clerk PB0508', exact: false }).click();
  await page.waitForURL(/\/bang$/);
  await page.goto(`${server.base}${await page.getByRole('link', { name: code }).getAttribute('href')}`);
  expect(await page.getByText('căn cước.jpg').count()).toBeGreaterThan(0);
  await page.locator('#tra-loi > summary').click();
  await page.locator('#form-tra-loi').getByRole('textbox').first().fill('Mai tổ khảo sát đến.');
  await page.locator('#form-tra-loi').getByRole('button').click();
  await page.waitForURL(/xong=tra-loi/);
  await letterTo(2);
  expect(plain(1)).toContain('Mai tổ khảo sát đến.');
  expect(customers.letters[1]?.headers).toMatchObject({
    'auto-submitted': 'auto-generated',
    'in-reply-to': '<dao-1@example.com>',
  });

  const again = aLetter({
    subject: `Re: ${customers.letters[1]?.headers.subject}`,
    text: `Buổi chiều tôi có nhà.\n\nVào Th 4, 4 thg 3, 2026 vào lúc 09:00 Điện lực <${ourAddress}> đã viết:\n> Mai tổ khảo sát đến.`,
    headers: [`In-Reply-To: ${customers.letters[1]?.headers['message-id']}`],
  });
  await sendMail(door.port, again, 'dao@example.com', [customers.letters[1]?.headers['reply-to'] ?? '']);
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.getByText('Buổi chiều tôi có nhà.').count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  expect(await page.locator('[aria-labelledby=messages-title] .messages details').count()).toBe(1);

  const follower = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await follower.goto(`${server.base}/theo-doi?ma=${code.replaceAll('-', '')}`);
  await follower.getByLabel('Mã hồ sơ').fill(code);
  await follower.getByLabel('Số điện thoại hoặc e-mail').fill('dao@example.com');
  await follower.getByRole('button', { name: 'Xem hồ sơ' }).click();
  await follower.waitForURL(/\/ho-so\/\d{11}$/);
  for (const said of ['chưa có điện', 'Mai tổ khảo sát đến.', 'Buổi chiều tôi có nhà.'])
    expect(await follower.getByText(said).count()).toBeGreaterThan(0);
  expect(customers.letters.filter(({ headers }) => headers.subject?.includes('Đã nhận'))).toHaveLength(1);
}, 90_000);

test('a machine’s letter opens a case and nothing goes back', async () => {
  await sendMail(
    door.port,
    aLetter({ headers: ['Precedence: bulk'], text: 'Bản tin tháng này' }),
    'tin@tin.example',
  );
  await sendMail(
    door.port,
    aLetter({ text: 'Nhà tôi mất điện', from: 'hai@example.com' }),
    'hai@example.com',
  );
  await letterTo(1);
  expect(customers.letters[0]?.recipients).toEqual(['hai@example.com']);
  await expect
    .poll(() => t.owner.selectFrom('mails').select('silence').where('state', '=', 'opened').execute())
    .toEqual(expect.arrayContaining([{ silence: 'list' }, { silence: null }]));
}, 60_000);
