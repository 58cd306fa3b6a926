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
  supersedeServices,
  supersedeStandards,
} from './queries-load.ts';
import {
  addRegulationVersion,
  bindRegulations,
  listRegulationHeads,
  supersedeRegulations,
} from './queries-load-regulations.ts';
import { addTemplate, listTemplateHeads, supersedeTemplates } from './queries-papers.ts';
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

/** Returns how many versions are new. Those they replace stay readable for the cases opened under them. */
export async function putServices(
  trx: Trx,
  services: readonly ServiceDefinition[],
  now: Date,
): Promise<number> {
  const { old, fresh } = difference(await listServiceHeads(trx), services);
  await supersedeServices(trx, old, now);
  for (const service of fresh) await addServiceVersion(trx, service, now);
  return fresh.length;
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
  const { old, fresh } = difference(await listStandardHeads(trx, kind), entries);
  await supersedeStandards(trx, old, now);
  for (const entry of fresh) await addStandardVersion(trx, kind, entry, now);
  return fresh.length;
}

/** Returns how many versions are new. What staff recorded stays: a profile only replaces what a profile said. */
export async function putRegulations(
  trx: Trx,
  regulations: readonly RegulationDefinition[],
  now: Date,
): Promise<number> {
  const { old, fresh } = difference(await listRegulationHeads(trx), regulations);
  await supersedeRegulations(trx, old, now);
  for (const regulation of fresh) await addRegulationVersion(trx, regulation, 'profile', now);
  if (old.length + fresh.length > 0) await bindRegulations(trx);
  return fresh.length;
}

/** Returns how many versions are new. Papers that were made keep those they were made from. */
export async function putTemplates(
  trx: Trx,
  templates: readonly PaperTemplate[],
  now: Date,
): Promise<number> {
  const { old, fresh } = difference(await listTemplateHeads(trx), templates);
  await supersedeTemplates(trx, old, now);
  for (const template of fresh) await addTemplate(trx, template, now);
  return fresh.length;
}
