import { fileTypeFromFile } from 'file-type';
import { refuse } from '../refused.ts';
import { endingOf } from './clean-name.ts';
import { fileReasons } from './reasons.ts';

export type Kind = { mime: string; family: 'photo' | 'pdf'; said: string; endings: readonly string[] };

const kinds: readonly Kind[] = [
  { mime: 'image/jpeg', family: 'photo', said: 'JPEG', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  { mime: 'image/png', family: 'photo', said: 'PNG', endings: ['png'] },
  { mime: 'image/webp', family: 'photo', said: 'WebP', endings: ['webp'] },
  { mime: 'application/pdf', family: 'pdf', said: 'PDF', endings: ['pdf'] },
];
const aliases: Record<string, string> = {
  'image/apng': 'image/png',
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'application/x-pdf': 'application/pdf',
};
const kindOf = (mime: string) => kinds.find((kind) => kind.mime === (aliases[mime] ?? mime));
const saysNothing = ['', 'application/octet-stream', 'binary/octet-stream'];

/** The `accept` of a file input, and what the page says is taken. */
export const acceptedFiles = kinds.map((kind) => kind.mime).join(',');

/**
 * What the content is, or the refusal. A name or a declared type of another family is a lie; a PNG that calls itself
 * JPEG is not held against anybody, as phones do that and the photo is made anew in its true form.
 */
export async function sniff(path: string, name: string, declaredMime: string): Promise<Kind> {
  const found = await fileTypeFromFile(path);
  if (!found) throw refuse(fileReasons.file_kind_unknown, { name });
  if (/^image\/hei[cf]/.test(found.mime)) throw refuse(fileReasons.file_is_heic, { name });
  const kind = kindOf(found.mime);
  if (!kind) throw refuse(fileReasons.file_kind_refused, { name, found: found.ext.toUpperCase() });
  const lie = [sayingOfName(name), sayingOfMime(declaredMime)].find(
    (said) => said && said.family !== kind.family,
  );
  if (lie) throw refuse(fileReasons.file_lies, { name, said: lie.said, found: kind.said });
  return kind;
}

type Saying = { family: string; said: string } | null;

function sayingOfName(name: string): Saying {
  const ending = endingOf(name);
  if (!ending) return null;
  return (
    kinds.find((kind) => kind.endings.includes(ending)) ?? { family: 'other', said: ending.toUpperCase() }
  );
}

function sayingOfMime(declared: string): Saying {
  const mime = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  if (saysNothing.includes(mime)) return null;
  return kindOf(mime) ?? { family: 'other', said: mime };
}
