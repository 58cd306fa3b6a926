import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FileStore, mostBytes, type StoredFile } from '../files/index.ts';
import { Refused } from '../refused.ts';

export type SentFile = StoredFile & { field: string };
/** `refusedFiles`: why a file was not taken, by the field it came in. The other fields are read all the same. */
export type SentForm = {
  fields: Record<string, string>;
  files: SentFile[];
  refusedFiles: Record<string, Refused>;
};

const plainFields = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({});
/** The store says which file is too big; far beyond that the line is cut. */
const limits = { fileSize: 4 * mostBytes, files: 20, fields: 60, fieldSize: 100_000 };

/** The fields of a form and its files, which lie in the store when this returns. A field sent twice counts as its last. */
export async function readForm(request: FastifyRequest, store: FileStore): Promise<SentForm> {
  const form: SentForm = { fields: {}, files: [], refusedFiles: {} };
  if (!request.isMultipart()) {
    for (const [name, value] of Object.entries(plainFields.parse(request.body ?? {})))
      form.fields[name] = typeof value === 'string' ? value : (value.at(-1) ?? '');
    return form;
  }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') form.fields[part.fieldname] = typeof part.value === 'string' ? part.value : '';
    else if (part.filename === '') part.file.resume();
    else await take(part, store, form);
  }
  return form;
}

type FilePart = {
  fieldname: string;
  filename: string;
  mimetype: string;
  file: AsyncIterable<Uint8Array> & { resume(): unknown };
};

async function take(part: FilePart, store: FileStore, form: SentForm): Promise<void> {
  try {
    const kept = await store.store(part.file, { name: part.filename, declaredMime: part.mimetype });
    form.files.push({ ...kept, field: part.fieldname });
  } catch (error) {
    part.file.resume();
    if (!(error instanceof Refused) || error.reason.status === 503) throw error;
    form.refusedFiles[part.fieldname] = error;
  }
}
