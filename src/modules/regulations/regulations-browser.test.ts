import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '#modules/organisation/index.ts';
import { aBuiltConsole } from '#test/a-built-console.ts';
import { onlyThoseOfTheProfile } from '#test/a-regulation.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { looksRight } from '#test/axe.ts';
import { useDb } from '#test/use-db.ts';
import { moveDraft } from './move-draft.ts';

const t = useDb({ profile: true });
let built: Awaited<ReturnType<typeof aBuiltConsole>>;
let browser: Browser;
let base: string;
let director: Actor;

beforeAll(async () => {
  built = await aBuiltConsole(t);
  ({ browser, base } = built);
});
afterAll(() => built.close());
beforeEach(async () => {
  await onlyThoseOfTheProfile(t.owner);
  director = await aStaffMember(t.owner, 'company_director', 'PB06');
});

async function enter(page: Page, as: Actor) {
  await page.goto(`${base}/bang/dang-nhap/minh-hoa`);
  await page.getByRole('button', { name: as.name, exact: false }).click();
  await page.waitForSelector('.queue');
}

const submitted = (body: string) =>
  moveDraft({ db: t.db, clock: t.clock }, director, {
    ...{ requestId: crypto.randomUUID(), province: '80', stage: 'submitted', since: '2026-02-20' },
    ...{ body, note: 'Tờ trình 5', reason: '' },
  });

test('axe finds nothing wrong, on a phone and on a desk, light and dark; nothing juts out', async () => {
  await submitted('TINH80');
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await enter(page, director);
  for (const path of ['', '?lang=en', '/80', '/72', '/80?lang=vi#ban-hanh']) {
    await page.goto(`${base}/bang/quy-che${path}`);
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    await looksRight(page, path, {
      also: async (width, light) => {
        const folder = process.env.MOTCUA_PICTURES;
        const name = `${path.replace(/\W/g, '_')}-${width}-${light}.png`;
        if (folder) await page.screenshot({ path: `${folder}/${name}`, fullPage: true });
      },
    });
  }
  expect(complaints).toEqual([]);
}, 90_000);

test('map and table say the same of all 21, and the counts add up', async () => {
  const page = await browser.newPage();
  await enter(page, director);
  await page.goto(`${base}/bang/quy-che`);
  expect(await page.locator('.regulation-counts li').allTextContents()).toEqual([
    '8/21 tỉnh, thành phố đã ban hành',
    '13 đang dự thảo hoặc lấy ý kiến',
    '13 dự thảo chưa ghi đang ở bước nào',
    '8 đã ban hành nhưng nguồn chưa có số văn bản',
  ]);
  const spoken = z
    .array(z.string())
    .parse(
      await page.evaluate(
        '[...document.querySelectorAll(".map-province")].map((one) => one.getAttribute("aria-label"))',
      ),
    );
  const rows = z.array(z.string()).parse(
    await page.evaluate(`[...document.querySelectorAll('.province-table tbody tr')].map((row) => {
      const words = (selector) => row.querySelector(selector).textContent;
      const [sign, ...state] = words('.badge').split(' ');
      const name = words('th a').replace(/^(Tỉnh|Thành phố) /, '');
      return words('.number') + ' ' + sign + ' ' + name + ': ' + state.join(' ');
    })`),
  );
  expect(rows).toHaveLength(21);
  expect(spoken.sort()).toEqual(rows.sort());
  expect(rows.filter((row) => row.endsWith('Đã ban hành'))).toHaveLength(8);
  expect(await page.getByRole('row', { name: /Cà Mau/ }).textContent()).toContain(
    'Chưa có số văn bản trong nguồn',
  );
});

test('with scripts off: a director follows the draft, is told what is wrong, and records that it was issued', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await enter(page, director);
  await page.getByText('Thêm', { exact: true }).click();
  await page.getByRole('link', { name: 'Quy chế tỉnh' }).click();
  await page.getByRole('link', { name: /Long An: Đang dự thảo/ }).click();
  await page.getByText('Ghi bước của dự thảo').click();
  await page.getByRole('button', { name: 'Ghi' }).first().click();
  expect(await page.textContent('.error')).toBe('Chọn bước mà dự thảo đang ở.');
  await page.getByLabel('Dự thảo đang ở bước').selectOption('opinions_asked');
  await page.getByLabel('Cơ quan đang giữ').selectOption('TINH80_SCT');
  await page.getByRole('button', { name: 'Ghi' }).first().click();
  expect(await page.textContent('.standing')).toContain('Đang lấy ý kiến các sở, ngành');
  expect(await page.textContent('.standing')).toContain('Sở Công Thương tỉnh Long An');

  await page.getByText('Ghi quy chế đã ban hành').click();
  await page.getByLabel('Số văn bản').fill('77/QĐ-UBND');
  await page.getByLabel('Ngày ban hành').fill('2026-03-04');
  await page.getByLabel('Có hiệu lực từ ngày').fill('2026-03-01');
  await page.getByLabel('Thời hạn theo mẫu').selectOption('tong-26-ngay');
  const issue = page.locator('#ban-hanh').getByRole('button', { name: 'Ghi' });
  await issue.click();
  expect(await page.textContent('.error')).toBe('Ngày có hiệu lực không thể trước ngày ban hành.');
  expect(await page.getByLabel('Số văn bản').inputValue()).toBe('77/QĐ-UBND');
  await page.getByLabel('Có hiệu lực từ ngày').fill('2026-03-04');
  await issue.click();
  expect(await page.textContent('.standing')).toContain('77/QĐ-UBND');
  await page.getByRole('link', { name: 'Về sơ đồ và bảng' }).click();
  expect(await page.textContent('.regulation-counts')).toContain('9/21');
  expect(await page.getByRole('row', { name: /Long An/ }).textContent()).toContain('26 ngày làm việc');
});

test('a body that was dissolved while the draft lies there is said to be', async () => {
  await submitted('TINH80_SGTVT');
  await t.owner
    .updateTable('org_units')
    .set({ valid_to: '2026-02-28' })
    .where('code', '=', 'TINH80_SGTVT')
    .execute();
  const page = await browser.newPage();
  await enter(page, await aStaffMember(t.owner, 'clerk', 'PB0508'));
  await page.goto(`${base}/bang/quy-che/80`);
  expect(await page.textContent('.standing')).toContain('đã giải thể, hết ngày 28/2/2026');
  expect(await page.textContent('aside')).toContain('Tiến độ quy chế do giám đốc công ty điện lực của tỉnh');
  expect(await page.locator('form.act, .acts').count()).toBe(0);
  await t.owner.updateTable('org_units').set({ valid_to: null }).where('code', '=', 'TINH80_SGTVT').execute();
});
