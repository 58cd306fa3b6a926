import { systemActor } from '#modules/organisation/index.ts';
import { makeUnitKey, type UnitKeyDeps } from '#modules/papers/index.ts';
import { readPlan } from './plan.ts';

/** Self-signed keys for the units whose heads are in the demonstration, so that they can sign what they make. */
export async function giveKeys(deps: UnitKeyDeps, profileFolder: string): Promise<void> {
  const plan = await readPlan(profileFolder);
  const units = new Set(plan?.staff.filter(({ role }) => role === 'unit_head').map(({ unit }) => unit));
  for (const unit of units) await makeUnitKey(deps, systemActor, unit);
}
