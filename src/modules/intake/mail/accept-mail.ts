import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '#platform/clock.ts';
import type { FileStore } from '#platform/files/index.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { insertMail } from './queries-mails.ts';
import { mailKey } from './rules/mail-key.ts';

export type AcceptDeps = { db: Database; clock: Clock; files: FileStore };
export type Arriving = {
  content: AsyncIterable<Uint8Array>;
  /** As the sending server said it; empty where nobody wants an answer. */
  sender: string;
  recipients: readonly string[];
  door: 'smtp' | 'imap';
};
export type Accepted = { id: string; bytes: number; fresh: boolean };

const mostHead = 1_000_000;

/** Keeps a letter whole and writes it down, durably, with the job that reads it. Only after this may its sender forget it. */
export async function acceptMail({ db, clock, files }: AcceptDeps, arriving: Arriving): Promise<Accepted> {
  const watched = watch(arriving.content);
  const { sha256, bytes } = await files.keep(watched.content, 'thu.eml');
  const now = clock.now();
  const id = randomUUID();
  const sender = plain(arriving.sender);
  const key = mailKey({ ...watched.seen(), sender, day: now.toISOString().slice(0, 10) });
  const fresh = await inScope(db, systemScope, async (trx) => {
    const isNew = await insertMail(trx, {
      id,
      key,
      raw_sha256: sha256,
      bytes,
      door: arriving.door,
      sender,
      recipients: arriving.recipients.map(plain),
      received_at: now,
      next_try_at: now,
    });
    if (isNew) await enqueue(trx, 'read_mails', {});
    return isNew;
  });
  return { id, bytes, fresh };
}

const plain = (address: string): string =>
  address
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .slice(0, 320);

/** Passes a letter through, and remembers its head and the digest of what follows it. */
function watch(content: AsyncIterable<Uint8Array>) {
  let head = '';
  let ended = false;
  const body = createHash('sha256');
  async function* through(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      if (ended) body.update(chunk);
      else takeHead(Buffer.from(chunk).toString('latin1'));
      yield chunk;
    }
  }
  function takeHead(more: string): void {
    const from = Math.max(0, head.length - 3);
    head += more;
    const at = /\r?\n\r?\n/.exec(head.slice(from));
    if (!at && head.length < mostHead) return;
    const end = at ? from + at.index : mostHead;
    body.update(head.slice(end), 'latin1');
    head = head.slice(0, end);
    ended = true;
  }
  return { content: through(), seen: () => ({ head, bodyDigest: body.digest('hex') }) };
}
