import type { FileStore } from '#platform/files/index.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { EndpointRow } from './queries-endpoints.ts';
import { findCaseOfFile, listFiledPapers, listResults } from './queries-messages.ts';
import { portalReasons } from './reasons.ts';
import type { DossierDeps } from './register-dossier.ts';

export type Fetched = { name: string; mime: string; sha256: string; content: Buffer };

/** A file of a dossier of this portal that it was told of: what was filed, or what came of it. Of all else it learns nothing. */
export async function fetchFile(
  { db, files }: DossierDeps & { files: FileStore },
  endpoint: EndpointRow,
  id: string,
): Promise<Fetched> {
  const file = await inScope(db, systemScope, (trx) => findFile(trx, endpoint.code, id));
  if (!file) throw refuse(portalReasons.no_such_file);
  const { name, mime, sha256 } = file;
  return { name, mime, sha256, content: await files.read(sha256) };
}

async function findFile(trx: Trx, endpoint: string, id: string) {
  const caseId = await findCaseOfFile(trx, endpoint, id);
  if (!caseId) return undefined;
  const told = [...(await listFiledPapers(trx, caseId)), ...(await listResults(trx, caseId))];
  return told.find((one) => one.id === id);
}
