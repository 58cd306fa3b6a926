import {
  type Actor,
  findStaff,
  findUnit,
  listProvinces,
  listUnits,
  type Staff,
  type Unit,
} from '#modules/organisation/index.ts';
import { inScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { endSessions, setActive } from './queries.ts';
import { accountReasons } from './reasons.ts';
import { mayManage } from './rules/may-manage.ts';
import type { AccountDeps } from './sign-in.ts';

/** Takes a person's access away, at once, or gives it back. What they did stays theirs. */
export function setStaffActive(
  deps: AccountDeps,
  actor: Actor,
  staffId: string,
  active: boolean,
): Promise<Staff> {
  return inScope(deps.db, actor.scope, async (trx) => {
    const staff = await findStaff(trx, { id: staffId });
    if (!staff) throw refuse(accountReasons.staff_unknown);
    await needManager(trx, actor, staff.unitCode);
    if (staff.id === actor.id) throw refuse(accountReasons.not_yourself);
    await setActive(trx, staff.id, active);
    if (staff.userId && !active) await endSessions(trx, staff.userId);
    return { ...staff, active };
  });
}

/**
 * Where each unit lies for those who look after its people. A State body lies in no utility's tree: the company of its province looks
 * after its officers, and the corporation above that.
 */
export async function placesOf(trx: Trx, units: readonly Unit[]): Promise<ReadonlyMap<string, string>> {
  if (!units.some(({ kind }) => kind === 'agency'))
    return new Map(units.map(({ code, path }) => [code, path]));
  const companies = new Map(
    (await listUnits(trx, { kind: 'company' })).map(({ code, path }) => [code, path]),
  );
  const provinces = new Map(
    (await listProvinces(trx)).map((one) => [one.code, companies.get(one.companyCode)]),
  );
  return new Map(
    units.map(({ code, kind, path, provinceCode }) => [
      code,
      kind === 'agency' ? (provinces.get(provinceCode ?? '') ?? path) : path,
    ]),
  );
}

/** An administrator answers for the units below their own; any other unit does not exist for them. */
export async function needManager(trx: Trx, actor: Actor, unitCode: string): Promise<void> {
  const unit = await findUnit(trx, unitCode);
  const path = unit ? (await placesOf(trx, [unit])).get(unit.code) : undefined;
  const verdict = mayManage({ role: actor.role, paths: actor.scope.paths }, path ?? null);
  if (!verdict.ok) throw refuse(accountReasons[verdict.reason]);
}
