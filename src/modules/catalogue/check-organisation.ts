import type { Reorganisation } from '#modules/organisation/index.ts';
import { noOverlap } from './check-periods.ts';
import { at, type Located, type LocatedProfile, type Mistake } from './profile.ts';

/** Whether units, provinces, districts and dated changes name only what exists. */
export function checkOrganisation(profile: LocatedProfile): Mistake[] {
  return [
    ...checkUnits(profile),
    ...checkProvinces(profile),
    ...checkDistricts(profile),
    ...checkReorganisations(profile),
  ];
}

const parentKinds: Record<string, string[]> = {
  corporation: [],
  company: ['corporation'],
  district_unit: ['company'],
  care_centre: ['corporation'],
  administration_centre: ['agency'],
  agency: ['agency'],
};

function checkUnits({ units, provinces }: LocatedProfile): Mistake[] {
  const known = new Map(units.map((unit) => [unit.value.code, unit.value]));
  return units.flatMap((unit, index) => {
    const { code, kind, parent, agency, province } = unit.value;
    const found: Mistake[] = [];
    if (units.findIndex((other) => other.value.code === code) < index)
      found.push(at(unit, ['code'], `unit ${code} is listed twice`));
    const above = parent === null ? undefined : known.get(parent);
    if (parent !== null && !above) found.push(at(unit, ['parent'], `no unit ${parent}`));
    if (above && !parentKinds[kind]?.includes(above.kind))
      found.push(at(unit, ['parent'], `a ${kind} does not stand below a ${above.kind}`));
    if (parent === null && !['corporation', 'agency'].includes(kind))
      found.push(at(unit, ['parent'], `a ${kind} stands below another unit`));
    if (parent !== null && above && goesRound(code, known))
      found.push(at(unit, ['parent'], `${code} stands below itself`));
    if ((kind === 'agency') !== (agency !== undefined))
      found.push(at(unit, ['kind'], 'an agency says which (`agency`), and no other unit does'));
    if (province && !provinces.some((candidate) => candidate.value.code === province))
      found.push(at(unit, ['province'], `no province ${province}`));
    return found;
  });
}

function goesRound(start: string, known: Map<string, { parent: string | null }>): boolean {
  const passed = new Set<string>();
  for (let code: string | null = start; code !== null; code = known.get(code)?.parent ?? null) {
    if (passed.has(code)) return true;
    passed.add(code);
  }
  return false;
}

function checkProvinces({ provinces, units }: LocatedProfile): Mistake[] {
  return provinces.flatMap((province, index) => {
    const { code, company } = province.value;
    const found: Mistake[] = [];
    if (!units.some((unit) => unit.value.code === company && unit.value.kind === 'company'))
      found.push(at(province, ['company'], `no company ${company}`));
    if (provinces.findIndex((other) => other.value.code === code) < index)
      found.push(at(province, ['code'], `province ${code} is listed twice`));
    return found;
  });
}

function checkDistricts({ districts, provinces, units }: LocatedProfile): Mistake[] {
  const served = new Set(
    units.filter((unit) => unit.value.kind === 'district_unit').map((unit) => unit.value.code),
  );
  const found = districts.flatMap((district) => {
    const { unit, province } = district.value;
    return [
      served.has(unit) ? undefined : at(district, ['unit'], `no district unit ${unit}`),
      provinces.some((known) => known.value.code === province)
        ? undefined
        : at(district, ['province'], `no province ${province}`),
    ].filter((mistake) => mistake !== undefined);
  });
  return [...found, ...noOverlap('district', districts)];
}

function checkReorganisations({ reorganisations, units, districts }: LocatedProfile): Mistake[] {
  const known = new Set(units.map((unit) => unit.value.code));
  const codes = new Set<string>();
  const inTime = [...reorganisations].sort((a, b) => (a.value.on < b.value.on ? -1 : 1));
  return inTime.flatMap((change) => {
    const found = codes.has(change.value.code)
      ? [at(change, ['code'], `change ${change.value.code} is listed twice`)]
      : [];
    codes.add(change.value.code);
    for (const { code, path, opens } of namedIn(change.value)) {
      if (opens) known.add(code);
      else if (!known.has(code)) found.push(at(change, path, `no unit ${code} on that day`));
    }
    return [...found, ...strayDistricts(change, districts)];
  });
}

type Named = { code: string; path: PropertyKey[]; opens: boolean };

function namedIn(change: Reorganisation): Named[] {
  const old = (code: string, ...path: PropertyKey[]): Named => ({ code, path, opens: false });
  if (change.kind === 'move')
    return [...change.units.map((code, index) => old(code, 'units', index)), old(change.to, 'to')];
  if (change.kind === 'merge')
    return [
      ...change.from.map((code, index) => old(code, 'from', index)),
      { code: change.into.code, path: ['into'], opens: change.into.name !== undefined },
    ];
  const parts = change.parts.map(({ code, name }, index) => ({
    code,
    path: ['parts', index],
    opens: name !== undefined,
  }));
  return [old(change.from, 'from'), ...parts];
}

function strayDistricts(change: Located<Reorganisation>, districts: LocatedProfile['districts']): Mistake[] {
  if (change.value.kind !== 'split') return [];
  return change.value.parts.flatMap((part, index) =>
    part.districts
      .filter((code) => !districts.some((district) => district.value.code === code))
      .map((code) => at(change, ['parts', index, 'districts'], `no district ${code}`)),
  );
}
