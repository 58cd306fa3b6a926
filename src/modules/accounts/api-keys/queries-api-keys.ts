import type { Insertable, Selectable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { ApiKeys } from '#platform/postgres/schema.ts';

export type ApiKeyRow = Selectable<ApiKeys>;

export const insertApiKey = (trx: Trx, row: Insertable<ApiKeys>) =>
  trx.insertInto('api_keys').values(row).execute();

export const findApiKeyByHash = (trx: Trx, secretHash: string): Promise<ApiKeyRow | undefined> =>
  trx.selectFrom('api_keys').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst();

export const findApiKeyById = (trx: Trx, id: string): Promise<ApiKeyRow | undefined> =>
  trx.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst();

/** Newest first, revoked ones too. */
export const listApiKeyRows = (trx: Trx): Promise<ApiKeyRow[]> =>
  trx.selectFrom('api_keys').selectAll().orderBy('created_at', 'desc').execute();

/** false: there is no such key, or it was revoked before. */
export async function markRevoked(trx: Trx, id: string, at: Date): Promise<boolean> {
  const row = await trx
    .updateTable('api_keys')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
