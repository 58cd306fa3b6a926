import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReader, openSmtpDoor, type SmtpDoorOptions } from '#modules/intake/index.ts';
import type { Clock } from '#platform/clock.ts';
import { type FileStore, openFileStore } from '#platform/files/index.ts';
import type { TestDatabase } from './use-db.ts';

export const ourAddress = 'cskh@thu.example';

/** For tests: the door for letters on a real socket, its file store and the thread that reads. */
export async function aMailDoor(
  { db, clock }: { db: TestDatabase['db']; clock: Clock },
  change: Partial<SmtpDoorOptions> = {},
  bounds: Parameters<typeof openReader>[0] = {},
  store?: FileStore,
) {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-test-mail-'));
  const most = change.mostBytes ?? 40_000_000;
  const files = store ?? openFileStore(folder, { most });
  const reader = openReader(bounds);
  const door = await openSmtpDoor(
    { db, clock, files },
    {
      port: 0,
      host: '127.0.0.1',
      tls: null,
      mostClients: 50,
      mostPerMinute: 100_000,
      mostBytes: most,
      addresses: [ourAddress],
      ...change,
    },
  );
  const letters = {
    files,
    reader,
    secret: 'for tests only '.repeat(3),
    addresses: [ourAddress],
    host: 'thu.example',
  };
  return {
    port: door.port,
    files,
    letters,
    send: (raw: string | Buffer, from?: string, to?: string[]) => sendMail(door.port, raw, from, to),
    close: async () => {
      await door.close();
      await reader.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Speaks SMTP by hand, so that the bytes arrive exactly as they are. Resolves to the answers, the one to DATA last. */
export async function sendMail(
  port: number,
  raw: string | Buffer,
  from = 'dao@example.com',
  to: string[] = [ourAddress],
): Promise<string[]> {
  const socket = connect(port, '127.0.0.1');
  const answers: string[] = [];
  let waiting = '';
  const lines = socket.setEncoding('latin1')[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*(\d{3} .*)\r\n/.exec(waiting);
      if (whole?.[1]) {
        waiting = waiting.slice(whole[0].length);
        answers.push(whole[1]);
        return whole[1];
      }
      const { value, done } = await lines.next();
      if (done) throw new Error(`the server hung up after ${answers.at(-1)}`);
      waiting += value;
    }
  };
  const say = (line: string) => {
    socket.write(`${line}\r\n`);
    return answer();
  };
  await answer();
  await say('EHLO sender.example');
  const first = await say(`MAIL FROM:<${from}> BODY=8BITMIME`);
  if (first.startsWith('2')) {
    for (const one of to) await say(`RCPT TO:<${one}>`);
    if ((await say('DATA')).startsWith('354')) {
      socket.write(stuffed(raw));
      await answer();
    }
  }
  socket.end('QUIT\r\n');
  return answers;
}

/** As the line protocol wants it: CRLF at the end, a leading dot doubled. */
function stuffed(raw: string | Buffer): Buffer {
  const text = (typeof raw === 'string' ? Buffer.from(raw) : raw).toString('latin1');
  const whole = text === '' || text.endsWith('\r\n') ? text : `${text}\r\n`;
  return Buffer.from(`${whole.replace(/^\./gm, '..')}.\r\n`, 'latin1');
}
