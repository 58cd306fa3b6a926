import { acting } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { refuse } from '#platform/refused.ts';
import { findDossier, listStatusEvents } from './queries.ts';
import { dossierReasons } from './reasons.ts';
import { foldStatuses } from './rules/fold-status.ts';
import { actTowards } from './rules/heed.ts';
import { isStatus } from './rules/status.ts';
import { statusName } from './texts.ts';

/** Writes down what the State's desk says of a dossier and only it can say: that it took it (2), fees asked (6) and paid (4). */
export const followPortal = (
  deps: acting.ActDeps,
  actor: Actor,
  request: acting.ActRequest & { status: number },
): Promise<acting.ActResult> =>
  acting.actOnCase(deps, actor, 'follow_portal', request, async ({ trx, found }) => {
    if (!(await findDossier(trx, found.id))) throw refuse(dossierReasons.dossier_not_found);
    const ours = foldStatuses(await listStatusEvents(trx, found.id)).at(-1)?.status;
    const follows = ours && isStatus(request.status) && actTowards(ours, request.status) === 'follow_portal';
    if (!follows) throw refuse(dossierReasons.theirs_leads_nowhere);
    return { data: { status: request.status, note: statusName(request.status).vi } };
  });
