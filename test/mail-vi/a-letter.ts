import { randomUUID } from 'node:crypto';
import iconv from 'iconv-lite';

export type LetterFile = { name: string; type: string; content: Buffer; inline?: boolean; rawName?: string };
type Given = {
  from?: string;
  subject?: string;
  text?: string;
  html?: string;
  /** What the letter says of itself, and what its bytes really are. */
  declared?: string;
  charset?: string;
  messageId?: string | null;
  headers?: string[];
  files?: LetterFile[];
};

/** For tests: a letter as a mail program of the country would write it, byte by byte. */
export function aLetter(given: Given = {}): Buffer {
  const {
    from = 'Nguyễn Thị Đào <dao@example.com>',
    subject = 'Mất điện',
    text = 'Nhà tôi mất điện.',
  } = given;
  const { charset = 'utf-8', declared = charset, headers = [], files = [], html } = given;
  const id = given.messageId === undefined ? `<${randomUUID()}@example.com>` : given.messageId;
  const word = (words: string) =>
    /^[\x20-\x7e]*$/.test(words) ? words : `=?${declared}?B?${encode(words, charset).toString('base64')}?=`;
  const [, name = '', address = from] = /^(.*?)\s*<(.*)>$/.exec(from) ?? [];
  const head = [
    ...(from ? [`From: ${name ? `${word(name)} ` : ''}<${address}>`] : []),
    'To: cskh@thu.example',
    `Subject: ${word(subject)}`,
    ...(id ? [`Message-ID: ${id}`] : []),
    'MIME-Version: 1.0',
    ...headers,
  ];
  const type = html === undefined ? 'plain' : 'html';
  const body = bodyPart(type, encode(html ?? text, charset), declared);
  if (files.length === 0) return Buffer.concat([lines(head), body]);
  const boundary = 'ranh-gioi-0001';
  const parts = [body, ...files.map(filePart)].flatMap((part) => [lines(['', `--${boundary}`]), part]);
  return Buffer.concat([
    lines([...head, `Content-Type: multipart/mixed; boundary="${boundary}"`, '']),
    ...parts,
    lines(['', `--${boundary}--`]),
  ]);
}

const lines = (all: string[]): Buffer => Buffer.from(all.map((line) => `${line}\r\n`).join(''), 'latin1');
const bodyPart = (type: string, bytes: Buffer, declared: string): Buffer =>
  Buffer.concat([
    lines([`Content-Type: text/${type}; charset=${declared}`, 'Content-Transfer-Encoding: 8bit', '']),
    bytes,
    lines(['']),
  ]);

function filePart({ name, type, content, inline = false, rawName }: LetterFile): Buffer {
  const named = rawName ?? `filename*=UTF-8''${encodeURIComponent(name)}`;
  const base64 = content.toString('base64').replace(/.{76}/g, '$&\r\n');
  return lines([
    `Content-Type: ${type}`,
    `Content-Disposition: ${inline ? 'inline' : 'attachment'}; ${named}`,
    ...(inline ? ['Content-ID: <pic@example.com>'] : []),
    'Content-Transfer-Encoding: base64',
    '',
    base64,
  ]);
}

/** Windows-1258 has no letter with two signs in one: the tone stands by itself behind it. */
export function encode(text: string, charset: string): Buffer {
  if (charset !== 'windows-1258') return iconv.encode(text, charset);
  const parts = [...text.normalize('NFC')].flatMap((letter) => {
    if (iconv.decode(iconv.encode(letter, charset), charset) === letter) return [letter];
    const signs = letter.normalize('NFD');
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(signs)?.[0] ?? '';
    return [signs.replace(tone, '').normalize('NFC') + tone];
  });
  return iconv.encode(parts.join(''), charset);
}
