import { sql } from 'kysely';
import { type RegulationDefinition, regulationSchema } from '#modules/catalogue/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';

/** A regulation as it was written when a case was filed under it. */
export type Regulation = { id: number; code: string; definition: RegulationDefinition };
type Filed = { province: string; service: string; day: string };

/** The issued regulation that binds a service in a province on the day of filing; null: the service alone, as in the whole country. */
export async function regulationFor(trx: Trx, { province, service, day }: Filed): Promise<Regulation | null> {
  const row = await trx
    .selectFrom('regulation_days as d')
    .innerJoin('regulations as r', 'r.id', 'd.regulation_id')
    .select(['r.id', 'r.code', 'r.fingerprint'])
    .where('d.province_code', '=', province)
    .where('d.service_code', '=', service)
    .where(sql<boolean>`d.days @> ${day}::date`)
    .executeTakeFirst();
  return row ? { id: row.id, code: row.code, definition: await definitionOf(trx, row) } : null;
}

/** A version by its id, superseded ones too. */
export async function readRegulation(trx: Trx, id: number): Promise<Regulation> {
  const found = (await readRegulations(trx, [id])).get(id);
  if (!found) throw new Error(`no regulation ${id}`);
  return found;
}

/** As `readRegulation`, by id, of many cases at once. */
export async function readRegulations(trx: Trx, ids: readonly number[]): Promise<Map<number, Regulation>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('regulations')
    .select(['id', 'code', 'fingerprint'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  const definitions = await definitionsOf(trx, rows);
  return new Map(
    rows.flatMap(({ id, code, fingerprint }) => {
      const definition = definitions.get(fingerprint);
      return definition ? [[id, { id, code, definition }] as const] : [];
    }),
  );
}

/** Definitions by what they say: to read and check one costs more than the look-up. */
const known = new Map<string, RegulationDefinition>();
const mostKnown = 500;

type Written = { id: number; fingerprint: string };

async function definitionOf(trx: Trx, row: Written): Promise<RegulationDefinition> {
  const definition = (await definitionsOf(trx, [row])).get(row.fingerprint);
  if (!definition) throw new Error(`no regulation ${row.id}`);
  return definition;
}

/** By what tells one from another; whatever was not read before in one statement. */
async function definitionsOf(trx: Trx, rows: readonly Written[]): Promise<Map<string, RegulationDefinition>> {
  const before = rows.flatMap(({ fingerprint }) => {
    const definition = known.get(fingerprint);
    return definition ? [[fingerprint, definition] as const] : [];
  });
  const fresh = rows.filter(({ fingerprint }) => !known.has(fingerprint)).map(({ id }) => id);
  const learnt = fresh.length > 0 ? await learn(trx, fresh) : [];
  return new Map([...before, ...learnt]);
}

async function learn(trx: Trx, ids: readonly number[]): Promise<[string, RegulationDefinition][]> {
  const rows = await trx
    .selectFrom('regulations')
    .select(['fingerprint', 'definition'])
    .where('id', 'in', [...ids])
    .execute();
  const learnt = rows.map(({ fingerprint, definition }): [string, RegulationDefinition] => [
    fingerprint,
    regulationSchema.parse(definition),
  ]);
  if (known.size + learnt.length > mostKnown) known.clear();
  for (const [fingerprint, definition] of learnt) known.set(fingerprint, definition);
  return learnt;
}
