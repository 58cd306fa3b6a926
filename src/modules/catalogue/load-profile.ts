import {
  type DistrictEntry,
  planReorganisations,
  putOrganisation,
  type UnitEntry,
} from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { DistrictDefinition, UnitDefinition } from './definition.ts';
import type { Mistake, Profile } from './profile.ts';
import { readTexts } from './profile-texts.ts';
import { putCalendars, putRegulations, putServices, putStandards, putTemplates } from './put-versions.ts';
import { claimLoading, lastHash, noteLoad } from './queries-load.ts';
import { parseProfile } from './read-profile.ts';

/** Thrown instead of loading a profile with mistakes; the message lists them one a line, as `file:line: reason`. */
export class ProfileMistakes extends Error {
  readonly mistakes: Mistake[];

  constructor(directory: string, mistakes: Mistake[]) {
    const lines = mistakes.map(({ file, line, reason }) => `  ${file}:${line}: ${reason}`);
    super(`the profile in ${directory} was not loaded; nothing has changed:\n${lines.join('\n')}`);
    this.name = 'ProfileMistakes';
    this.mistakes = mistakes;
  }
}

/** How many new versions of each. */
export type Loaded =
  | { status: 'unchanged' }
  | {
      status: 'loaded';
      services: number;
      calendars: number;
      standards: number;
      regulations: number;
      papers: number;
    };

/** Takes over a profile, all of it or nothing, in one transaction; the content that is loaded already is left alone. */
export async function loadProfile(db: Database, directory: string, clock: Clock): Promise<Loaded> {
  const texts = await readTexts(directory);
  return inScope(db, systemScope, async (trx) => {
    await claimLoading(trx);
    if ((await lastHash(trx)) === texts.hash) return { status: 'unchanged' };
    const read = parseProfile(texts);
    if (!read.ok) throw new ProfileMistakes(directory, read.mistakes);
    return load(trx, read.profile, clock.now());
  });
}

async function load(trx: Trx, profile: Profile, now: Date): Promise<Loaded> {
  await putOrganisation(trx, {
    units: parentsFirst(profile.units).map(asUnitEntry),
    provinces: profile.provinces,
    districts: profile.districts.map(asDistrictEntry),
  });
  await planReorganisations(trx, profile.reorganisations);
  const services = await putServices(trx, profile.services, now);
  const calendars = await putCalendars(trx, profile.calendars, now);
  // Due times of open cases follow a calendar that changed; by a new one none was computed yet.
  for (const { code, version } of calendars)
    if (version > 1) await enqueue(trx, 'retime_cases', { calendar: code }, { jobKey: `retime ${code}` });
  const regulations = await putRegulations(trx, profile.regulations, now);
  const standards =
    (await putStandards(trx, 'utility', [profile.utility], now)) +
    (await putStandards(trx, 'standard', profile.standards, now)) +
    (await putStandards(trx, 'channel', profile.channels, now)) +
    (await putStandards(trx, 'connection', profile.connections, now)) +
    (await putStandards(trx, 'agency_id', profile.agencyIds, now)) +
    (await putStandards(trx, 'one_stop', profile.oneStop, now)) +
    (await putStandards(trx, 'getting_electricity', profile.electricity, now)) +
    (await putStandards(trx, 'escalation', profile.escalations, now)) +
    (await putStandards(trx, 'regulation_template', profile.regulationTemplates, now)) +
    (await putStandards(trx, 'map', profile.maps, now));
  const papers = await putTemplates(trx, profile.papers, now);
  await noteLoad(trx, profile.hash, now);
  return { status: 'loaded', services, calendars: calendars.length, standards, regulations, papers };
}

function parentsFirst(units: readonly UnitDefinition[]): UnitDefinition[] {
  const below = Map.groupBy(units, (unit) => unit.parent);
  const withChildren = (unit: UnitDefinition): UnitDefinition[] => [
    unit,
    ...(below.get(unit.code) ?? []).flatMap(withChildren),
  ];
  return (below.get(null) ?? []).flatMap(withChildren);
}

const asUnitEntry = (unit: UnitDefinition): UnitEntry => ({
  ...unit,
  agencyKind: unit.agency ?? null,
  province: unit.province ?? null,
});

const asDistrictEntry = (district: DistrictDefinition): DistrictEntry => ({
  ...district,
  uncertain: district.uncertain ?? false,
});
