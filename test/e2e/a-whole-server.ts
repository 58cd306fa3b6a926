import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { type Clock, systemClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/files/index.ts';
import { startWorker } from '#platform/jobs-worker.ts';
import { openListener } from '#platform/postgres/listener.ts';
import { readSettings } from '#platform/settings.ts';
import { buildApp } from '../../src/app.ts';
import { tasks, tasksOfWebhooks } from '../../src/commands/tasks.ts';
import type { TestDatabase } from '../use-db.ts';

type Post = Pick<Parameters<typeof tasks>[0], 'mail' | 'letters'> & { port?: number; clock?: Clock };

/** Everything that `npm start` starts, on the database of a test and a port of its own, with its build and its jobs. `port`: where its own addresses must be right. `clock`: what it takes for now; jobs that were put off run by the real time. */
export async function aWholeServer(
  { db, url }: TestDatabase,
  { port = 0, clock = systemClock, ...post }: Post = { mail: null },
) {
  const { build } = await import('../../scripts/lib/build.mjs');
  await build();
  const varFolder = await mkdtemp(join(tmpdir(), 'motcua-e2e-'));
  await mkdir(join(varFolder, 'files'));
  const read = readSettings({
    MOTCUA_VAR: varFolder,
    MOTCUA_URL: `http://127.0.0.1${port ? `:${port}` : ''}`,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const settings = {
    ...read.settings,
    secret: 'for journeys only '.repeat(3),
    webhookAllowPrivate: true,
  };
  const changes = openListener(url, 'case_changed');
  const files = openFileStore(join(varFolder, 'files'));
  const app = await buildApp({
    db,
    clock,
    files,
    changes,
    settings,
    dist: join(process.cwd(), 'dist'),
    logLevel: 'error',
  });
  const deps = { db, clock, ...post };
  const worker = await startWorker({
    url,
    tasks: { ...tasks(deps, settings), ...tasksOfWebhooks(deps, settings) },
  });
  const base = await app.listen({ port, host: '127.0.0.1' });
  const close = async () => {
    await app.close();
    await worker.stop();
    await changes.close();
  };
  return { app, base, close };
}

export const aPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: '#ffcc33' } })
    .jpeg()
    .toBuffer();

/** A customer at the portal: every answer of a new low-voltage supply, up to the page that sends. */
export async function askForSupply(
  page: Page,
  base: string,
  who: { name: string; phone: string },
): Promise<void> {
  const next = () => page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.goto(base);
  await page.getByRole('link', { name: /Xin cấp điện mới cho nhà ở/ }).click();
  await page.getByRole('button', { name: 'Gửi yêu cầu này' }).click();
  await page.getByLabel(/chọn tỉnh/).selectOption({ label: 'Tỉnh Tây Ninh' });
  await next();
  await page.getByLabel('Thị xã Hòa Thành').check();
  await next();
  await page.getByLabel('Xã').check();
  await next();
  await page.getByLabel(/Không, gần đó/).check();
  await next();
  await page.getByLabel(/Một pha/).check();
  await next();
  for (const label of [/Giấy tờ tùy thân/, /Một giấy tờ về chỗ/])
    await page
      .getByLabel(label)
      .setInputFiles({ name: 'ảnh giấy tờ.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() });
  await next();
  await page.getByLabel('Họ và tên').fill(who.name);
  await page.getByLabel('Số điện thoại').fill(who.phone);
  await page.getByLabel('Địa chỉ nơi dùng điện').fill('Số 12, ấp Long Thới, xã Long Thành Trung');
  await next();
  await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
}

/** The newest code that the outbox shows. */
export async function codeInOutbox(page: Page, base: string): Promise<string> {
  const other = await page.context().newPage();
  await other.goto(`${base}/bang/thu-di`);
  const text = await other.locator('.letter-body').first().textContent();
  await other.close();
  return /\b\d{6}\b/.exec(text ?? '')?.[0] ?? '';
}
