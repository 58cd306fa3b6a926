import type { PaperToAttach } from '#modules/cases/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import { Refused } from '#platform/refused.ts';
import type { LetterFile } from './rules/letter.ts';

/** A file of a letter and what became of it: a paper of the case (its sha256), or left in the letter, and why. */
export type Part = { name: string; mime: string; bytes: number; sha256: string | null; why: string | null };

/** The picture under somebody's name is no paper; a photographed document is never this small. */
const smallestPaper = 12_000;
const mostPapers = 20;

/** Keeps the files of a letter as uploads are kept. What is refused stays in the letter and is listed; nothing is unpacked. */
export async function keepFiles(
  store: FileStore,
  files: readonly LetterFile[],
): Promise<{ papers: PaperToAttach[]; parts: Part[] }> {
  const papers: PaperToAttach[] = [];
  const parts: Part[] = [];
  for (const file of files) {
    const { name, mime } = file;
    const [kept, why] = await keepOne(store, file, papers.length < mostPapers);
    if (kept) papers.push({ ...kept, kind: 'letter' });
    parts.push({ name, mime, bytes: file.content.byteLength, sha256: kept?.sha256 ?? null, why });
  }
  return { papers, parts };
}

type Kept = Omit<PaperToAttach, 'kind'>;

async function keepOne(
  store: FileStore,
  { name, mime, content, inline }: LetterFile,
  room: boolean,
): Promise<[Kept | null, string | null]> {
  if (inline && mime.startsWith('image/') && content.byteLength < smallestPaper) return [null, 'signature'];
  if (!room) return [null, 'too_many'];
  try {
    return [await store.store(once(content), { name, declaredMime: mime }), null];
  } catch (error) {
    if (error instanceof Refused && error.reason.status !== 503) return [null, error.reason.code];
    throw error; // no room on the disk: the letter waits
  }
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
