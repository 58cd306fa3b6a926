import { sql } from 'kysely';
import { type RegulationDefinition, regulationSchema } from '#modules/catalogue/index.ts';
import { knownDefinitions } from '#platform/known-definitions.ts';
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
  return row ? asRegulation(trx, row) : null;
}

/** Versions by their ids, superseded ones too. */
export async function readRegulations(trx: Trx, ids: readonly number[]): Promise<Map<number, Regulation>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('regulations')
    .select(['id', 'code', 'fingerprint'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  const known = await definitionsOf(trx, rows);
  return new Map(known.map(({ id, code, definition }) => [id, { id, code, definition }]));
}

const definitionsOf = knownDefinitions(
  500,
  (trx: Trx, ids) =>
    trx.selectFrom('regulations').select(['fingerprint', 'definition']).where('id', 'in', ids).execute(),
  (definition) => regulationSchema.parse(definition),
);

async function asRegulation(
  trx: Trx,
  row: { id: number; code: string; fingerprint: string },
): Promise<Regulation> {
  const [known] = await definitionsOf(trx, [row]);
  if (!known) throw new Error(`no regulation version ${row.id}`);
  return { id: known.id, code: known.code, definition: known.definition };
}
