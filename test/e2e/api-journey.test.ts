import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiKey } from '#modules/accounts/index.ts';
import { systemClock } from '#platform/clock.ts';
import { fileAndFollow } from '../../clients/typescript/example.ts';
import { motcua, Refusal } from '../../clients/typescript/motcua.ts';
import { launchChromium } from '../chromium.ts';
import { useDb } from '../use-db.ts';
import { aPhoto, aWholeServer } from './a-whole-server.ts';

const t = useDb({ profile: true });
let server: Awaited<ReturnType<typeof aWholeServer>>;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = [await aWholeServer(t), await launchChromium()];
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const aKey = async (role: 'app' | 'clerk', channel: 'app' | 'api') => {
  const wanted = { name: `${role} thử`, role, unitCode: 'PB0508', channel, createdBy: 'journey' };
  return (await createApiKey({ db: t.db, clock: systemClock }, wanted)).token;
};

test('an app files a case, a clerk’s program works on it, the app follows, and so does the customer on the web', async () => {
  const picture = new Blob([new Uint8Array(await aPhoto())], { type: 'image/jpeg' });
  const connection = { url: server.base, key: await aKey('app', 'app') };
  const filed = await fileAndFollow(connection, picture, 100);
  expect(filed).toMatchObject({ unit: 'PB0508', missingDocuments: ['site-paper'] });

  const clerk = motcua({ url: server.base, key: await aKey('clerk', 'api') });
  const { data, etag } = await clerk.readCase({ code: filed.code });
  expect(data).toMatchObject({ channel: 'app', documents: [{ kind: 'identity', name: 'căn cước.jpg' }] });
  await clerk.acceptCase({ code: filed.code }, { ifMatch: etag ?? '' });
  expect(await filed.accepted()).toBe('accepted');
  const stale = clerk.answerCustomer({ code: filed.code, body: { body: 'Muộn' } }, { ifMatch: etag ?? '' });
  await expect(stale).rejects.toThrow(Refusal);
  await clerk.answerCustomer({ code: filed.code, body: { body: 'Mai đội đến khảo sát ạ' } });

  const app = motcua(connection);
  const { data: seen } = await app.readCase({ code: filed.code });
  expect(seen.messages.map(({ body }) => body)).toEqual(['Mai đội đến khảo sát ạ']);
  const [first] = seen.documents;
  const { data: back } = await app.readDocument({ code: filed.code, id: first?.id ?? '' });
  expect(back.type).toBe('image/jpeg');

  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(filed.followUrl.replace(/^http:\/\/[^/]+/, server.base));
  await page.getByLabel(/Số điện thoại/).fill('0912345678');
  await page.getByRole('button').first().click();
  await page.waitForURL(`**/ho-so/${filed.code}`);
  expect(await page.textContent('main')).toContain('Mai đội đến khảo sát ạ');
}, 60_000);

test('the description is read by people too: the page draws every operation and runs under its own policy', async () => {
  const complaints: string[] = [];
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${server.base}/api/docs`);
  await page.locator('#operations-cases-openCase .opblock-summary-control').click();
  await page.getByText('low-voltage-supply').first().waitFor();
  expect(await page.locator('.opblock').count()).toBeGreaterThan(25);
  expect(complaints).toEqual([]);
}, 60_000);
