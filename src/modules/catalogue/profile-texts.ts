import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The files of a profile: name inside it to text, in the order of their names. `hash` tells one content from another. */
export type ProfileTexts = { files: Map<string, string>; hash: string };

export async function readTexts(directory: string): Promise<ProfileTexts> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(nothingThere);
  const names = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const files = new Map<string, string>();
  for (const name of names) files.set(name, (await readFile(join(directory, name), 'utf8')).normalize('NFC'));
  const hash = createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex');
  return { files, hash };
}

/** A folder that does not exist is one without files: what is missing is said in the words of a profile. */
function nothingThere(error: NodeJS.ErrnoException): never[] {
  if (error.code !== 'ENOENT') throw error;
  return [];
}
