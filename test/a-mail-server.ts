import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as it arrived: its raw form, its headers decoded, its parts by type. */
export type ArrivedLetter = {
  raw: string;
  recipients: string[];
  headers: Record<string, string>;
  parts: Record<string, string>;
};
export type MailServer = {
  url: string;
  letters: ArrivedLetter[];
  /** Answers the next letters with this code instead of taking them. */
  refuseNext(times: number, code: number): void;
  /** Waits this long before it takes a letter. */
  takeTime(milliseconds: number): void;
  close(): Promise<void>;
};

/** A real SMTP server on the loopback. */
export async function aMailServer(): Promise<MailServer> {
  const letters: ArrivedLetter[] = [];
  const refusing = { times: 0, code: 450 };
  let slow = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, callback) {
      if (refusing.times <= 0) return callback();
      refusing.times -= 1;
      callback(Object.assign(new Error('not now'), { responseCode: refusing.code }));
    },
    async onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(Buffer.from(chunk));
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      await new Promise((resolve) => setTimeout(resolve, slow));
      letters.push(parse(Buffer.concat(chunks).toString('latin1'), recipients));
      callback();
    },
  });
  server.on('error', () => {}); // a sender that hangs up
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address: AddressInfo | string | null = listening.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuseNext: (times, code) => Object.assign(refusing, { times, code }),
    takeTime: (milliseconds) => {
      slow = milliseconds;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function parse(raw: string, recipients: string[]): ArrivedLetter {
  const [head, body] = divide(raw);
  const headers = headersOf(head);
  const boundary = /boundary="?([^";]+)/.exec(headers['content-type'] ?? '')?.[1];
  const parts = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => part.slice(2))
    : [raw];
  return { raw, recipients, headers, parts: Object.fromEntries(parts.map(partOf)) };
}

function partOf(part: string): [type: string, words: string] {
  const [head, body] = divide(part);
  const headers = headersOf(head);
  const type = headers['content-type']?.split(';')[0] ?? '';
  return [type, decoded(body, headers['content-transfer-encoding'] ?? '7bit')];
}

function divide(text: string): [string, string] {
  const at = text.indexOf('\r\n\r\n');
  return [text.slice(0, at), text.slice(at + 4)];
}

function headersOf(head: string): Record<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), encodedWords(line.slice(at + 1).trim())];
    }),
  );
}

const encodedWords = (value: string): string =>
  value.replace(/\?= +=\?/g, '?==?').replace(/(?:=\?utf-8\?([QB])\?[^?]*\?=)+/gi, (run) => {
    const bytes = [...run.matchAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi)].map(([, how = '', words = '']) =>
      how.toUpperCase() === 'B' ? Buffer.from(words, 'base64') : quoted(words.replaceAll('_', ' ')),
    );
    return Buffer.concat(bytes).toString('utf8');
  });

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return quoted(body.replace(/=\r\n/g, '')).toString('utf8');
  return body;
}

const quoted = (words: string): Buffer =>
  Buffer.from(
    words.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
