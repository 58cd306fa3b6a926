import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { FileStore } from '#platform/files/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { uuidFrom } from '#platform/uuid-from.ts';
import type { EndpointRow } from './queries-endpoints.ts';
import { insertFile } from './queries-inbox.ts';
import { portalReasons } from './reasons.ts';
import type { DossierDeps } from './register-dossier.ts';

const fileSchema = z.object({
  TenTepTin: z.string().min(1).max(300),
  HashTepTin: z.string().regex(/^[0-9a-f]{64}$/),
  NoiDung: z.base64(),
});

/**
 * Takes a file before the message that names it. Its bytes must have the hash it is sent with and be a photo or a PDF that is
 * what its name says; nothing is kept of one that lies. The same file sent again has the same IdTepTin.
 */
export async function receiveFile(
  { db, clock, files }: DossierDeps & { files: FileStore },
  endpoint: EndpointRow,
  raw: string,
): Promise<{ IdTepTin: string; HashTepTin: string }> {
  const { TenTepTin, HashTepTin, NoiDung } = readFile(raw);
  const content = Buffer.from(NoiDung, 'base64');
  const sent = createHash('sha256').update(content).digest('hex');
  if (sent !== HashTepTin)
    throw refuse(portalReasons.file_hash_differs, {}, { '/HashTepTin': portalReasons.file_hash_differs });
  const stored = await files.store(Readable.from([content]), { name: TenTepTin });
  const id = uuidFrom(`portal file ${endpoint.code} ${sent} ${stored.name}`);
  const { sha256, name, mime, bytes } = stored;
  const row = { id, endpoint: endpoint.code, sent_sha256: sent, sha256, name, mime, bytes, at: clock.now() };
  await inScope(db, systemScope, (trx) => insertFile(trx, row));
  return { IdTepTin: id, HashTepTin: sent };
}

function readFile(raw: string) {
  try {
    return fileSchema.parse(JSON.parse(raw));
  } catch (error) {
    const names = error instanceof z.ZodError ? error.issues.map(({ path }) => `/${path.join('/')}`) : ['/'];
    const fields = Object.fromEntries(names.map((name) => [name, portalReasons.value_wrong]));
    throw refuse(portalReasons.message_unreadable, {}, fields);
  }
}
