import type { FileStore } from '#platform/files/index.ts';
import type { Reader } from './parse/open-reader.ts';
import type { MailRow } from './queries-mails.ts';
import type { Letter } from './rules/letter.ts';

/** `trouble`: why it could not be read; then the letter is only what its first lines say. */
export type ReadLetter = { letter: Letter; trouble: string | null };

/** One that made the whole process end this often is not read again. */
const mostTries = 10;

export async function readLetter(
  { files, reader }: { files: FileStore; reader: Reader },
  mail: MailRow,
): Promise<ReadLetter> {
  const raw = await files.read(mail.raw_sha256);
  const read = mail.tries > mostTries ? { trouble: 'given up on' } : await reader.read(raw);
  if ('letter' in read) return { letter: read.letter, trouble: null };
  return { letter: roughly(raw), trouble: read.trouble.slice(0, 500) };
}

/** Sender and subject as they stand in the head, without any decoding. */
function roughly(raw: Buffer): Letter {
  const head =
    raw
      .subarray(0, 20_000)
      .toString('latin1')
      .split(/\r?\n\r?\n/)[0] ?? '';
  const line = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.{1,300})`, 'im')
      .exec(head)?.[1]
      ?.replace(/[^\x20-\x7e\xa0-\xff]/g, '')
      .trim();
  const address = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/.exec(line('from') ?? '')?.[0]?.toLowerCase();
  return {
    messageId: null,
    answers: [],
    from: address ? { name: '', address } : null,
    to: [],
    subject: line('subject') ?? '',
    text: '',
    files: [],
    signs: {},
    inside: [],
    outcomes: [],
  };
}
