import { systemActor } from '#modules/organisation/index.ts';
import { makeUnitKey, type UnitKeyDeps } from '#modules/papers/index.ts';
import type { Plan } from './plan.ts';

/** Self-signed keys for the units whose heads are in the demonstration, so that they can sign what they make. */
export async function giveKeys(deps: UnitKeyDeps, { staff }: Plan): Promise<void> {
  const units = new Set(staff.filter(({ role }) => role === 'unit_head').map(({ unit }) => unit));
  for (const unit of units) await makeUnitKey(deps, systemActor, unit);
}
