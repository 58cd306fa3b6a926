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
  const row = await trx
    .selectFrom('regulations')
    .select(['id', 'code', 'fingerprint'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id: row.id, code: row.code, definition: await definitionOf(trx, row) };
}

/** Definitions by what they say: to read and check one costs more than the look-up. */
const known = new Map<string, RegulationDefinition>();
const mostKnown = 500;

async function definitionOf(
  trx: Trx,
  row: { id: number; fingerprint: string },
): Promise<RegulationDefinition> {
  const before = known.get(row.fingerprint);
  if (before) return before;
  const { definition } = await trx
    .selectFrom('regulations')
    .select('definition')
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow();
  if (known.size >= mostKnown) known.clear();
  const parsed = regulationSchema.parse(definition);
  known.set(row.fingerprint, parsed);
  return parsed;
}
