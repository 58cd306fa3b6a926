import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type MailInSettings, mailInSettings } from './settings-mail.ts';
import { type Environment, environment, profileMistake } from './settings-schema.ts';
import type { Text } from './text.ts';

type Oidc = { issuer: string; clientId: string; clientSecret: string };

export type Settings = {
  port: number;
  host: string;
  /** How many requests are worked on at once; whoever comes beyond that is asked to come back (429). */
  mostAtOnce: number;
  /** null: the embedded PostgreSQL below `varFolder`. */
  databaseUrl: string | null;
  /** Everything this installation writes lies here. */
  varFolder: string;
  profileFolder: string;
  /** Fill a small demonstration, and let anyone sign in as its people. */
  demo: boolean;
  /** null: nothing is sent; the outbox page shows what would have been. */
  smtpUrl: string | null;
  mailFrom: string;
  /** How letters come in. */
  mailIn: MailInSettings;
  oidc: Oidc | null;
  /** Requests a minute that each API key may send; 0: as many as come. */
  apiRate: number;
  /** The address people type; links in letters begin with it. */
  url: string;
  /** null: made at the first start and kept in `varFolder`. */
  secret: string | null;
  /** Webhooks may go inside our own network and by http; for tests, and where the receivers stand beside us. */
  webhookAllowPrivate: boolean;
};

export type SettingsProblem = Text & { variable: string };
export type SettingsResult = { ok: true; settings: Settings } | { ok: false; problems: SettingsProblem[] };

/** Reads the environment once, at the start. Every mistake is reported, not only the first. An empty variable counts as unset. */
export function readSettings(env: Record<string, string | undefined>, root = process.cwd()): SettingsResult {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const read = environment.safeParse(given);
  const problems = read.success
    ? []
    : read.error.issues.map((issue) => asProblem(String(issue.path[0]), issue.message));
  problems.push(...oidcProblems(given), ...certificateProblems(given));
  const profile = findProfile(join(root, 'profiles'), given.MOTCUA_PROFILE);
  if (!profile) problems.push(asProblem('MOTCUA_PROFILE', profileMistake));
  if (!read.success || !profile || problems.length > 0) return { ok: false, problems };
  return { ok: true, settings: asSettings(read.data, profile) };
}

function asSettings(env: Environment, profileFolder: string): Settings {
  const url = (env.MOTCUA_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
  const mailFrom = env.MAIL_FROM ?? `motcua@${new URL(url).hostname}`;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  return {
    port: env.PORT,
    host: env.HOST,
    mostAtOnce: env.MOST_AT_ONCE,
    databaseUrl: env.DATABASE_URL ?? null,
    varFolder: env.MOTCUA_VAR,
    profileFolder,
    demo: env.MOTCUA_DEMO === '1',
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom,
    mailIn: mailInSettings(env, mailFrom),
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null,
    apiRate: env.API_RATE,
    url,
    secret: env.MOTCUA_SECRET ?? null,
    webhookAllowPrivate: env.WEBHOOK_ALLOW_PRIVATE === '1',
  };
}

function asProblem(variable: string, message: string): SettingsProblem {
  const sentence: Text = message.startsWith('{') ? JSON.parse(message) : { vi: message, en: message };
  return { variable, ...sentence };
}

/** All three or none: a half-configured sign-in would look as if it worked. */
function oidcProblems(given: Record<string, string | undefined>): SettingsProblem[] {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
  const missing = names.filter((name) => !given[name]);
  if (missing.length === 0 || missing.length === names.length) return [];
  return missing.map((variable) => ({
    variable,
    vi: 'còn thiếu: ba biến OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET phải đi cùng nhau',
    en: 'is missing: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together',
  }));
}

function certificateProblems(given: Record<string, string | undefined>): SettingsProblem[] {
  const names = ['SMTP_IN_CERT', 'SMTP_IN_KEY'];
  const missing = names.filter((name) => !given[name]);
  if (missing.length !== 1) return [];
  return missing.map((variable) => ({
    variable,
    vi: 'còn thiếu: SMTP_IN_CERT và SMTP_IN_KEY phải đi cùng nhau',
    en: 'is missing: SMTP_IN_CERT and SMTP_IN_KEY belong together',
  }));
}

/** The profile named, or the only one there is. */
function findProfile(folder: string, name: string | undefined): string | null {
  const names = isFolder(folder) ? readdirSync(folder).filter((entry) => isFolder(join(folder, entry))) : [];
  const chosen = name ?? (names.length === 1 ? names[0] : undefined);
  return chosen !== undefined && names.includes(chosen) ? join(folder, chosen) : null;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
