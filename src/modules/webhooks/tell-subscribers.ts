import { findMachine } from '#modules/accounts/index.ts';
import { readCaseById } from '#modules/cases/index.ts';
import { machineActor } from '#modules/organisation/index.ts';
import { inScope, type Scope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { WebhookDeps } from './endpoints.ts';
import { eventTypeOf } from './event-types.ts';
import { addMessage } from './messages.ts';
import { disableEndpoint, type EndpointRow, findEventTime, listSubscribers } from './queries.ts';

export type EventToTell = { caseId: string; seq: number; kind: string };
type Deps = Pick<WebhookDeps, 'db' | 'clock'>;

/**
 * Writes a message of this event for every endpoint that wants it and may see the case, after the act and apart from
 * it. Done twice it writes nothing new. The case is told as it stands by then (`version`), without a word about persons.
 */
export async function tellSubscribers(deps: Deps, event: EventToTell): Promise<void> {
  const type = eventTypeOf(event.kind);
  if (!type) return;
  const asked = await inScope(deps.db, systemScope, async (trx) => {
    const found = await listSubscribers(trx, type);
    const now = deps.clock.now();
    return Promise.all(found.map(async (row) => ({ row, scope: await scopeOf(trx, row, now) })));
  });
  for (const { row, scope } of asked)
    if (scope && (await sees(deps, scope, event.caseId))) await tellOne(deps, row, type, event);
}

/** What the owner may see today; null where the owner's key no longer holds, which ends the endpoint too. */
export async function scopeOf(trx: Trx, endpoint: EndpointRow, now: Date): Promise<Scope | null> {
  if (endpoint.api_key_id) {
    const machine = await findMachine(trx, endpoint.api_key_id, now);
    if (machine) return machine.actor.scope;
    await disableEndpoint(trx, endpoint.id, 'key_ended', now);
    return null;
  }
  const unit = { id: endpoint.id, name: endpoint.url, unitCode: endpoint.unit_code };
  return (await machineActor(trx, { ...unit, role: 'administrator', via: 'api' })).scope;
}

/** PostgreSQL is asked, under the same row-level security as for the owner's own reading. */
const sees = async ({ db }: Deps, scope: Scope, caseId: string): Promise<boolean> =>
  (await inScope(db, scope, (trx) => readCaseById(trx, caseId))) !== undefined;

const tellOne = ({ db, clock }: Deps, endpoint: EndpointRow, type: string, event: EventToTell) =>
  inScope(db, systemScope, async (trx) => {
    const { caseId, seq, kind } = event;
    const [found, happened] = [await readCaseById(trx, caseId), await findEventTime(trx, caseId, seq)];
    if (!found || !happened) return;
    const data = {
      ...{ code: found.code, state: found.state, kind, seq, version: found.version },
      ...{ unit: found.unit_code, service: found.service_code },
      dueAt: found.due_at?.toISOString() ?? null,
    };
    const message = { endpointId: endpoint.id, dedupeKey: `${caseId}:${seq}`, caseId, type };
    await addMessage(trx, message, happened.at, data, clock.now());
  });
