import { type ActRequest, type ActResult, actOnCase, type CaseDeps } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { statusName } from './texts.ts';

/** Writes down what the State's desk says of a dossier and only it can say: that it took it (2), fees asked (6) and paid (4). */
export const followPortal = (
  deps: CaseDeps,
  actor: Actor,
  request: ActRequest & { status: number },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'follow_portal', request, async () => ({
    data: { status: request.status, note: statusName(request.status).vi },
  }));
