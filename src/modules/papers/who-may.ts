import { type Act, acting, caseReasons, parseState } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import type { Reason } from '#platform/refused.ts';
import { paperReasons } from './reasons.ts';

/** Why somebody may not make or sign papers of a case; null where they may. The act asks the same. `unitCode`: the unit whose it is. */
export function barredFrom(
  actor: Actor,
  view: { state: string; unit_code: string },
  act: Extract<Act, 'make_paper' | 'sign_paper'>,
  unitCode = view.unit_code,
): Reason | null {
  const facts = { state: parseState(view.state), unitCode: view.unit_code, rated: false, openTask: null };
  const permission = acting.mayAct(actor, facts, act);
  if (!permission.may) return caseReasons[permission.reason];
  return unitCode === actor.unitCode ? null : paperReasons.paper_of_other_unit;
}
