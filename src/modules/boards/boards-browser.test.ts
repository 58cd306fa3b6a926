import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { channels } from '#modules/cases/index.ts';
import { aBuiltConsole } from '#test/a-built-console.ts';
import { aCaseRow, channelDefinitions } from '#test/a-case-row.ts';
import { aConnection, connectionSettings, settings } from '#test/a-connection.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { looksRight } from '#test/axe.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let built: Awaited<ReturnType<typeof aBuiltConsole>>;
let browser: Browser;
let base: string;

beforeAll(async () => {
  built = await aBuiltConsole(t);
  ({ browser, base } = built);
});
afterAll(() => built.close());

async function cases() {
  const { serviceVersionId } = await aUtility(t.owner);
  await aNamedUtility(t.owner);
  await channelDefinitions(
    t.owner,
    channels.map((code) => ({
      code,
      online: code !== 'counter',
      ...(code === 'api' ? { uncertain: true } : {}),
    })),
  );
  await settings(t.owner, connectionSettings);
  for (const days of [1, 2, 6])
    await aConnection(
      t.owner,
      serviceVersionId,
      { opened_at: '2026-01-05T08:00:00Z', finished_at: '2026-02-10T08:00:00Z', details: '{"area":"urban"}' },
      { 'unit U1 survey': days * 450, 'agency S1 permit': 900 },
    );
  for (const [n, channel] of [...channels, ...channels].entries())
    await aCaseRow(t.owner, serviceVersionId, {
      opened_at: `2026-0${1 + (n % 3)}-01T08:00:00Z`,
      finished_at: '2026-03-02T08:00:00Z',
      channel,
      visits: n % 3,
    });
}

const paths = [
  '',
  '/giao-dich-truc-tuyen',
  '/giao-dich-truc-tuyen?theo=cong-ty&roi-theo=kenh&lang=en',
  '/giao-dich-truc-tuyen?theo=kenh',
  '/giao-dich-truc-tuyen?tu=2020-01&den=2020-02',
  '/giao-dich-truc-tuyen/ho-so?chon=unclear',
  '/lan-den?theo=don-vi&roi-theo=dich-vu',
  '/lan-den/ho-so?chon=broken',
  '/tiep-can-dien-nang?theo=cong-ty&loai=lv-urban',
  '/tiep-can-dien-nang?theo=loai&roi-theo=thang&lang=en',
  '/tiep-can-dien-nang/ho-so?buoc=survey&ben=unit',
  '/dau-hieu-so-lieu?theo=don-vi',
  '/diem-tiep-can-dien-nang',
];

test('axe finds nothing wrong, on a phone and on a desk, light and dark; nothing is refused, nothing juts out', async () => {
  await cases();
  const head = await aStaffMember(t.owner, 'corporation', 'T');
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${base}/bang/dang-nhap/minh-hoa`);
  await page.getByRole('button', { name: head.name, exact: false }).click();
  await page.waitForSelector('.queue');
  for (const path of paths) {
    await page.goto(`${base}/bang/so-lieu${path}`);
    await looksRight(page, path);
  }
  expect(complaints).toEqual([]);
}, 90_000);

test('with scripts off: choose, look, open the cases behind a figure, come back', async () => {
  await cases();
  const head = await aStaffMember(t.owner, 'company_director', 'C1');
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${base}/bang/dang-nhap/minh-hoa`);
  await page.getByRole('button', { name: head.name, exact: false }).click();
  await page.getByRole('link', { name: 'Số liệu' }).click();
  await page.getByRole('link', { name: 'Giao dịch trực tuyến' }).click();
  await page.getByRole('link', { name: 'Kênh', exact: true }).click();
  await page.getByText('Chọn số liệu').click();
  await page.getByLabel('Từ tháng').selectOption('2026-02');
  await page.getByRole('button', { name: 'Xem' }).click();
  expect(await page.textContent('h1')).toBe('Giao dịch trực tuyến, 2/2026 đến 3/2026');
  const row = page.getByRole('row', { name: /Tổng đài/ });
  await row.getByRole('link').first().click();
  expect(await page.textContent('.chosen b')).toBe('2 hồ sơ');
  expect(await page.locator('[data-key-row]').count()).toBe(2);
  await page.getByRole('link', { name: 'Về bảng số liệu' }).click();
  expect(await page.locator('.chart-picture svg path').count()).toBeGreaterThan(3);
});
