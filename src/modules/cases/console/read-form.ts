import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FileStore, mostBytes } from '#platform/files/index.ts';
import type { PaperToAttach } from '../attach.ts';

export type SentForm = {
  fields: Record<string, string>;
  papers: PaperToAttach[];
  /** Why a file was not taken. Kept until every field is read, so that what was typed can come back with it. */
  fileError: unknown;
};

const fieldsSchema = z.record(z.string(), z.string()).catch({});
/** The store says which file is too big; far beyond that the line is cut. */
const limits = { fileSize: 4 * mostBytes, files: 20, fields: 40, fieldSize: 100_000 };

/** The fields of a form and its files, which lie in the store when this returns. */
export async function readForm(request: FastifyRequest, files: FileStore): Promise<SentForm> {
  const form: SentForm = { fields: {}, papers: [], fileError: null };
  if (!request.isMultipart()) return { ...form, fields: fieldsSchema.parse(request.body ?? {}) };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') form.fields[part.fieldname] = typeof part.value === 'string' ? part.value : '';
    else if (part.filename === '' || form.fileError) part.file.resume();
    else
      await files
        .store(part.file, { name: part.filename, declaredMime: part.mimetype })
        .then((kept) => form.papers.push({ ...kept, kind: 'other' }))
        .catch((error: unknown) => {
          form.fileError = error;
          part.file.resume();
        });
  }
  return form;
}
