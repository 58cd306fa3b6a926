import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { WebhookEndpoints } from '#platform/postgres/schema.ts';

export type EndpointRow = Selectable<WebhookEndpoints>;

/** false: the same owner is told at this address already. */
export async function insertEndpoint(trx: Trx, row: Insertable<WebhookEndpoints>): Promise<boolean> {
  const inserted = await trx
    .insertInto('webhook_endpoints')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Endpoints as this viewer sees them, newest first; of one key, or of all. */
export const listEndpointRows = (trx: Trx, of: { keyId?: string | undefined }): Promise<EndpointRow[]> =>
  trx
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('deleted_at', 'is', null)
    .$if(of.keyId !== undefined, (query) => query.where('api_key_id', '=', of.keyId ?? null))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();

export const findEndpoint = (trx: Trx, id: string): Promise<EndpointRow | undefined> =>
  trx
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();

export const lockEndpoint = (trx: Trx, id: string): Promise<EndpointRow | undefined> =>
  trx
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export const updateEndpoint = (trx: Trx, id: string, change: Updateable<WebhookEndpoints>) =>
  trx.updateTable('webhook_endpoints').set(change).where('id', '=', id).execute();

/** Only one that still works: why it was disabled first is what stands. */
export const disableEndpoint = (
  trx: Trx,
  id: string,
  disabled_why: 'by_hand' | 'gone' | 'failing' | 'key_ended',
  disabled_at: Date,
) =>
  trx
    .updateTable('webhook_endpoints')
    .set({ disabled_at, disabled_why })
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .execute();

/** Who wants to hear of this type of event; no types chosen means all. */
export const listSubscribers = (trx: Trx, eventType: string): Promise<EndpointRow[]> =>
  trx
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('disabled_at', 'is', null)
    .where('deleted_at', 'is', null)
    .where(sql<boolean>`(event_types = '{}' or ${eventType} = any(event_types))`)
    .orderBy('id')
    .execute();

export async function countEndpoints(trx: Trx, unitCode: string, keyId: string | null): Promise<number> {
  const row = await trx
    .selectFrom('webhook_endpoints')
    .select(sql<number>`count(*)`.as('n'))
    .where('unit_code', '=', unitCode)
    .where(sql<boolean>`api_key_id is not distinct from ${keyId}::uuid`)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** When the case was changed by this event; the words of the event stay in the house. */
export const findEventTime = (trx: Trx, caseId: string, seq: number) =>
  trx
    .selectFrom('case_events')
    .select('at')
    .where('case_id', '=', caseId)
    .where('seq', '=', seq)
    .executeTakeFirst();
