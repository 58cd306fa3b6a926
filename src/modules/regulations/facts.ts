import {
  findService,
  type ProvinceMap,
  type RegulationTemplate,
  readProvinceMap,
  readRegulationTemplates,
} from '#modules/catalogue/index.ts';
import { listProvinces, listUnits, type Province, type Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { type Applied, applyRegulation } from './apply-regulation.ts';
import { listBindings, listMoves, listVersions, type Recorded, type Version } from './queries-follow.ts';
import { bodiesOf } from './record.ts';
import { type Binding, type Standing, standingOf } from './rules/overview.ts';

export type Line = {
  /** What it is called on the map and in the table. */
  number: number;
  province: Province;
  company: Unit | undefined;
  standing: Standing<Version>;
  /** Where the draft lies; a dissolved body too. */
  body: Unit | undefined;
};
export type Overview = { today: string; lines: Line[]; map: ProvinceMap | null };

/** How every province stands today, in the order of the alphabet. */
export async function readOverview(trx: Trx, today: string): Promise<Overview> {
  const units = await listUnits(trx, { closedToo: true });
  const unitOf = (code: string | null | undefined) => units.find((unit) => unit.code === code);
  const facts = {
    versions: await listVersions(trx),
    bindings: await listBindings(trx),
    moves: await listMoves(trx),
  };
  const lines = (await listProvinces(trx)).map((province, index) => {
    const standing = standingOf(province.code, facts, today);
    return {
      ...{ number: index + 1, province, standing },
      company: unitOf(province.companyCode),
      body: unitOf(standing.draft?.body),
    };
  });
  return { today, lines, map: await readProvinceMap(trx, today) };
}

/** A kind of State body that takes part, and the body of the province; `body` null where the province has none. */
export type Participant = { kind: string; body: Unit | null };
export type Difference = {
  service: Text;
  applied: Applied<{ name: Text } & Parameters<typeof applyRegulation>[0][number]>;
};
export type ProvincePage = {
  today: string;
  line: Line;
  versions: { version: Version; bindings: Binding[] }[];
  moves: (Recorded & { bodyUnit: Unit | undefined })[];
  participants: Participant[];
  differences: Difference[];
  /** Where a draft may go from here. */
  bodies: Unit[];
  templates: RegulationTemplate[];
};

export async function readProvince(trx: Trx, code: string, today: string): Promise<ProvincePage | null> {
  const line = (await readOverview(trx, today)).lines.find(({ province }) => province.code === code);
  if (!line) return null;
  const units = await listUnits(trx, { closedToo: true });
  const bindings = await listBindings(trx, code);
  const versions = (await listVersions(trx, code)).filter(({ status }) => status === 'issued');
  const { regulation } = line.standing;
  return {
    ...{ today, line },
    versions: versions
      .map((version) => ({
        version,
        bindings: bindings.filter(({ regulationId }) => regulationId === version.id),
      }))
      .reverse(),
    moves: (await listMoves(trx, code))
      .map((move) => ({ ...move, bodyUnit: units.find((unit) => unit.code === move.body) }))
      .reverse(),
    participants: (regulation?.definition.participants ?? []).map((kind) => bodyOf(kind, code, units)),
    differences: await readDifferences(trx, regulation, today),
    bodies: bodiesOf(
      line.province,
      units.filter(({ validTo }) => validTo === null),
    ),
    templates: await readRegulationTemplates(trx, today),
  };
}

/** The open body of that kind, else the one that was closed last. */
function bodyOf(kind: string, province: string, units: readonly Unit[]): Participant {
  const all = units.filter((unit) => unit.agencyKind === kind && unit.provinceCode === province);
  const open = all.find(({ validTo }) => validTo === null);
  const [closed] = all.sort((a, b) => ((a.validTo ?? '') > (b.validTo ?? '') ? -1 : 1));
  return { kind, body: open ?? closed ?? null };
}

async function readDifferences(trx: Trx, regulation: Version | null, today: string): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const code of regulation?.definition.services ?? []) {
    const service = await findService(trx, code, today);
    if (!service || !regulation) continue;
    const { name, steps } = service.definition;
    found.push({ service: name, applied: applyRegulation(steps, regulation.definition, {}) });
  }
  return found.filter(
    ({ applied }) => applied.leftOut.length > 0 || applied.steps.some(({ differs }) => differs.length > 0),
  );
}
