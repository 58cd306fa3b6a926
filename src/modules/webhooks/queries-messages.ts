import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { WebhookAttempts, WebhookMessages } from '#platform/postgres/schema.ts';

export type MessageRow = Selectable<WebhookMessages>;
export type AttemptRow = Selectable<WebhookAttempts>;

/** false: this endpoint has a message of this event. */
export async function insertMessage(trx: Trx, row: Insertable<WebhookMessages>): Promise<boolean> {
  const inserted = await trx
    .insertInto('webhook_messages')
    .values(row)
    .onConflict((conflict) => conflict.columns(['endpoint_id', 'dedupe_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const findMessage = (trx: Trx, id: string): Promise<MessageRow | undefined> =>
  trx.selectFrom('webhook_messages').selectAll().where('id', '=', id).executeTakeFirst();

export const lockMessage = (trx: Trx, id: string): Promise<MessageRow | undefined> =>
  trx.selectFrom('webhook_messages').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const updateMessage = (trx: Trx, id: string, change: Updateable<WebhookMessages>) =>
  trx.updateTable('webhook_messages').set(change).where('id', '=', id).execute();

export const insertAttempt = (trx: Trx, row: Insertable<WebhookAttempts>) =>
  trx.insertInto('webhook_attempts').values(row).execute();

/** Whether any message reached the endpoint since then. */
export async function wasReached(trx: Trx, endpointId: string, since: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('webhook_attempts')
    .innerJoin('webhook_messages', 'webhook_messages.id', 'webhook_attempts.message_id')
    .select('webhook_attempts.id')
    .where('endpoint_id', '=', endpointId)
    .where('status', '>=', 200)
    .where('status', '<', 300)
    .where('at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type Cursor = { at: string; id: string };

/** Newest first, those older than the given one. */
export const listMessageRows = (
  trx: Trx,
  endpointId: string,
  { after, failedOnly, limit }: { after: Cursor | null; failedOnly: boolean; limit: number },
): Promise<MessageRow[]> =>
  trx
    .selectFrom('webhook_messages')
    .selectAll()
    .where('endpoint_id', '=', endpointId)
    .$if(failedOnly, (query) => query.where('state', '=', 'failed'))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

/** Of several messages, oldest first. */
export const listAttempts = (trx: Trx, messageIds: readonly string[]): Promise<AttemptRow[]> =>
  messageIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('webhook_attempts')
        .selectAll()
        .where('message_id', 'in', messageIds)
        .orderBy('id')
        .execute();

const mostCounted = 100;
export type Summary = {
  endpoint_id: string;
  last_at: Date | null;
  last_state: string | null;
  failed: number;
};

/** How each endpoint fares: its last message, and how many failed, counted up to a hundred. */
export async function summariseEndpoints(trx: Trx, ids: readonly string[]): Promise<Summary[]> {
  const { rows } = await sql<Summary>`
    select e.id as endpoint_id, last.created_at as last_at, last.state as last_state,
      (select count(*) from (select from webhook_messages f
        where f.endpoint_id = e.id and f.state = 'failed' limit ${mostCounted}) counted) as failed
    from webhook_endpoints e
    left join lateral (select created_at, state from webhook_messages m where m.endpoint_id = e.id
      order by created_at desc, id desc limit 1) last on true
    where e.id = any(${ids}::uuid[])`.execute(trx);
  return rows;
}
