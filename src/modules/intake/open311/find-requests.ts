import type { Machine } from '#modules/accounts/index.ts';
import { parseState, stateNames } from '#modules/cases/index.ts';
import { readServiceVersion, type ServiceDefinition } from '#modules/catalogue/index.ts';
import { listUnits, type Unit } from '#modules/organisation/index.ts';
import { type Clock, todayOf } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { Language, Text } from '#platform/text.ts';
import { districtsServed, listOwnRequests, listPublicRequests, type RequestRow } from './queries.ts';
import type { Filter } from './rules/read-filter.ts';
import { districtOf, showRequest } from './rules/show-request.ts';
import type { Plain } from './xml.ts';

type Deps = { db: Database; clock: Clock };

/**
 * The requests that fit. With a key: what it may see, whole, by case code. Without one, or where it may not: those that came in
 * by this door, by their public ids, without description, address, position or picture.
 */
export async function findRequests(
  deps: Deps,
  machine: Machine | null,
  filter: Filter,
  language: Language,
): Promise<Plain[]> {
  const own = machine ? await findOwn(deps, machine, filter, language) : new Map<string, Plain>();
  if (machine && !('codes' in filter)) return [...own.values()];
  const others = 'codes' in filter ? { codes: filter.codes.filter((code) => !own.has(code)) } : filter;
  if ('codes' in others && others.codes.length === 0) return [...own.values()];
  const open = await inScope(deps.db, systemScope, async (trx) =>
    show(trx, await listPublicRequests(trx, others).execute(), todayOf(deps.clock), language),
  );
  return [...own.values(), ...open.values()];
}

const findOwn = (deps: Deps, { actor }: Machine, filter: Filter, language: Language) =>
  inScope(deps.db, actor.scope, async (trx) => {
    const rows = await listOwnRequests(trx, actor, filter).execute();
    return show(trx, rows, todayOf(deps.clock), language);
  });

/** By the id that the reader knows, in the order in which they were found. */
async function show(
  trx: Trx,
  rows: readonly RequestRow[],
  on: string,
  language: Language,
): Promise<Map<string, Plain>> {
  const services = await servicesOf(trx, rows);
  const units = new Map((await listUnits(trx, { closedToo: true })).map((unit) => [unit.code, unit]));
  const places = await placesOf(trx, rows, on);
  return new Map(
    rows.map((row) => {
      const definition = services.get(row.service_version_id);
      const step = definition?.steps.find(({ code }) => code === row.step_code);
      const words = {
        state: stateNames[parseState(row.state)][language],
        step: step?.plain[language] ?? '',
        unit: nameOf(units.get(row.unit_code), language),
        district: places.get(row.unit_code)?.[language] ?? null,
      };
      return [row.id, showRequest(row, definition, words, language)];
    }),
  );
}

/** A name that we are not sure of is not told to programs, which would keep it as a fact. */
const nameOf = (unit: Unit | undefined, language: Language) =>
  unit?.nameStatus === 'found' ? unit.name[language] : null;

async function servicesOf(trx: Trx, rows: readonly RequestRow[]): Promise<Map<number, ServiceDefinition>> {
  const found = new Map<number, ServiceDefinition>();
  for (const id of new Set(rows.map((row) => row.service_version_id)))
    found.set(id, (await readServiceVersion(trx, id)).definition);
  return found;
}

async function placesOf(trx: Trx, rows: readonly RequestRow[], on: string): Promise<Map<string, Text>> {
  const codes = [...new Set(rows.map((row) => row.unit_code))];
  if (codes.length === 0) return new Map();
  const served = Map.groupBy(await districtsServed(trx, codes, on), ({ unit_code }) => unit_code);
  return new Map([...served].map(([code, districts]) => [code, districtOf(districts)]));
}
