import { randomUUID } from 'node:crypto';
import { type Actor, findUnit } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { AskedOnce } from '#platform/http/api/idempotency.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { Sealer } from '#platform/sealer.ts';
import type { EventType } from './event-types.ts';
import { once } from './once.ts';
import {
  countEndpoints,
  disableEndpoint,
  type EndpointRow,
  insertEndpoint,
  listEndpointRows,
  lockEndpoint,
  updateEndpoint,
} from './queries.ts';
import { webhookReasons } from './reasons.ts';
import { whyNotSendTo } from './rules/may-send-to.ts';
import { newSecret } from './secrets.ts';

export type WebhookDeps = { db: Database; clock: Clock; sealer: Sealer; allowPrivate: boolean };
/** Who looks after endpoints: a key after its own, an administrator after all of their units (`keyId` null: a person). */
export type Caretaker = { actor: Actor; keyId: string | null; unitCode: string };
export type NewEndpoint = { url: string; description: string; eventTypes: readonly EventType[] };

const most = 20;
const bothSignFor = 24 * 3_600_000;

/** `secret` is shown this once, and again to a retry of the same request; afterwards it can only be changed. */
export function createEndpoint(
  deps: WebhookDeps,
  by: Caretaker,
  wanted: NewEndpoint,
  asked?: AskedOnce,
): Promise<{ endpoint: EndpointRow; secret: string }> {
  const { clock, sealer, allowPrivate } = deps;
  const wrong = whyNotSendTo(wanted.url, allowPrivate);
  if (wrong) throw refuse(webhookReasons[wrong], {}, { url: webhookReasons[wrong] });
  return once(deps, by, asked, async (trx) => {
    const [id, secret, owner] = [randomUUID(), newSecret(), await ownerOf(trx, by)];
    if ((await countEndpoints(trx, owner.unit_code, by.keyId)) >= most)
      throw refuse(webhookReasons.too_many_endpoints, { most });
    const added = await insertEndpoint(trx, {
      ...owner,
      id,
      url: new URL(wanted.url).href,
      description: wanted.description.normalize('NFC').trim(),
      event_types: [...new Set(wanted.eventTypes)],
      secret_sealed: sealer.seal(id, secret),
      created_at: clock.now(),
      created_by: by.actor.name,
    });
    if (!added) throw refuse(webhookReasons.url_taken, {}, { url: webhookReasons.url_taken });
    return { endpoint: await need(trx, by, id), secret };
  });
}

/** An endpoint belongs to a unit and is told of its cases; that of an app or a desk of what was filed there. */
async function ownerOf(trx: Trx, { actor, keyId, unitCode }: Caretaker) {
  const desk = actor.scope.desks?.[0] ?? null;
  const unit = await findUnit(trx, unitCode);
  if (!unit) throw refuse(webhookReasons.administrators_only);
  return { api_key_id: keyId, desk, unit_code: unit.code, unit_path: unit.path };
}

const seesAllOfUnit = ({ actor, keyId }: Caretaker) => keyId === null || actor.role === 'administrator';

/** The endpoint, locked; another's is one that does not exist. */
export async function need(trx: Trx, by: Caretaker, id: string): Promise<EndpointRow> {
  const row = await lockEndpoint(trx, id);
  if (!row || !(seesAllOfUnit(by) || row.api_key_id === by.keyId))
    throw refuse(webhookReasons.endpoint_not_found);
  return row;
}

export const listEndpoints = ({ db }: Pick<WebhookDeps, 'db'>, by: Caretaker): Promise<EndpointRow[]> =>
  inScope(db, by.actor.scope, (trx) =>
    listEndpointRows(trx, seesAllOfUnit(by) ? {} : { keyId: by.keyId ?? undefined }),
  );

/** No longer told from now on; the log of what was sent stays. */
export const deleteEndpoint = ({ db, clock }: WebhookDeps, by: Caretaker, id: string): Promise<void> =>
  inScope(db, by.actor.scope, async (trx) => {
    await need(trx, by, id);
    await updateEndpoint(trx, id, { deleted_at: clock.now() });
  });

export const switchEndpoint = (
  deps: WebhookDeps,
  by: Caretaker,
  id: string,
  on: boolean,
  asked?: AskedOnce,
): Promise<EndpointRow> =>
  once(deps, by, asked, async (trx) => {
    await need(trx, by, id);
    if (on) await updateEndpoint(trx, id, { disabled_at: null, disabled_why: null });
    else await disableEndpoint(trx, id, 'by_hand', deps.clock.now());
    return need(trx, by, id);
  });

/** A new secret, shown this once. The old one signs too for a day, so that the receiver can change without losing a message. */
export const rotateSecret = (
  deps: WebhookDeps,
  by: Caretaker,
  id: string,
  asked?: AskedOnce,
): Promise<{ endpoint: EndpointRow; secret: string }> =>
  once(deps, by, asked, async (trx) => {
    const { secret_sealed } = await need(trx, by, id);
    const secret = newSecret();
    await updateEndpoint(trx, id, {
      secret_sealed: deps.sealer.seal(id, secret),
      previous_secret_sealed: secret_sealed,
      previous_secret_until: new Date(deps.clock.now().getTime() + bothSignFor),
    });
    return { endpoint: await need(trx, by, id), secret };
  });
