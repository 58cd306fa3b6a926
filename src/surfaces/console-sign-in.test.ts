import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { resetPassword } from '#modules/accounts/index.ts';
import { aBrowser, aConsole } from '#test/a-console.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { aPassword, codeOf, someoneWithPassword } from '#test/someone-with-password.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let made: Awaited<ReturnType<typeof aConsole>>;
beforeAll(async () => {
  made = await aConsole(t, { demo: false });
});
afterAll(() => made.app.close());
beforeEach(async () => {
  await aUtility(t.owner);
});
const typed = (password = aPassword, email = 'lan@unit.vn') => ({ email, password, next: '/bang?xem=toi' });

async function enrolled() {
  await someoneWithPassword(made.accounts);
  const browser = aBrowser(made.app);
  await browser.post('/bang/dang-nhap', typed());
  const page = await browser.post('/bang/bao-mat', { password: aPassword, next: '/bang?xem=toi' });
  const secret = /<code class="secret">([A-Z2-7]+)</.exec(page.body)?.[1] ?? '';
  const backup = [...page.body.matchAll(/<li><code>([\w-]+)<\/code>/g)].map((match) => match[1] ?? '');
  const done = await browser.post('/bang/bao-mat/xac-nhan', {
    code: codeOf(secret),
    next: '/bang?xem=toi',
  });
  expect(done.headers.location).toBe('/bang?xem=toi');
  return { browser, secret, backup };
}

describe('a password', () => {
  test('that is right leads to setting up the second factor before anything else', async () => {
    await someoneWithPassword(made.accounts);
    const browser = aBrowser(made.app);
    const answer = await browser.post('/bang/dang-nhap', typed());
    expect(answer.headers.location).toBe('/bang?xem=toi');
    const queue = await browser.get('/bang?xem=toi');
    expect(queue.headers.location).toBe('/bang/bao-mat?next=%2Fbang%3Fxem%3Dtoi');
    expect((await browser.get('/bang/bao-mat')).body).toContain('lớp xác thực thứ hai');
  });

  test('that is wrong keeps the e-mail and tells neither what was wrong nor whether the e-mail is known', async () => {
    await someoneWithPassword(made.accounts);
    const wrong = await aBrowser(made.app).post('/bang/dang-nhap', typed('sai mất rồi'));
    const unknown = await aBrowser(made.app).post('/bang/dang-nhap', typed('sai mất rồi', 'ai@unit.vn'));
    expect(wrong.statusCode).toBe(401);
    expect(wrong.body).toContain('value="lan@unit.vn"');
    expect(wrong.body).not.toContain('sai mất rồi');
    expect(unknown.body.replaceAll('ai@unit.vn', 'lan@unit.vn')).toBe(wrong.body);
    expect(wrong.cookies).toEqual([]);
  });

  test.each(['lan@unit.vn', 'ai@unit.vn'])(
    'wrong five times locks %s for a quarter of an hour',
    async (email) => {
      await someoneWithPassword(made.accounts);
      const browser = aBrowser(made.app);
      const answers = [];
      for (let n = 0; n < 5; n++)
        answers.push((await browser.post('/bang/dang-nhap', typed('sai', email))).statusCode);
      expect(answers).toEqual([401, 401, 401, 401, 429]);
      const locked = await browser.post('/bang/dang-nhap', typed(aPassword, email));
      expect(locked.statusCode).toBe(429);
      expect(locked.body).toContain('tạm khóa 15 phút nữa');
      t.clock.advance({ minutes: 16 });
      const later = await browser.post('/bang/dang-nhap', typed(aPassword, email));
      expect(later.statusCode).toBe(email === 'lan@unit.vn' ? 303 : 401);
    },
  );

  test('tried twenty times at once is tried five times', async () => {
    await someoneWithPassword(made.accounts);
    const tries = Array.from({ length: 20 }, () => aBrowser(made.app).post('/bang/dang-nhap', typed('sai')));
    const codes = (await Promise.all(tries)).map((answer) => answer.statusCode);
    expect(codes.filter((code) => code === 401)).toHaveLength(4);
  });

  test('that was reset ends every session, and the lock', async () => {
    const { browser } = await enrolled();
    for (let n = 0; n < 5; n++) await aBrowser(made.app).post('/bang/dang-nhap', typed('sai'));
    await resetPassword(made.accounts, { email: 'lan@unit.vn', password: 'một câu khác hẳn' });
    expect((await browser.get('/bang')).headers.location).toContain('/bang/dang-nhap');
    const again = await aBrowser(made.app).post('/bang/dang-nhap', typed('một câu khác hẳn'));
    expect(again.headers.location).toContain('/bang/dang-nhap/ma');
  });
});

