import type { Trx } from '#platform/postgres/in-scope.ts';
import type { CalendarDefinition, ServiceDefinition } from './definition.ts';
import type { PaperTemplate } from './definition-paper.ts';
import {
  addCalendarVersion,
  addServiceVersion,
  addStandardVersion,
  listCalendarHeads,
  listServiceHeads,
  listStandardHeads,
  type StandardKind,
} from './queries-load.ts';
import { addRegulationVersion, bindRegulations, listRegulationHeads } from './queries-load-regulations.ts';
import { addTemplate, listTemplateHeads } from './queries-papers.ts';
import { supersede, type VersionTable } from './queries-versions.ts';
import type { RegulationDefinition } from './regulation.ts';
import { canonical } from './rules.ts';

type Head = { id: number; code: string; valid_from: string; definition: unknown };
type Entry = { code: string; validFrom: string };

/** What is to be superseded and what added, so that what is in force is exactly what the profile says. */
function difference<E extends Entry>(
  heads: readonly Head[],
  entries: readonly E[],
): { old: number[]; fresh: E[] } {
  const same = (head: Head, entry: E) =>
    head.code === entry.code &&
    head.valid_from === entry.validFrom &&
    canonical(head.definition) === canonical(entry);
  return {
    old: heads.filter((head) => !entries.some((entry) => same(head, entry))).map((head) => head.id),
    fresh: entries.filter((entry) => !heads.some((head) => same(head, entry))),
  };
}

/** Those that are replaced stay readable for the cases opened under them. */
async function put<E extends Entry>(
  trx: Trx,
  table: VersionTable,
  heads: readonly Head[],
  entries: readonly E[],
  now: Date,
  add: (trx: Trx, entry: E, now: Date) => Promise<void>,
): Promise<{ old: number; fresh: number }> {
  const { old, fresh } = difference(heads, entries);
  await supersede(trx, table, old, now);
  for (const entry of fresh) await add(trx, entry, now);
  return { old: old.length, fresh: fresh.length };
}

/** Returns how many versions are new. */
export async function putServices(
  trx: Trx,
  services: readonly ServiceDefinition[],
  now: Date,
): Promise<number> {
  return (await put(trx, 'service_versions', await listServiceHeads(trx), services, now, addServiceVersion))
    .fresh;
}

/** Returns the calendars that are new or changed, with the version that each now has. */
export async function putCalendars(
  trx: Trx,
  calendars: readonly CalendarDefinition[],
  now: Date,
): Promise<{ code: string; version: number }[]> {
  const heads = await listCalendarHeads(trx);
  const changed: { code: string; version: number }[] = [];
  for (const calendar of calendars) {
    const head = heads.find((known) => known.calendar_code === calendar.code);
    if (head && canonical(head.definition) === canonical(calendar)) continue;
    const version = (head?.version ?? 0) + 1;
    await addCalendarVersion(trx, calendar, version, now);
    changed.push({ code: calendar.code, version });
  }
  return changed;
}

/** Returns how many versions are new. */
export async function putStandards(
  trx: Trx,
  kind: StandardKind,
  entries: readonly (Entry & { validTo?: string | undefined; source: string })[],
  now: Date,
): Promise<number> {
  const heads = await listStandardHeads(trx, kind);
  const add = addStandardVersion(kind);
  return (await put(trx, 'standard_versions', heads, entries, now, add)).fresh;
}

/** Returns how many versions are new. What staff recorded stays: a profile only replaces what a profile said. */
export async function putRegulations(
  trx: Trx,
  regulations: readonly RegulationDefinition[],
  now: Date,
): Promise<number> {
  const heads = await listRegulationHeads(trx);
  const add = addRegulationVersion('profile');
  const { old, fresh } = await put(trx, 'regulations', heads, regulations, now, add);
  if (old + fresh > 0) await bindRegulations(trx);
  return fresh;
}

/** Returns how many versions are new. Papers that were made keep those they were made from. */
export async function putTemplates(
  trx: Trx,
  templates: readonly PaperTemplate[],
  now: Date,
): Promise<number> {
  return (await put(trx, 'paper_templates', await listTemplateHeads(trx), templates, now, addTemplate)).fresh;
}
