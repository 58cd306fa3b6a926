import { checkProfile } from './check-profile.ts';
import type { Located, LocatedProfile, Mistake, Profile } from './profile.ts';
import { readFileOf } from './profile-files.ts';
import { type ProfileTexts, readTexts } from './profile-texts.ts';

export type ReadProfile = { ok: true; profile: Profile } | { ok: false; mistakes: Mistake[] };

/** Reads a whole profile. With a single mistake anywhere there is no profile, only the list of mistakes, each with its line. */
export const readProfile = async (directory: string): Promise<ReadProfile> =>
  parseProfile(await readTexts(directory));

/** The same, from texts that were read already. */
export function parseProfile({ files, hash }: ProfileTexts): ReadProfile {
  const located: LocatedProfile = {
    utility: [],
    units: [],
    provinces: [],
    districts: [],
    services: [],
    calendars: [],
    standards: [],
    channels: [],
    connections: [],
    electricity: [],
    agencyIds: [],
    oneStop: [],
    escalations: [],
    regulations: [],
    regulationTemplates: [],
    maps: [],
    reorganisations: [],
    papers: [],
  };
  const mistakes = [...files].flatMap(([file, text]) => readFileOf(file, text, located));
  // References are looked up only once every entry could be read: else each entry lost would be reported many times over.
  if (mistakes.length === 0) mistakes.push(...checkProfile(located));
  const [utility] = located.utility;
  if (mistakes.length > 0 || !utility) return { ok: false, mistakes: inOrder(mistakes) };
  return { ok: true, profile: plain(located, utility, hash) };
}

function plain(located: LocatedProfile, utility: LocatedProfile['utility'][number], hash: string): Profile {
  const values = <T>(list: Located<T>[]) => list.map((entry) => entry.value);
  return {
    utility: utility.value,
    units: values(located.units),
    provinces: values(located.provinces),
    districts: values(located.districts),
    services: values(located.services),
    calendars: values(located.calendars),
    standards: values(located.standards),
    channels: values(located.channels),
    connections: values(located.connections),
    electricity: values(located.electricity),
    agencyIds: values(located.agencyIds),
    oneStop: values(located.oneStop),
    escalations: values(located.escalations),
    regulations: values(located.regulations),
    regulationTemplates: values(located.regulationTemplates),
    maps: values(located.maps),
    reorganisations: values(located.reorganisations),
    papers: values(located.papers),
    hash,
  };
}

const inOrder = (mistakes: Mistake[]): Mistake[] =>
  mistakes.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