describe('the second factor', () => {
  test('is asked for, and a code from the app lets in', async () => {
    const { secret } = await enrolled();
    const browser = aBrowser(made.app);
    const first = await browser.post('/bang/dang-nhap', typed());
    expect(first.headers.location).toBe('/bang/dang-nhap/ma?next=%2Fbang%3Fxem%3Dtoi');
    expect((await browser.get('/bang')).headers.location).toContain('/bang/dang-nhap');
    const wrong = await browser.post('/bang/dang-nhap/ma', { code: '000000', next: '/bang' });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.body).toContain('Mã không đúng');
    const done = await browser.post('/bang/dang-nhap/ma', {
      code: codeOf(secret),
      next: '/bang?xem=toi',
    });
    expect(done.headers.location).toBe('/bang?xem=toi');
    expect((await browser.get('/bang?xem=toi')).statusCode).toBe(200);
  });

  test('guessed five times locks, even with the right code', async () => {
    const { secret } = await enrolled();
    const browser = aBrowser(made.app);
    await browser.post('/bang/dang-nhap', typed());
    for (let n = 0; n < 5; n++) await browser.post('/bang/dang-nhap/ma', { code: '000000', next: '/bang' });
    const late = await browser.post('/bang/dang-nhap/ma', { code: codeOf(secret), next: '/bang' });
    expect(late.statusCode).toBe(429);
    expect((await browser.get('/bang')).headers.location).toContain('/bang/dang-nhap');
  });

  test('a backup code works once', async () => {
    const { backup } = await enrolled();
    const use = async () => {
      const browser = aBrowser(made.app);
      await browser.post('/bang/dang-nhap', typed());
      return browser.post('/bang/dang-nhap/ma', { backup: backup[0] ?? '', next: '/bang' });
    };
    expect((await use()).statusCode).toBe(303);
    const again = await use();
    expect(again.statusCode).toBe(401);
    expect(again.body).toContain('Mã dự phòng không đúng');
  });

  test('is not set up without a right first code, and the picture comes again', async () => {
    await someoneWithPassword(made.accounts);
    const browser = aBrowser(made.app);
    await browser.post('/bang/dang-nhap', typed());
    const page = await browser.post('/bang/bao-mat', { password: aPassword, next: '/bang' });
    const uri = /name="uri" value="([^"]+)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const wrong = await browser.post('/bang/bao-mat/xac-nhan', {
      code: '123456',
      uri,
      codes: 'a b',
      next: '/bang',
    });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.body).toContain('data:image/png');
    expect((await browser.get('/bang')).headers.location).toContain('/bang/bao-mat');
  });
});

test('without signing in every page sends to sign in, and back', async () => {
  const answer = await aBrowser(made.app).get('/bang/ho-so/12345678901?x=1');
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/bang/dang-nhap?next=%2Fbang%2Fho-so%2F12345678901%3Fx%3D1');
});

test('a session that ended under somebody’s hands loses nothing they typed', async () => {
  const form = { requestId: 'r-1', seen: '1', body: 'Một câu trả lời dài', password: 'bí mật của tôi' };
  const answer = await aBrowser(made.app).post('/bang/ho-so/12345678901/tra-loi', form);
  expect(answer.statusCode).toBe(401);
  expect(answer.body).toContain('action="/bang/ho-so/12345678901/tra-loi"');
  expect(answer.body).toContain('Một câu trả lời dài</textarea>');
  expect(answer.body).toContain('name="requestId" value="r-1"');
  expect(answer.body).not.toContain('bí mật');
});

test('signing out ends the session', async () => {
  const { browser } = await enrolled();
  const before = new Map(browser.cookies);
  expect((await browser.post('/bang/dang-xuat')).headers.location).toBe('/bang/dang-nhap');
  for (const [name, value] of before) browser.cookies.set(name, value);
  expect((await browser.get('/bang')).headers.location).toContain('/bang/dang-nhap');
});

test('a form from another site is not taken', async () => {
  const answer = await made.app.inject({
    method: 'POST',
    url: '/bang/dang-nhap',
    payload: 'email=a',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.statusCode).toBe(403);
});

test('with the demonstration off there is no picker, and no way around it', async () => {
  const someone = await aStaffMember(t.owner, 'clerk');
  const browser = aBrowser(made.app);
  expect((await browser.get('/bang/dang-nhap')).body).not.toContain('minh-hoa');
  expect((await browser.get('/bang/dang-nhap/minh-hoa')).statusCode).toBe(404);
  expect((await browser.post('/bang/dang-nhap/minh-hoa', { staffId: someone.id })).statusCode).toBe(404);
  const body = { userId: (await someoneWithPassword(made.accounts)).userId ?? '' };
  await expect(made.accounts.auth.api.signInDemonstration({ body })).rejects.toThrow('demonstration_off');
});
