import { z } from 'zod';
import type { StoredFile } from '#platform/files/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { type Reason, refuse } from '#platform/refused.ts';
import type { PaperToAttach } from '../attach.ts';
import { findSentFiles, putSentFile } from '../queries-sent-files.ts';
import { caseReasons } from '../reasons.ts';

/** A file that this key sent before, named by its hash; `kind` says which of the service's documents it is. */
export const paperGiven = z
  .strictObject({
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('As answered by POST /api/v1/files'),
    kind: z.string().min(1).max(60).default('other').describe('The code of one of the service’s documents'),
  })
  .meta({ id: 'PaperGiven' });
export type PaperGiven = z.infer<typeof paperGiven>;
export const papersGiven = z.array(paperGiven).max(20).default([]);

const ownerOf = (keyId: string): string => `key:${keyId}`;
const scopeOf = (keyId: string) => ({ ...publicScope, desks: [ownerOf(keyId)] });

export const rememberSent = (db: Database, keyId: string, file: StoredFile, at: Date) =>
  inScope(db, scopeOf(keyId), (trx) => putSentFile(trx, { ...file, owner: ownerOf(keyId), at }));

/** The files that a key sent, as papers of a case; refuses those it did not send, by their place in the request. */
export async function sentPapers(
  db: Database,
  keyId: string,
  given: readonly PaperGiven[],
): Promise<PaperToAttach[]> {
  if (given.length === 0) return [];
  const rows = await inScope(db, scopeOf(keyId), (trx) =>
    findSentFiles(
      trx,
      ownerOf(keyId),
      given.map(({ sha256 }) => sha256),
    ),
  );
  const known = new Map(rows.map((row) => [row.sha256, row]));
  const wrong: Record<string, Reason> = {};
  const papers = given.flatMap(({ sha256, kind }, index) => {
    const file = known.get(sha256);
    if (!file) wrong[`/documents/${index}/sha256`] = caseReasons.file_not_sent;
    return file ? [{ ...file, kind }] : [];
  });
  if (Object.keys(wrong).length > 0) throw refuse(caseReasons.file_not_sent, {}, wrong);
  return papers;
}
