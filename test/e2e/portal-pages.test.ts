import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { looksRight } from '#test/axe.ts';
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

const open = [
  '/',
  '/dich-vu',
  '/dich-vu?q=sang+ten',
  '/dich-vu/cap-dien-sinh-hoat',
  '/dich-vu/cap-dien-trung-ap-ngoai-sinh-hoat',
  '/mat-dien',
  '/tro-giup',
  '/theo-doi',
  '/quy-che',
  '/quy-che?lang=en',
  '/kiem-tra-bien-nhan',
  '/kiem-tra-bien-nhan?ma=1&chung=2',
  '/khong-co',
  '/api/problems',
  '/api/problems/idempotency_key_reused',
  '/?lang=en',
  '/dich-vu/sang-ten-hop-dong?lang=en',
];
const asking = [
  'noi-can-dien',
  'quan-huyen',
  'hoi-area',
  'giay-to',
  'nguoi-yeu-cau',
  'xac-nhan',
  'ma-xac-nhan',
  'kiem-tra',
].map((slug) => `/yeu-cau/${slug}`);

test('every page of the portal passes axe in light and dark, fits a phone, and weighs little', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true });
  const page = await context.newPage();
  await askForSupply(page, server.base, { name: 'Nguyễn Thị Đào', phone: '0912345678' });
  await page.getByLabel('Nhập mã xác nhận').fill(await codeInOutbox(page, server.base));
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.waitForURL(/kiem-tra/);

  const check = async (path: string) => {
    await page.goto(server.base + path);
    await looksRight(page, path);
    await weigh(path, await page.content());
  };
  const weigh = async (path: string, html: string) => {
    const files = await Promise.all(
      [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(async ([, address = '']) => {
        const bytes = Buffer.from(await (await fetch(server.base + address)).arrayBuffer());
        return { address, size: gzipSync(bytes).length };
      }),
    );
    const script = files
      .filter(({ address }) => address.endsWith('.js'))
      .reduce((sum, { size }) => sum + size, 0);
    const all = files.reduce((sum, { size }) => sum + size, gzipSync(html).length);
    expect(script, path).toBeLessThanOrEqual(5 * 1024);
    expect(all, path).toBeLessThanOrEqual(50 * 1024);
  };

  for (const path of [...open, ...asking]) await check(path);
  await page.goto(`${server.base}/yeu-cau/kiem-tra`);
  await page.getByRole('button', { name: /Gửi yêu cầu|Send the request/ }).click();
  await page.waitForURL(/bien-nhan/);
  const receipt = new URL(page.url()).pathname;
  await check(receipt);
  await check(receipt.replace('/bien-nhan', ''));
}, 180_000);
