import { randomUUID } from 'node:crypto';
import type { AskedOnce } from '#platform/http/api/idempotency.ts';
import { enqueue } from '#platform/jobs.ts';
import { inScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type Caretaker, need, type WebhookDeps } from './endpoints.ts';
import { testType } from './event-types.ts';
import { once } from './once.ts';
import {
  type AttemptRow,
  type Cursor,
  insertMessage,
  listAttempts,
  listMessageRows,
  lockMessage,
  type MessageRow,
  updateMessage,
} from './queries-messages.ts';
import { webhookReasons } from './reasons.ts';

export type MessageView = MessageRow & { attempts: AttemptRow[] };
export type MessagePage = { messages: MessageView[]; next: string | null };
type NewMessage = { endpointId: string; dedupeKey: string; caseId: string | null; type: string };

/** Writes the message and the job that delivers it; null where this endpoint has been told of it before. */
export async function addMessage(
  trx: Trx,
  { endpointId, dedupeKey, caseId, type }: NewMessage,
  at: Date,
  data: object,
  now: Date,
): Promise<string | null> {
  const id = randomUUID();
  const fresh = await insertMessage(trx, {
    id,
    endpoint_id: endpointId,
    dedupe_key: dedupeKey,
    case_id: caseId,
    event_type: type,
    body: JSON.stringify({ type, timestamp: at.toISOString(), data }),
    created_at: now,
    next_try_at: now,
  });
  if (!fresh) return null;
  await enqueueTry(trx, { id, endpoint_id: endpointId, round: 0, tries: 0 }, now);
  return id;
}

/** Round and tries say which try is meant: one that was made already is not made again. */
export const enqueueTry = (
  trx: Trx,
  { id, endpoint_id, round, tries }: Pick<MessageRow, 'id' | 'endpoint_id' | 'round' | 'tries'>,
  runAt: Date,
) =>
  enqueue(
    trx,
    'deliver_webhook',
    { messageId: id, round, tries },
    { runAt, jobKey: `webhook:${id}`, line: `webhook:${endpoint_id}` },
  );

/** Sends a `webhook.test`, which goes the way of every message. */
export const sendTest = (
  deps: WebhookDeps,
  by: Caretaker,
  endpointId: string,
  asked?: AskedOnce,
): Promise<string> =>
  once(deps, by, asked, async (trx) => {
    const { disabled_at } = await need(trx, by, endpointId);
    if (disabled_at) throw refuse(webhookReasons.endpoint_disabled);
    const [now, dedupeKey] = [deps.clock.now(), `test:${randomUUID()}`];
    const message = { endpointId, dedupeKey, caseId: null, type: testType };
    const id = await addMessage(trx, message, now, { endpoint: endpointId }, now);
    return id ?? '';
  });

/** The same message once more, with the same id and a schedule from the beginning, whatever became of it before. */
export const sendAgain = (
  deps: WebhookDeps,
  by: Caretaker,
  endpointId: string,
  messageId: string,
  asked?: AskedOnce,
): Promise<void> =>
  once(deps, by, asked, async (trx) => {
    const { disabled_at } = await need(trx, by, endpointId);
    const message = await lockMessage(trx, messageId);
    if (message?.endpoint_id !== endpointId) throw refuse(webhookReasons.message_not_found);
    if (disabled_at) throw refuse(webhookReasons.endpoint_disabled);
    const [now, round] = [deps.clock.now(), message.round + 1];
    await updateMessage(trx, messageId, {
      ...{ state: 'waiting', tries: 0, next_try_at: now },
      ...{ round, sent_again_by: by.actor.name },
    });
    await enqueueTry(trx, { ...message, round, tries: 0 }, now);
  });

/** The log of an endpoint, newest first. `after` is the `next` of the page before; one that is none begins anew. */
export const listMessages = (
  { db }: Pick<WebhookDeps, 'db'>,
  by: Caretaker,
  endpointId: string,
  { after, limit, failedOnly = false }: { after: string | null; limit: number; failedOnly?: boolean },
): Promise<MessagePage> =>
  inScope(db, by.actor.scope, async (trx) => {
    await need(trx, by, endpointId);
    const rows = await listMessageRows(trx, endpointId, {
      after: parseCursor(after),
      failedOnly,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const attempts = await listAttempts(
      trx,
      shown.map(({ id }) => id),
    );
    return {
      messages: shown.map((row) => ({
        ...row,
        attempts: attempts.filter(({ message_id }) => message_id === row.id),
      })),
      next: last ? `${last.created_at.toISOString()}_${last.id}` : null,
    };
  });

function parseCursor(cursor: string | null): Cursor | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]{12}Z)_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}
