import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { KeyRing, Machine } from '#modules/accounts/index.ts';
import type { PaperToAttach } from '#modules/cases/index.ts';
import { type FileStore, mostBytes } from '#platform/files/index.ts';
import { refuse } from '#platform/refused.ts';
import { open311Reasons } from './reasons.ts';
import { readSent, type Sent } from './rules/read-sent.ts';
import { machineOf, needMachine, sentBy } from './who-asks.ts';

export type Body = { machine: Machine; sent: Sent; documents: PaperToAttach[] };
type Deps = { files: FileStore; ring: KeyRing };

const limits = { fileSize: 4 * mostBytes, files: 5, fields: 200, fieldSize: 20_000 };

/** Whose notice it is and what it says. A form as the standard has it, or in parts with pictures as many applications send it. */
export async function readBody(request: FastifyRequest, deps: Deps): Promise<Body> {
  if (request.isMultipart()) return readParts(request, deps);
  const machine = needMachine(request.machine);
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? ''))
    throw refuse(open311Reasons.form_needed);
  return { machine, sent: sentBy(request), documents: [] };
}

/** A picture is stored only once the key is known to hold, so the key stands in the address or before the pictures. */
async function readParts(request: FastifyRequest, { files, ring }: Deps): Promise<Body> {
  const fields = new Map<string, string[]>();
  const documents: PaperToAttach[] = [];
  const sent = () => readSent(request.query, Object.fromEntries(fields));
  let { machine } = request;
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value)]);
    } else if (part.filename === '') {
      part.file.resume();
    } else {
      machine = needMachine(machine ?? (await machineOf(ring, sent())));
      const kept = await files.store(part.file, { name: part.filename, declaredMime: part.mimetype });
      documents.push({ ...kept, kind: 'media' });
    }
  }
  machine = needMachine(machine ?? (await machineOf(ring, sent())));
  // The pictures tell one notice from another as its words do.
  fields.set(
    'media',
    documents.map(({ sha256 }) => sha256),
  );
  return { machine, sent: sent(), documents };
}
