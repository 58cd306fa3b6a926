import type { Insertable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { ApiFiles } from '#platform/postgres/schema.ts';

/** The same content sent again takes its newest name. */
export const putSentFile = (trx: Trx, row: Insertable<ApiFiles>) =>
  trx
    .insertInto('api_files')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['owner', 'sha256']).doUpdateSet({ name: row.name, at: row.at }),
    )
    .execute();

export const findSentFiles = (trx: Trx, owner: string, sha256s: readonly string[]) =>
  trx
    .selectFrom('api_files')
    .select(['sha256', 'name', 'mime', 'bytes'])
    .where('owner', '=', owner)
    .where('sha256', 'in', [...sha256s])
    .execute();
