import type { z } from 'zod';
import { knownDefinitions } from '#platform/known-definitions.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type AgencyId, agencyIdSchema } from './agency-id.ts';
import {
  type CalendarDefinition,
  type ChannelDefinition,
  channelSchema,
  type EscalationSettings,
  escalationSchema,
  type ServiceDefinition,
  type Standard,
  serviceSchema,
  standardSchema,
  type Utility,
  utilitySchema,
} from './definition.ts';
import {
  type Connection,
  connectionSchema,
  type ElectricityFact,
  gettingElectricitySchema,
} from './definition-access.ts';
import { calendarSchema } from './definition-basics.ts';
import { type OneStopRule, oneStopRuleSchema } from './one-stop.ts';
import { type ProvinceMap, provinceMapSchema } from './province-map.ts';
import { type RegulationTemplate, regulationTemplateSchema } from './regulation.ts';

/** A service as it was defined when a case was opened under it. */
export type ServiceVersion = { id: number; definition: ServiceDefinition };
/** A calendar as it was known at a time; `version` counts from 1. */
export type CalendarVersion = CalendarDefinition & { id: number; version: number };

/** The services asked for on a day, in the order of their numbers. */
export async function listServices(trx: Trx, on: string): Promise<ServiceVersion[]> {
  const services = await asServices(trx, await inForce(trx, on).execute());
  return services.sort((a, b) => a.definition.number - b.definition.number);
}

/** The version of a service in force on a day; undefined for a service nobody offers then. */
export async function findService(trx: Trx, code: string, on: string): Promise<ServiceVersion | undefined> {
  const [service] = await asServices(trx, await inForce(trx, on).where('service_code', '=', code).execute());
  return service;
}

const inForce = (trx: Trx, on: string) =>
  trx
    .selectFrom('service_versions')
    .select(['id', 'fingerprint'])
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]));

/** A version by its id, superseded ones too: a case keeps the one it was opened under. */
export async function readServiceVersion(trx: Trx, id: number): Promise<ServiceVersion> {
  const service = (await readServiceVersions(trx, [id])).get(id);
  if (!service) throw new Error(`no service version ${id}`);
  return service;
}

