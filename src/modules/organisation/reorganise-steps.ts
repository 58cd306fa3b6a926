import type { Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { pathOf } from './put-organisation.ts';
import { findUnit } from './queries.ts';
import { openUnits } from './queries-put.ts';
import { closeUnit, handOnDistricts, listDistrictCodes, movePath, succeed } from './queries-reorganise.ts';
import { moveStaff } from './queries-staff.ts';
import { organisationReasons as reasons } from './reasons.ts';
import type { Merge, Move, NamedUnit, Reorganisation, Split } from './reorganisation.ts';
import type { Unit } from './units.ts';

/** Moves the open cases of one unit, or only those of some districts, to another. */
export type MoveCases = (from: string, to: string, districts?: readonly string[]) => Promise<void>;

export async function applyMerge(trx: Trx, change: Merge, moveCases: MoveCases): Promise<void> {
  const leaving = change.from.filter((code) => code !== change.into.code);
  const olds = [];
  for (const code of leaving) olds.push(await openOne(trx, change, code));
  await ensureUnit(trx, change, change.into, olds[0]);
  for (const old of olds) {
    await handOn(trx, change, old.code, change.into.code);
    await moveCases(old.code, change.into.code);
    await closeUnit(trx, old.code, change.on);
  }
}

export async function applySplit(trx: Trx, change: Split, moveCases: MoveCases): Promise<void> {
  const old = await openOne(trx, change, change.from);
  const served = await listDistrictCodes(trx, old.code);
  for (const part of change.parts) await ensureUnit(trx, change, part, old);
  const [rest, ...others] = change.parts;
  for (const part of others.filter((other) => other.code !== old.code)) {
    const stray = part.districts.find((district) => !served.includes(district));
    if (stray)
      throw refuse(reasons.reorganisation_district_elsewhere, {
        change: change.code,
        district: stray,
        unit: old.code,
      });
    await succeed(trx, change, old.code, part.code);
    await handOnDistricts(trx, change, old.code, part.code, part.districts);
    await moveCases(old.code, part.code, part.districts);
  }
  if (!rest || rest.code === old.code) return;
  const remains = others.find((part) => part.code === old.code);
  if (remains) return handOnSome(trx, change, old.code, rest.code, remains.districts, moveCases);
  await handOn(trx, change, old.code, rest.code);
  await moveCases(old.code, rest.code);
  await closeUnit(trx, old.code, change.on);
}

/** The old unit stays with the districts it keeps; the rest goes on. */
async function handOnSome(
  trx: Trx,
  change: Split,
  from: string,
  to: string,
  kept: readonly string[],
  moveCases: MoveCases,
): Promise<void> {
  const districts = (await listDistrictCodes(trx, from)).filter((district) => !kept.includes(district));
  await succeed(trx, change, from, to);
  await handOnDistricts(trx, change, from, to, districts);
  await moveCases(from, to, districts);
}

export async function applyMove(trx: Trx, change: Move, moveCases: MoveCases): Promise<void> {
  const above = await openOne(trx, change, change.to);
  for (const code of change.units) {
    const unit = await openOne(trx, change, code);
    await movePath(trx, unit.code, above, change.on);
    await moveCases(unit.code, unit.code);
  }
}

async function handOn(trx: Trx, change: Reorganisation, from: string, to: string): Promise<void> {
  await succeed(trx, change, from, to);
  await handOnDistricts(trx, change, from, to, await listDistrictCodes(trx, from));
  await moveStaff(trx, from, to);
}

async function openOne(trx: Trx, change: Reorganisation, code: string): Promise<Unit> {
  const facts = { change: change.code, unit: code };
  const unit = await findUnit(trx, code);
  if (!unit) throw refuse(reasons.reorganisation_unit_unknown, facts);
  if (unit.validTo !== null) throw refuse(reasons.reorganisation_unit_closed, facts);
  return unit;
}

/** The unit that takes over: one that is open, or a new one beside the unit it comes from. */
async function ensureUnit(
  trx: Trx,
  change: Reorganisation,
  named: NamedUnit,
  beside: Unit | undefined,
): Promise<void> {
  if (await findUnit(trx, named.code)) return void (await openOne(trx, change, named.code));
  if (!named.name || !beside)
    throw refuse(reasons.reorganisation_name_missing, { change: change.code, unit: named.code });
  const place = { code: named.code, parent: beside.parentCode };
  const unit = {
    ...place,
    path: await pathOf(trx, place),
    kind: beside.kind,
    name: named.name,
    nameStatus: 'found' as const,
    agencyKind: beside.agencyKind,
    province: beside.provinceCode,
    validFrom: change.on,
    source: change.source,
  };
  await openUnits(trx, [unit]);
}
