import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const root = mkdtempSync(join(tmpdir(), 'motcua-settings-'));
mkdirSync(join(root, 'profiles/only'), { recursive: true });
writeFileSync(join(root, 'profiles/only.demonstration.yaml'), '');
writeFileSync(join(root, 'a-file'), '');
afterAll(() => rmSync(root, { recursive: true }));

const read = (env: Record<string, string>) => readSettings(env, root);
const faults = (env: Record<string, string>) => {
  const result = read(env);
  return result.ok ? [] : result.problems.map(({ variable }) => variable);
};

test('everything is optional', () => {
  expect(read({})).toMatchObject({
    ok: true,
    settings: {
      port: 3000,
      host: 'localhost',
      databaseUrl: null,
      profileFolder: join(root, 'profiles/only'),
      demo: true,
      smtpUrl: null,
      oidc: null,
      url: 'http://localhost:3000',
      secret: null,
      webhookAllowPrivate: false,
    },
  });
});

test('an empty variable counts as unset; the address follows the port', () => {
  expect(read({ PORT: '8080', DATABASE_URL: '', MOTCUA_DEMO: '0' })).toMatchObject({
    settings: { url: 'http://localhost:8080', databaseUrl: null, demo: false },
  });
});

test('letters come in at the address they go out from, at a port of their own, or not at all', () => {
  const mail = (env: Record<string, string>) => {
    const result = read({ MAIL_FROM: 'Điện lực <CSKH@thu.example>', ...env });
    return result.ok ? result.settings.mailIn : null;
  };
  expect(mail({})).toMatchObject({
    smtp: { port: 2525, host: '127.0.0.1', tls: null },
    addresses: ['cskh@thu.example'],
  });
  expect(mail({ SMTP_IN_PORT: '0' })?.smtp).toBeNull();
  expect(mail({ SMTP_IN_PORT: 'off' })?.smtp).toBeNull();
  expect(mail({ SMTP_IN_TO: 'A@x.vn, b@x.vn' })?.addresses).toEqual(['a@x.vn', 'b@x.vn']);
});

test('the address people type ends without a slash; letters come from its host', () => {
  expect(read({ MOTCUA_URL: 'https://motcua.example.vn/' })).toMatchObject({
    settings: { url: 'https://motcua.example.vn', mailFrom: 'motcua@motcua.example.vn' },
  });
});

test.each([
  [{ PORT: 'abc' }, ['PORT']],
  [{ PORT: '70000' }, ['PORT']],
  [{ PORT: '80.5' }, ['PORT']],
  [{ HOST: 'http://x' }, ['HOST']],
  [{ DATABASE_URL: 'mysql://x/y' }, ['DATABASE_URL']],
  [{ DATABASE_URL: 'localhost' }, ['DATABASE_URL']],
  [{ MOTCUA_VAR: join(root, 'a-file') }, ['MOTCUA_VAR']],
  [{ MOTCUA_PROFILE: 'other' }, ['MOTCUA_PROFILE']],
  [{ MOTCUA_PROFILE: '../only' }, ['MOTCUA_PROFILE']],
  [{ MOTCUA_DEMO: 'no' }, ['MOTCUA_DEMO']],
  [{ SMTP_URL: 'mail.example.vn' }, ['SMTP_URL']],
  [{ MAIL_FROM: 'nobody' }, ['MAIL_FROM']],
  [{ SMTP_IN_PORT: 'x' }, ['SMTP_IN_PORT']],
  [{ SMTP_IN_TO: 'cskh' }, ['SMTP_IN_TO']],
  [{ SMTP_IN_CERT: join(root, 'a-file') }, ['SMTP_IN_CERT', 'SMTP_IN_KEY']],
  [{ SMTP_IN_MOST_MB: '0' }, ['SMTP_IN_MOST_MB']],
  [{ IMAP_URL: 'https://mail.example.vn' }, ['IMAP_URL']],
  [{ OIDC_ISSUER: 'https://id.example.vn' }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
  [{ MOTCUA_URL: 'motcua.example.vn' }, ['MOTCUA_URL']],
  [{ MOTCUA_SECRET: 'short' }, ['MOTCUA_SECRET']],
  [{ WEBHOOK_ALLOW_PRIVATE: 'yes' }, ['WEBHOOK_ALLOW_PRIVATE']],
  [{ PORT: 'x', MOTCUA_DEMO: 'x', MOTCUA_PROFILE: 'x' }, ['PORT', 'MOTCUA_DEMO', 'MOTCUA_PROFILE']],
])('%j is refused, every mistake at once', (env, variables) => {
  expect(faults(env)).toEqual(variables);
});

test('a refusal speaks both languages and shows a value that would do', () => {
  const result = read({ PORT: 'abc' });
  expect(result.ok ? null : result.problems[0]).toEqual({
    variable: 'PORT',
    vi: 'phải là số cổng từ 0 đến 65535, ví dụ PORT=3000',
    en: 'must be a port number from 0 to 65535, for example PORT=3000',
  });
});

test('of two profiles none is guessed', () => {
  mkdirSync(join(root, 'profiles/second'));
  expect(faults({})).toEqual(['MOTCUA_PROFILE']);
  expect(faults({ MOTCUA_PROFILE: 'second' })).toEqual([]);
});
