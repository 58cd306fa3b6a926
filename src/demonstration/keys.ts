import { systemActor } from '#modules/organisation/index.ts';
import { makeUnitKey, type UnitKeyDeps } from '#modules/papers/index.ts';
import type { Plan } from './plan.ts';

const signing: readonly string[] = ['unit_head', 'company_director'];

/** Self-signed keys for the units and companies whose heads are in the demonstration, so that they can sign what they make. */
export async function giveKeys(deps: UnitKeyDeps, { staff }: Plan): Promise<void> {
  const units = new Set(staff.filter(({ role }) => signing.includes(role)).map(({ unit }) => unit));
  for (const unit of units) await makeUnitKey(deps, systemActor, unit);
}
