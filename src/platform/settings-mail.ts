import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { addressOf } from './mail/index.ts';

/** How letters come in. */
export type MailInSettings = {
  /** null: no letter is taken over SMTP. */
  smtp: {
    port: number;
    host: string;
    /** Named on purpose: a port that is taken then ends the start; the usual one is gone without. */
    named: boolean;
    tls: { cert: Buffer; key: Buffer } | null;
    mostClients: number;
    mostPerMinute: number;
  } | null;
  imapUrl: string | null;
  mostBytes: number;
  /** The addresses we are written to, in small letters; each with its plus-addresses. */
  addresses: string[];
};

const said = (vi: string, en: string) => JSON.stringify({ vi, en });
const whole = (least: number, most: number, example: string) => {
  const mistake = said(
    `phải là số nguyên từ ${least} đến ${most}, ví dụ ${example}`,
    `must be a whole number from ${least} to ${most}, for example ${example}`,
  );
  return z.coerce.number(mistake).int(mistake).min(least, mistake).max(most, mistake);
};
const pem = (example: string) =>
  z
    .string()
    .refine(
      (path) => contentOf(path)?.includes('-----BEGIN ') ?? false,
      said(
        `phải là tập tin PEM đọc được, ví dụ ${example}`,
        `must be a PEM file that can be read, for example ${example}`,
      ),
    )
    .optional();

export const mailInEnvironment = {
  SMTP_IN_PORT: z
    .preprocess((value) => (value === 'off' ? 0 : value), whole(0, 65535, 'SMTP_IN_PORT=2525'))
    .optional(),
  SMTP_IN_HOST: z
    .string()
    .regex(
      /^[\w.:-]+$/,
      said(
        'phải là tên máy hoặc địa chỉ, ví dụ SMTP_IN_HOST=0.0.0.0',
        'must be a host name or address, for example SMTP_IN_HOST=0.0.0.0',
      ),
    )
    .default('127.0.0.1'),
  SMTP_IN_CERT: pem('SMTP_IN_CERT=/etc/ssl/mail.pem'),
  SMTP_IN_KEY: pem('SMTP_IN_KEY=/etc/ssl/mail.key'),
  SMTP_IN_TO: z
    .string()
    .refine(
      (list) => addressesIn(list).every((one) => /^[^\s@]+@[^\s@]+$/.test(one)),
      said('phải là các địa chỉ thư cách nhau bằng dấu phẩy', 'must be mail addresses with commas between'),
    )
    .optional(),
  SMTP_IN_MOST_MB: whole(1, 200, 'SMTP_IN_MOST_MB=40').default(40),
  SMTP_IN_CLIENTS: whole(1, 10_000, 'SMTP_IN_CLIENTS=100').default(100),
  SMTP_IN_RATE: whole(1, 1_000_000, 'SMTP_IN_RATE=6000').default(6000),
  IMAP_URL: z
    .string()
    .refine(
      (value) => URL.canParse(value) && ['imap:', 'imaps:'].includes(new URL(value).protocol),
      said('phải có dạng imaps://tên:mật-khẩu@máy/INBOX', 'must look like imaps://user:password@host/INBOX'),
    )
    .optional(),
};

const shape = z.object(mailInEnvironment);
type Given = z.infer<typeof shape>;

export function mailInSettings(env: Given, mailFrom: string): MailInSettings {
  const port = env.SMTP_IN_PORT ?? 2525;
  const [cert, key] = [contentOf(env.SMTP_IN_CERT), contentOf(env.SMTP_IN_KEY)];
  return {
    smtp:
      port === 0
        ? null
        : {
            port,
            host: env.SMTP_IN_HOST,
            named: env.SMTP_IN_PORT !== undefined,
            tls: cert && key ? { cert, key } : null,
            mostClients: env.SMTP_IN_CLIENTS,
            mostPerMinute: env.SMTP_IN_RATE,
          },
    imapUrl: env.IMAP_URL ?? null,
    mostBytes: env.SMTP_IN_MOST_MB * 1_000_000,
    addresses: env.SMTP_IN_TO ? addressesIn(env.SMTP_IN_TO) : [addressOf(mailFrom)],
  };
}

const addressesIn = (list: string): string[] =>
  list
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean);

function contentOf(path: string | undefined): Buffer | null {
  try {
    return path ? readFileSync(path) : null;
  } catch {
    return null;
  }
}
