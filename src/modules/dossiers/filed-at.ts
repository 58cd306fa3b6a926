import type { Trx } from '#platform/postgres/in-scope.ts';
import { uuidFrom } from '#platform/uuid-from.ts';
import { findOpening, listFilings } from './queries-inbox.ts';

/** The request by which a portal's filing opens a case: the same filing opens one case, and the case tells which filing it was. */
export const filingRequest = (endpoint: string, line: string): string =>
  uuidFrom(`portal ${endpoint} files ${line}`);

/**
 * The portal at which a case was filed, and what the portal calls it. Read from the filing itself, so that whoever registers the
 * dossier first, the filing or the job that follows the case, knows it.
 */
export async function filedAt(
  trx: Trx,
  caseId: string,
): Promise<{ endpoint: string; dossier: string } | undefined> {
  const opening = await findOpening(trx, caseId);
  if (opening?.channel !== 'portal') return undefined;
  const filings = await listFilings(trx, caseId);
  const filing = filings.find(
    ({ endpoint, line }) => line && filingRequest(endpoint, line) === opening.request_id,
  );
  return filing?.line ? { endpoint: filing.endpoint, dossier: filing.line } : undefined;
}
