import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { mailInEnvironment } from './settings-mail.ts';

/** A mistake in both languages, as JSON: Zod carries one text. */
const said = (vi: string, en: string) => JSON.stringify({ vi, en });
const schemes = (allowed: string[]) => (value: string) =>
  URL.canParse(value) && allowed.includes(new URL(value).protocol);
const portMistake = said(
  'phải là số cổng từ 0 đến 65535, ví dụ PORT=3000',
  'must be a port number from 0 to 65535, for example PORT=3000',
);
const rateMistake = said(
  'phải là số yêu cầu mỗi phút cho mỗi khóa, ví dụ API_RATE=6000; 0 là không giới hạn',
  'must be how many requests a minute each key may send, for example API_RATE=6000; 0 for no limit',
);

const mostMistake = said(
  'phải là số yêu cầu xử lý cùng lúc, từ 8 trở lên, ví dụ MOST_AT_ONCE=256',
  'must be how many requests are worked on at once, 8 or more, for example MOST_AT_ONCE=256',
);

export const environment = z.object({
  PORT: z.coerce
    .number(portMistake)
    .int(portMistake)
    .min(0, portMistake)
    .max(65535, portMistake)
    .default(3000),
  MOST_AT_ONCE: z.coerce
    .number(mostMistake)
    .int(mostMistake)
    .min(8, mostMistake)
    .max(100_000, mostMistake)
    .default(256),
  HOST: z
    .string()
    .regex(
      /^[\w.:-]+$/,
      said(
        'phải là tên máy hoặc địa chỉ, ví dụ HOST=0.0.0.0',
        'must be a host name or address, for example HOST=0.0.0.0',
      ),
    )
    .default('localhost'),
  DATABASE_URL: z
    .string()
    .refine(
      schemes(['postgres:', 'postgresql:']),
      said(
        'phải có dạng postgres://tên:mật-khẩu@máy/cơ-sở-dữ-liệu; bỏ trống thì dùng PostgreSQL đi kèm',
        'must look like postgres://user:password@host/database; leave it out to use the PostgreSQL that comes along',
      ),
    )
    .optional(),
  MOTCUA_VAR: z
    .string()
    .default('var')
    .transform((path) => resolve(path))
    .refine(isFolderOrNothing, said('là một tập tin; hãy nêu tên một thư mục', 'is a file; name a folder')),
  MOTCUA_PROFILE: z.string().optional(),
  MOTCUA_DEMO: z
    .enum(
      ['0', '1'],
      said('phải là 0 (không có dữ liệu minh họa) hoặc 1', 'must be 0 (no demonstration) or 1'),
    )
    .default('1'),
  API_RATE: z.coerce
    .number(rateMistake)
    .int(rateMistake)
    .min(0, rateMistake)
    .max(10_000_000, rateMistake)
    .default(6000),
  SMTP_URL: z
    .string()
    .refine(
      schemes(['smtp:', 'smtps:']),
      said(
        'phải có dạng smtp://máy:cổng hoặc smtps://tên:mật-khẩu@máy:cổng',
        'must look like smtp://host:port or smtps://user:password@host:port',
      ),
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .includes(
      '@',
      said(
        'phải là một địa chỉ thư, ví dụ MAIL_FROM=cskh@example.vn',
        'must be a mail address, for example MAIL_FROM=care@example.vn',
      ),
    )
    .optional(),
  ...mailInEnvironment,
  OIDC_ISSUER: z
    .string()
    .refine(
      schemes(['https:', 'http:']),
      said(
        'phải là địa chỉ https:// của nơi đăng nhập',
        'must be the https:// address of the sign-in service',
      ),
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  MOTCUA_URL: z
    .string()
    .refine(
      schemes(['https:', 'http:']),
      said(
        'phải là địa chỉ người dân gõ vào, ví dụ MOTCUA_URL=https://motcua.example.vn',
        'must be the address people type, for example MOTCUA_URL=https://motcua.example.vn',
      ),
    )
    .optional(),
  MOTCUA_SECRET: z
    .string()
    .min(
      32,
      said(
        'phải dài ít nhất 32 ký tự; bỏ trống thì tự tạo và giữ trong var/',
        'must have at least 32 characters; leave it out to have one made and kept in var/',
      ),
    )
    .optional(),
  WEBHOOK_ALLOW_PRIVATE: z
    .enum(
      ['0', '1'],
      said(
        'phải là 0 (chỉ gửi ra Internet qua https) hoặc 1 (gửi cả vào mạng nội bộ, cả http)',
        'must be 0 (only to the internet, by https) or 1 (also inside our own network, and by http)',
      ),
    )
    .default('0'),
});
export type Environment = z.infer<typeof environment>;

export const profileMistake = said(
  'phải là tên một thư mục trong profiles/',
  'must be the name of a folder in profiles/',
);

function isFolderOrNothing(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
}
