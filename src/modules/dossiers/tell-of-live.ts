import { enqueue } from '#platform/jobs.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { followCase } from './follow-case.ts';
import { listLiveUnlinked } from './queries.ts';
import { findEndpoint } from './queries-endpoints.ts';
import type { DossierDeps } from './register-dossier.ts';

/** Once a portal is connected: it hears of every dossier of its place that is still under way, each from its beginning. */
export const tellOfLive = (trx: Trx, endpoint: string, runAt: Date) =>
  enqueue(trx, 'portal_connected', { endpoint }, { runAt, jobKey: `portal-connected:${endpoint}` });

export async function followLive(deps: DossierDeps, code: string): Promise<void> {
  const live = await inScope(deps.db, systemScope, async (trx) => {
    const endpoint = await findEndpoint(trx, code);
    return endpoint?.active ? listLiveUnlinked(trx, endpoint.unit_code, endpoint.company_path) : [];
  });
  for (const { case_id } of live) await followCase(deps, case_id);
}
