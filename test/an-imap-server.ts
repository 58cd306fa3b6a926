import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

type Kept = { uid: number; raw: Buffer; seen: boolean };
export type ImapServer = {
  url: string;
  letters: Kept[];
  /** A letter comes into the folder; who idles is told. */
  deliver(raw: Buffer): void;
  /** Hangs up on everybody. */
  hangUp(): void;
  close(): Promise<void>;
};

/** For tests: as much of IMAP4rev1 with IDLE as one folder needs, over a real socket. */
export async function anImapServer(): Promise<ImapServer> {
  const letters: Kept[] = [];
  const open = new Set<Socket>();
  const idle = new Map<Socket, string>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    socket.write('* OK ready\r\n');
    let waiting = '';
    socket.setEncoding('latin1').on('data', (more: string) => {
      waiting += more;
      for (let at = waiting.indexOf('\r\n'); at >= 0; at = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, at);
        waiting = waiting.slice(at + 2);
        answer(socket, line);
      }
    });
  });

  function answer(socket: Socket, line: string): void {
    if (line.toUpperCase() === 'DONE') return void socket.write(`${idle.get(socket)} OK done\r\n`);
    const [, tag = '*', command = '', rest = ''] = /^(\S+) ((?:UID )?\S+)\s?(.*)$/i.exec(line) ?? [];
    if (command.toUpperCase() === 'IDLE') {
      idle.set(socket, tag);
      return void socket.write(`+ idling\r\n* ${letters.length} EXISTS\r\n`);
    }
    socket.write(Buffer.concat([...said(command.toUpperCase(), rest), Buffer.from(`${tag} OK done\r\n`)]));
    if (command.toUpperCase() === 'LOGOUT') socket.end();
  }

  function said(command: string, rest: string): Buffer[] {
    const lines = (...all: string[]) => all.map((one) => Buffer.from(`* ${one}\r\n`));
    if (command === 'CAPABILITY') return lines('CAPABILITY IMAP4rev1 IDLE');
    if (command === 'LIST') return lines('LIST () "/" INBOX');
    if (command === 'SELECT')
      return lines(
        'FLAGS (\\Seen)',
        `${letters.length} EXISTS`,
        '0 RECENT',
        'OK [UIDVALIDITY 1] ok',
        `OK [UIDNEXT ${letters.length + 1}] ok`,
      );
    if (command === 'UID SEARCH')
      return lines(
        `SEARCH ${letters
          .filter(({ seen }) => !seen)
          .map(({ uid }) => uid)
          .join(' ')}`.trim(),
      );
    const one = letters.find(({ uid }) => uid === Number(/^\d+/.exec(rest)?.[0]));
    if (one && command === 'UID STORE') one.seen = /\\Seen/.test(rest);
    if (one && command === 'UID FETCH') return fetched(one, rest);
    return [];
  }
  const fetched = ({ uid, raw }: Kept, what: string): Buffer[] => {
    const [, from, most] = /BODY\.PEEK\[\]<(\d+)\.(\d+)>/i.exec(what) ?? [];
    const part = from ? raw.subarray(Number(from), Number(from) + Number(most)) : raw;
    const name = from ? `BODY[]<${from}>` : 'BODY[]';
    return [
      Buffer.from(`* ${uid} FETCH (UID ${uid} RFC822.SIZE ${raw.length} ${name} {${part.length}}\r\n`),
      part,
      Buffer.from(')\r\n'),
    ];
  };

  await once(server.listen(0, '127.0.0.1'), 'listening');
  const at = server.address();
  const hangUp = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `imap://cskh:mat-khau@127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/INBOX`,
    letters,
    deliver(raw) {
      letters.push({ uid: letters.length + 1, raw, seen: false });
      for (const socket of idle.keys()) if (open.has(socket)) socket.write(`* ${letters.length} EXISTS\r\n`);
    },
    hangUp,
    close: async () => {
      hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
