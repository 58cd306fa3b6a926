import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aBrowser, aConsole } from '#test/a-console.ts';
import { aUtility } from '#test/a-utility.ts';
import { anIdentityProvider, oidcClient, signInThere } from '#test/an-identity-provider.ts';
import { someoneWithPassword } from '#test/someone-with-password.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
const url = 'http://localhost:3000';
let provider: Awaited<ReturnType<typeof anIdentityProvider>>;
let made: Awaited<ReturnType<typeof aConsole>>;
beforeAll(async () => {
  provider = await anIdentityProvider(`${url}/bang/auth/callback/oidc`);
  made = await aConsole(t, { url, demo: false, oidc: { issuer: provider.issuer, ...oidcClient } });
});
afterAll(async () => {
  await made.app.close();
  await provider.close();
});
beforeEach(async () => {
  provider.verified.value = true;
  await aUtility(t.owner);
});

async function signIn(login: string) {
  const browser = aBrowser(made.app);
  const begun = await browser.get('/bang/dang-nhap/co-quan?next=%2Fbang%3Fxem%3Dtoi');
  expect(begun.statusCode).toBe(303);
  const back = await signInThere(String(begun.headers.location), login);
  const done = await browser.get(back.pathname + back.search);
  return { browser, done, back };
}

test('somebody of the staff comes in with the account of the organisation, and needs no second factor of ours', async () => {
  await someoneWithPassword(made.accounts);
  const { browser, done } = await signIn('lan@unit.vn');
  expect(done.headers.location).toBe('/bang?xem=toi');
  const queue = await browser.get('/bang?xem=toi');
  expect(queue.statusCode).toBe(200);
  expect(queue.body).toContain('Nguyễn Thị Lan');
  expect((await signIn('lan@unit.vn')).done.headers.location).toBe('/bang?xem=toi');
});

test('somebody whom nobody took on does not come in, and no account is made', async () => {
  const { browser, done } = await signIn('ai@unit.vn');
  expect(done.headers.location).toBe('/bang/dang-nhap?error=oidc');
  expect((await browser.get('/bang/dang-nhap?error=oidc')).body).toContain(
    'Không đăng nhập được bằng tài khoản',
  );
  expect(await t.owner.selectFrom('auth_users').selectAll().execute()).toEqual([]);
});

test('an e-mail that the provider has not verified opens nothing', async () => {
  provider.verified.value = false;
  await someoneWithPassword(made.accounts);
  const { browser, done } = await signIn('lan@unit.vn');
  expect(done.headers.location).toBe('/bang/dang-nhap?error=oidc');
  expect((await browser.get('/bang')).headers.location).toContain('/bang/dang-nhap');
});

test('an answer that was not asked for, or is used in another browser, opens nothing', async () => {
  await someoneWithPassword(made.accounts);
  const begun = await aBrowser(made.app).get('/bang/dang-nhap/co-quan');
  const back = await signInThere(String(begun.headers.location), 'lan@unit.vn');
  const other = aBrowser(made.app);
  expect((await other.get(back.pathname + back.search)).headers.location).toBe('/bang/dang-nhap?error=oidc');
  expect((await other.get('/bang')).headers.location).toContain('/bang/dang-nhap');
});

test('nothing else of the library is served', async () => {
  const browser = aBrowser(made.app);
  for (const path of ['/bang/auth/get-session', '/bang/auth/sign-up/email', '/bang/auth/ok'])
    expect((await browser.get(path)).statusCode).toBe(404);
});
