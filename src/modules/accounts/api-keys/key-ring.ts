import { type Actor, customerActor, machineActor, roles } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope, type Trx } from '#platform/postgres/in-scope.ts';
import { hashOf, type KeyChannel, keyChannels } from './api-keys.ts';
import { type ApiKeyRow, findApiKeyByHash, findApiKeyById } from './queries-api-keys.ts';

/** A program that showed a key that holds: who it acts as, and by which door its cases come in. */
export type Machine = { keyId: string; name: string; unitCode: string; channel: KeyChannel; actor: Actor };
export type KeyRing = { find(token: string): Promise<Machine | undefined> };

const remembered = 5_000;
const mostRemembered = 1_000;

/** Looks keys up; one that held is remembered for five seconds, so that a busy caller does not cost a query a request. */
export function openKeyRing({ db, clock }: { db: Database; clock: Clock }): KeyRing {
  const known = new Map<string, { machine: Machine; until: number }>();

  async function find(token: string): Promise<Machine | undefined> {
    const hash = hashOf(token);
    const now = clock.now();
    const hit = known.get(hash);
    if (hit && now.getTime() < hit.until) return hit.machine;
    known.delete(hash);
    const machine = await inScope(db, publicScope, async (trx) => {
      const row = await findApiKeyByHash(trx, hash);
      return row && holds(row, now) ? asMachine(trx, row) : undefined;
    });
    if (!machine) return undefined;
    if (known.size >= mostRemembered) known.clear();
    known.set(hash, { machine, until: now.getTime() + remembered });
    return machine;
  }
  return { find };
}

/** Whom a key acts as, for work done in its name while it is not there to ask; undefined where it no longer holds. */
export async function findMachine(trx: Trx, keyId: string, now: Date): Promise<Machine | undefined> {
  const row = await findApiKeyById(trx, keyId);
  return row && holds(row, now) ? asMachine(trx, row) : undefined;
}

const holds = (row: ApiKeyRow, now: Date): boolean =>
  row.revoked_at === null && (row.expires_at === null || row.expires_at > now);

async function asMachine(trx: Trx, row: ApiKeyRow): Promise<Machine> {
  const channel = keyChannels.find((known) => known === row.channel) ?? 'api';
  const facts = { keyId: row.id, name: row.name, unitCode: row.unit_code, channel };
  const role = roles.find((known) => known === row.role);
  if (role) {
    const who = { id: row.id, name: row.name, role, unitCode: row.unit_code, via: channel };
    return { ...facts, actor: await machineActor(trx, who) };
  }
  const app = customerActor(`key:${row.id}`, row.name, []);
  return { ...facts, actor: { ...app, via: channel, scope: { ...app.scope, desks: [`key:${row.id}`] } } };
}