/** The same of all cases of a list at once, by id. */
export async function readServiceVersions(
  trx: Trx,
  ids: readonly number[],
): Promise<Map<number, ServiceVersion>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('service_versions')
    .select(['id', 'fingerprint'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map((await asServices(trx, rows)).map((service) => [service.id, service]));
}

const definitionsOf = knownDefinitions(
  1000,
  (trx: Trx, ids) =>
    trx.selectFrom('service_versions').select(['fingerprint', 'definition']).where('id', 'in', ids).execute(),
  (definition) => serviceSchema.parse(definition),
);

const asServices = async (
  trx: Trx,
  rows: readonly { id: number; fingerprint: string }[],
): Promise<ServiceVersion[]> =>
  (await definitionsOf(trx, rows)).map(({ id, definition }) => ({ id, definition }));

/** A calendar as known today. */
export async function currentCalendar(trx: Trx, code: string): Promise<CalendarVersion> {
  const row = await trx
    .selectFrom('calendar_versions')
    .select(['id', 'version', 'definition'])
    .where('calendar_code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new Error(`no calendar '${code}' is loaded`);
  return asCalendar(row);
}

/** Each calendar as known today, by code. `known`: versions read before, by id, which are not read again. */
export async function currentCalendars(
  trx: Trx,
  known: Map<number, CalendarVersion>,
): Promise<Map<string, CalendarVersion>> {
  const rows = await trx
    .selectFrom('calendar_versions')
    .distinctOn('calendar_code')
    .select(['id', 'calendar_code'])
    .orderBy('calendar_code')
    .orderBy('version', 'desc')
    .execute();
  const current = new Map<string, CalendarVersion>();
  for (const { id, calendar_code } of rows) {
    const calendar = known.get(id) ?? (await readCalendar(trx, id));
    known.set(id, calendar);
    current.set(calendar_code, calendar);
  }
  return current;
}

/** A calendar version by its id. */
export async function readCalendar(trx: Trx, id: number): Promise<CalendarVersion> {
  const row = await trx
    .selectFrom('calendar_versions')
    .select(['id', 'version', 'definition'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return asCalendar(row);
}

const asCalendar = (row: { id: number; version: number; definition: unknown }): CalendarVersion => ({
  ...calendarSchema.parse(row.definition),
  id: row.id,
  version: row.version,
});

/** When who is told about a case that is late or about to be, one setting for each way of counting. */
export const readSettings = (trx: Trx, on: string): Promise<EscalationSettings[]> =>
  readDated(trx, 'escalation', escalationSchema, on);

/** The promises that are measured on a day. */
export const readStandards = (trx: Trx, on: string): Promise<Standard[]> =>
  readDated(trx, 'standard', standardSchema, on);

/** The terms a province may take over when it issues a regulation. */
export const readRegulationTemplates = (trx: Trx, on: string): Promise<RegulationTemplate[]> =>
  readDated(trx, 'regulation_template', regulationTemplateSchema, on);

/** The shapes of the provinces; null where the profile has none. */
export const readProvinceMap = async (trx: Trx, on: string): Promise<ProvinceMap | null> =>
  (await readDated(trx, 'map', provinceMapSchema, on))[0] ?? null;

/** What the utility calls itself and how it is reached. */
export async function readUtility(trx: Trx, on: string): Promise<Utility> {
  const [utility] = await readDated(trx, 'utility', utilitySchema, on);
  if (!utility) throw new Error('no profile is loaded');
  return utility;
}

/** What an administration centre is called in dossier codes on a day. */
export async function readAgencyId(trx: Trx, centreCode: string, on: string): Promise<AgencyId | undefined> {
  const ids = await readDated(trx, 'agency_id', agencyIdSchema, on);
  return ids.find(({ code }) => code === centreCode);
}

/** What the law of the one-stop said between two days, each rule that held on any of them. */
export const readOneStopRules = (trx: Trx, from: string, to: string): Promise<OneStopRule[]> =>
  readWithin(trx, 'one_stop', oneStopRuleSchema, from, to);

/** How channels were counted between two days, each definition that held on any of them. */
export const readChannels = (trx: Trx, from: string, to: string): Promise<ChannelDefinition[]> =>
  readWithin(trx, 'channel', channelSchema, from, to);

/** What was promised between two days, each standard that held on any of them. */
export const readStandardsWithin = (trx: Trx, from: string, to: string): Promise<Standard[]> =>
  readWithin(trx, 'standard', standardSchema, from, to);

/** The classes of connections that held on any day between two. */
export const readConnections = (trx: Trx, from: string, to: string): Promise<Connection[]> =>
  readWithin(trx, 'connection', connectionSchema, from, to);

/** What the score of access to electricity is worked out with on a day. */
export const readElectricityFacts = (trx: Trx, on: string): Promise<ElectricityFact[]> =>
  readDated(trx, 'getting_electricity', gettingElectricitySchema, on);

async function readWithin<S extends z.ZodType>(
  trx: Trx,
  kind: string,
  schema: S,
  from: string,
  to: string,
): Promise<z.infer<S>[]> {
  const rows = await trx
    .selectFrom('standard_versions')
    .select('definition')
    .where('kind', '=', kind)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
    .orderBy('id')
    .execute();
  return rows.map((row) => schema.parse(row.definition));
}

async function readDated<S extends z.ZodType>(
  trx: Trx,
  kind: string,
  schema: S,
  on: string,
): Promise<z.infer<S>[]> {
  const rows = await trx
    .selectFrom('standard_versions')
    .select('definition')
    .where('kind', '=', kind)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .orderBy('code')
    .execute();
  return rows.map((row) => schema.parse(row.definition));
}
