import { readCaseById } from '#modules/cases/index.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { type DossierRow, listStatusEvents, lockDossier, updateDossier } from './queries.ts';
import { findEndpoint } from './queries-endpoints.ts';
import { type DossierDeps, registerDossier } from './register-dossier.ts';
import { foldStatuses, type StatusEvent, type Told } from './rules/fold-status.ts';
import { tellPortal } from './tell-portal.ts';

/**
 * Brings the dossier of a case to where its events are, and writes what the portal is to be told of each. All is worked out from
 * the events not told yet, so a job that comes late, twice or before another one tells the same messages in the same order.
 */
export async function followCase(deps: DossierDeps, caseId: string): Promise<DossierRow | null> {
  const registered = await registerDossier(deps, caseId);
  if (!registered) return null;
  return inScope(deps.db, systemScope, async (trx) => {
    const dossier = await lockDossier(trx, caseId);
    if (!dossier) return null;
    const events = await listStatusEvents(trx, caseId);
    const last = events.at(-1)?.seq ?? 0;
    if (last <= dossier.told_seq) return dossier;
    const told = foldStatuses(events);
    const now = told.at(-1);
    const change = { told_seq: last, ...(now ? { status: now.status, status_at: now.at } : {}) };
    await updateDossier(trx, caseId, change);
    await tellNews(trx, deps, dossier, events, told);
    return { ...dossier, ...change };
  });
}

async function tellNews(
  trx: Trx,
  { clock }: DossierDeps,
  dossier: DossierRow,
  events: readonly StatusEvent[],
  told: readonly Told[],
): Promise<void> {
  const endpoint = dossier.endpoint ? await findEndpoint(trx, dossier.endpoint) : undefined;
  const found = await readCaseById(trx, dossier.case_id);
  if (!endpoint || !found) return;
  const portal = { trx, endpoint, dossier, found, now: clock.now() };
  for (const event of events.filter(({ seq }) => seq > dossier.told_seq)) {
    // A dossier that the portal sent is known to it already.
    if (event.kind === 'open' && !dossier.portal_dossier) await tellPortal(portal, 'dossier', event, null);
    if (event.kind.startsWith('complete_')) await tellPortal(portal, 'progress', event, null);
    const status = told.find(({ seq }) => seq === event.seq)?.status;
    if (status && event.kind === 'complete_last_step') await tellPortal(portal, 'result', event, status);
    else if (status) await tellPortal(portal, 'status', event, status);
  }
}
