import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../refused.ts';
import { cleanName, nameAs } from './clean-name.ts';
import { type KeptBytes, keepRaw } from './keep-raw.ts';
import { type Kind, sniff } from './kinds.ts';
import { fileReasons } from './reasons.ts';
import { type OpenNew, receive } from './receive.ts';
import { remakePhoto } from './remake-photo.ts';
import { settle } from './settle.ts';

export type StoredFile = { sha256: string; name: string; mime: string; bytes: number };
export type FileStore = {
  /** Takes a photo or a PDF; refuses with a reason from `fileReasons`. The same content is kept once. */
  store(
    stream: AsyncIterable<Uint8Array>,
    about: { name: string; declaredMime?: string },
  ): Promise<StoredFile>;
  /** Keeps the bytes as they are, whatever they hold, durable before it answers: for what must be proved later. Empty is kept too. */
  keep(stream: AsyncIterable<Uint8Array>, name: string): Promise<KeptBytes>;
  /** The content, proved against its name; refused with 404 where there is none. Who may see it is the caller's to ask. */
  read(sha256: string): Promise<Buffer>;
};

export const mostBytes = 10_000_000;
const mostPixels = 64_000_000;
/** No upload takes this long: what lies there since is of a process that was killed. */
const abandonedAfter = 24 * 3_600_000;
const openNew: OpenNew = (path) => open(path, 'wx', 0o640);

/** A folder of files named by their sha256. Nothing half-written is ever seen under such a name. */
export function openFileStore(
  directory: string,
  { most = mostBytes, pixels = mostPixels, openNew: create = openNew } = {},
): FileStore {
  const incoming = join(directory, 'incoming');
  let tidied: Promise<void> | undefined;
  const placeOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256);

  async function take(
    stream: AsyncIterable<Uint8Array>,
    name: string,
    declared: string,
  ): Promise<StoredFile> {
    await mkdir(incoming, { recursive: true });
    tidied ??= removeAbandoned(incoming).catch(() => {}); // untidiness keeps no paper out
    await tidied;
    const raw = join(incoming, randomUUID());
    const made = `${raw}.made`;
    try {
      const { bytes, tooBig } = await receive(stream, raw, most, create);
      if (tooBig) throw refuse(fileReasons.file_too_big, { name, most: Math.floor(most / 1e6) });
      if (bytes === 0) throw refuse(fileReasons.file_empty, { name });
      const kind = await sniff(raw, name, declared);
      const content = await contentOf(raw, name, kind, pixels);
      if (kind.family === 'photo') await receive(once(content), made, content.byteLength, create);
      const sha256 = createHash('sha256').update(content).digest('hex');
      await settle(kind.family === 'photo' ? made : raw, placeOf(sha256));
      return { sha256, name: nameAs(name, kind.endings), mime: kind.mime, bytes: content.byteLength };
    } finally {
      await Promise.all([rm(raw, { force: true }), rm(made, { force: true })]);
    }
  }

  return {
    keep: (stream, name) => keepRaw(stream, name, { incoming, placeOf, most, create }).catch(noRoom),
    async store(stream, { name: given, declaredMime = '' }) {
      return take(stream, cleanName(given), declaredMime).catch(noRoom);
    },
    async read(sha256) {
      const content = /^[0-9a-f]{64}$/.test(sha256) ? await readFile(placeOf(sha256)).catch(ifAbsent) : null;
      if (content === null) throw refuse(fileReasons.file_missing);
      const found = createHash('sha256').update(content).digest('hex');
      if (found !== sha256) throw new Error(`file ${sha256} is damaged on the disk: its content is ${found}`);
      return content;
    },
  };
}

/** A PDF stays as it is: it is a signed document more often than not. It must at least be whole. */
async function contentOf(path: string, name: string, kind: Kind, pixels: number): Promise<Buffer> {
  if (kind.family === 'photo') return remakePhoto(path, name, kind.mime, pixels);
  const content = await readFile(path);
  if (content.lastIndexOf('%%EOF') < 0) throw refuse(fileReasons.file_broken, { name });
  return content;
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(ifAbsent);
    if (found && Date.now() - found.mtimeMs > abandonedAfter) await rm(join(folder, name), { force: true });
  }
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

function noRoom(error: unknown): never {
  throw hasNoRoom(error) ? refuse(fileReasons.storage_full) : error;
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);
const hasNoRoom = (error: unknown) => ['ENOSPC', 'EDQUOT', 'EROFS'].includes(String(codeOf(error)));

function ifAbsent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}
