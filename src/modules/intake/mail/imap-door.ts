import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { Refused } from '#platform/refused.ts';
import { type AcceptDeps, acceptMail } from './accept-mail.ts';

export type ImapDoorOptions = {
  /** imaps://user:password@host/folder; imap:// speaks TLS as soon as the server offers it. */
  url: string;
  /** The longest rest after a failure; the first one is a twentieth of it. */
  longestRest?: number;
  warn?: (message: string) => void;
};
export type ImapDoor = { close(): Promise<void> };

/** A folder is looked at this often even when nothing is heard of it: some servers forget to tell. */
const longestIdle = 5 * 60_000;

/** Fetches what is unread in a folder as it comes. A letter is marked read only after it is on the disk and in the database. */
export function openImapDoor(deps: AcceptDeps, options: ImapDoorOptions): ImapDoor {
  const { warn = () => {}, longestRest = 60_000 } = options;
  const closing = new AbortController();
  let client: ImapFlow | undefined;
  const running = run();

  async function run(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; ) {
      client = connectTo(options.url);
      client.on('error', (error: unknown) => warn(`imap: ${String(error)}`));
      try {
        await client.connect();
        if (closing.signal.aborted) return client.close();
        await watchFolder(deps, client, folderOf(options.url), closing.signal, (troubles) => {
          failures = 0;
          for (const trouble of troubles) warn(`imap: ${trouble}`);
        });
      } catch (error) {
        if (!closing.signal.aborted) warn(`imap: ${String(error)}; trying again`);
      }
      client.close();
      failures += 1;
      const rest = Math.min(longestRest, (longestRest / 20) * 2 ** (failures - 1));
      await sleep(rest, null, { signal: closing.signal }).catch(() => {});
    }
  }

  return {
    async close() {
      closing.abort();
      client?.close();
      await running;
    },
  };
}

function connectTo(address: string): ImapFlow {
  const url = new URL(address);
  const secure = url.protocol === 'imaps:';
  return new ImapFlow({
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
  });
}

const folderOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX';

/** Until the connection breaks or the door is closed: take what is there, wait for word of more. */
async function watchFolder(
  deps: AcceptDeps,
  client: ImapFlow,
  folder: string,
  closing: AbortSignal,
  goesWell: (troubles: string[]) => void,
): Promise<void> {
  await client.mailboxOpen(folder);
  const left = new Set<number>();
  let told = Promise.withResolvers<void>();
  const wake = () => told.resolve();
  client.on('exists', wake);
  client.on('close', wake);
  closing.addEventListener('abort', wake, { once: true });
  while (client.usable && !closing.aborted) {
    told = Promise.withResolvers();
    goesWell(await takeUnread(deps, client, left));
    const look = setTimeout(wake, longestIdle);
    void client.idle().catch(wake);
    await told.promise;
    clearTimeout(look);
  }
}

/** `left`: letters that are too big for us. They stay unread in their folder, and are not fetched again and again. */
async function takeUnread(deps: AcceptDeps, client: ImapFlow, left: Set<number>): Promise<string[]> {
  const unread = await client.search({ seen: false }, { uid: true });
  const tooBig: string[] = [];
  for (const uid of unread || []) {
    if (left.has(uid)) continue;
    const { content } = await client.download(String(uid), undefined, { uid: true });
    if (!content) continue; // somebody else took it away meanwhile
    try {
      await acceptMail(deps, { content, sender: 'imap', recipients: [], door: 'imap' });
    } catch (error) {
      if (!(error instanceof Refused) || error.reason.status !== 413) throw error;
      left.add(uid);
      tooBig.push(`letter ${uid} is too big and stays in its folder`);
      continue;
    }
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  }
  return tooBig;
}
