import { type CaseRow, readCaseById } from '#modules/cases/index.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { type DossierRow, listStatusEvents, lockDossier, updateDossier } from './queries.ts';
import { findEndpoint, findEndpointServing } from './queries-endpoints.ts';
import { companyOf, type DossierDeps, registerDossier } from './register-dossier.ts';
import { foldStatuses, type StatusEvent, type Told } from './rules/fold-status.ts';
import { isProgress } from './step-told.ts';
import { type Portal, tellPortal } from './tell-portal.ts';

/**
 * Brings the dossier of a case to where its events are, and writes what the portal is to be told of each. All is worked out from
 * the events not told yet, so a job that comes late, twice or before another one tells the same messages in the same order.
 */
export async function followCase(deps: DossierDeps, caseId: string): Promise<DossierRow | null> {
  const registered = await registerDossier(deps, caseId);
  if (!registered) return null;
  return inScope(deps.db, systemScope, async (trx) => {
    const dossier = await lockDossier(trx, caseId);
    const found = dossier && (await readCaseById(trx, caseId));
    if (!dossier || !found) return null;
    const endpoint = await endpointOf(trx, dossier, found);
    // A portal that was connected after the dossier was registered is told of it from its beginning.
    const since = endpoint && !dossier.endpoint ? 0 : dossier.told_seq;
    if (found.version <= since) return dossier;
    const events = await listStatusEvents(trx, caseId);
    const told = foldStatuses(events);
    const now = told.at(-1);
    const change = {
      told_seq: found.version,
      endpoint: endpoint?.code ?? null,
      ...(now ? { status: now.status, status_at: now.at } : {}),
    };
    await updateDossier(trx, caseId, change);
    if (endpoint) {
      const portal = { trx, endpoint, dossier, found, now: deps.clock.now() };
      await tellNews(
        portal,
        events.filter(({ seq }) => seq > since),
        told,
      );
    }
    return { ...dossier, ...change };
  });
}

const endpointOf = (trx: Trx, { endpoint, centre_code }: DossierRow, found: CaseRow) =>
  endpoint ? findEndpoint(trx, endpoint) : findEndpointServing(trx, centre_code, companyOf(found));

async function tellNews(
  portal: Portal,
  events: readonly StatusEvent[],
  told: readonly Told[],
): Promise<void> {
  for (const event of events) {
    // A dossier that the portal sent is known to it already.
    if (event.kind === 'open' && !portal.dossier.portal_dossier)
      await tellPortal(portal, 'dossier', event, null);
    if (isProgress(event.kind)) await tellPortal(portal, 'progress', event, null);
    const status = told.find(({ seq }) => seq === event.seq)?.status;
    if (status && event.kind === 'complete_last_step') await tellPortal(portal, 'result', event, status);
    else if (status) await tellPortal(portal, 'status', event, status);
  }
}
