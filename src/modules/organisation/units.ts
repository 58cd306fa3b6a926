import type { Selectable } from 'kysely';
import type { OrgUnits } from '#platform/postgres/schema.ts';
import type { Text } from '#platform/text.ts';

export const unitKinds = [
  'corporation',
  'company',
  'district_unit',
  'care_centre',
  'administration_centre',
  'agency',
] as const;
export type UnitKind = (typeof unitKinds)[number];
export const nameStatuses = ['found', 'inferred', 'assumed'] as const;
/** How sure the name is. Whoever is not `found` is shown as unsure, and to staff only. */
export type NameStatus = (typeof nameStatuses)[number];

export type Unit = {
  code: string;
  kind: UnitKind;
  parentCode: string | null;
  /** From the corporation down, codes with dots between; row-level security follows it. */
  path: string;
  name: Text;
  nameStatus: NameStatus;
  agencyKind: string | null;
  provinceCode: string | null;
  validFrom: string;
  /** The last day; null while it is open. */
  validTo: string | null;
};
/** `names`: its own, and what else people call where it lies, former and later names among them. */
export type Province = { code: string; name: Text; names: Text[]; companyCode: string };
export type District = {
  code: string;
  provinceCode: string;
  name: Text;
  area: 'urban' | 'rural';
  unitCode: string;
};

export function asUnit(row: Selectable<OrgUnits>): Unit {
  return {
    code: row.code,
    kind: oneOf(unitKinds, row.kind),
    parentCode: row.parent_code,
    path: row.path,
    name: { vi: row.name_vi, en: row.name_en },
    nameStatus: oneOf(nameStatuses, row.name_status),
    agencyKind: row.agency_kind,
    provinceCode: row.province_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

/** Narrows a text column to the values its CHECK allows. */
export function oneOf<const T extends string>(allowed: readonly T[], value: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`the database holds '${value}', not one of ${allowed.join(', ')}`);
  return found;
}
