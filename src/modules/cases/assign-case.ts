import type { Actor } from '#modules/organisation/index.ts';
import { refuse } from '#platform/refused.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps } from './act-on-case.ts';
import { staffOfUnit } from './queries.ts';
import { caseReasons } from './reasons.ts';

/** Gives the case to a colleague of the unit that holds it; `staffId` null puts it back on the unit's pile. */
export const assignCase = (
  deps: Deps,
  actor: Actor,
  request: ActRequest & { staffId: string | null },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'assign', request, async ({ trx, found }) => {
    if (request.staffId === null) return { data: { to: null, name: null }, change: { assignee: null } };
    const person = (await staffOfUnit(trx, found.unit_code)).find((staff) => staff.id === request.staffId);
    if (!person) throw refuse(caseReasons.assignee_not_here, {}, { staffId: caseReasons.assignee_not_here });
    return { data: { to: person.id, name: person.name }, change: { assignee: person.id } };
  });
