import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createApiKey, type KeyRole, openKeyRing, requireKey } from '#modules/accounts/index.ts';
import { openCase } from '#modules/cases/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { sealerFrom, tellSubscribersOf, webhooksApi, webhookTasks } from '#modules/webhooks/index.ts';
import { answerFailures } from '#platform/http/answer-failures.ts';
import { aServer } from '#platform/http/server.ts';
import { postOutside } from '#platform/outside/post-outside.ts';
import type { aReceiver } from './a-receiver.ts';
import { aRequest, aUtility } from './a-utility.ts';
import type { TestDatabase } from './use-db.ts';

type Job = { payload: { messageId: string; round: number; tries: number }; run_at: Date };

/** For tests: programs with keys of their own at the webhook API, cases that are told, and a worker that waits for nothing. */
export function subscribers(t: TestDatabase, receiver: ReturnType<typeof aReceiver>) {
  const sealer = sealerFrom('for tests only'.repeat(4));
  const deps = { db: t.db, clock: t.clock, sealer, allowPrivate: true };
  const tell = tellSubscribersOf(t);
  const { deliver_webhook: deliver } = webhookTasks({ ...deps, post: postOutside, chance: () => 0 });
  let app: Awaited<ReturnType<typeof aServer>>;
  let serviceVersionId: number;
  beforeAll(async () => {
    app = await aServer({ secret: 's'.repeat(32), logLevel: 'error', behindTls: false });
    answerFailures(app, (_, reply, refused) => reply.send(refused.reason.code));
    await app.register(async (api) => {
      requireKey(api, openKeyRing(t));
      webhooksApi(api, deps);
    });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    t.clock.set(new Date()); // the receiver's library knows only the real time
    serviceVersionId = (await aUtility(t.owner)).serviceVersionId;
  });

  async function aProgram(role: KeyRole, unitCode: string) {
    const wanted = { name: `${role} ${unitCode}`, role, unitCode, channel: 'api', createdBy: 'x' } as const;
    const { id: keyId, token } = await createApiKey(t, wanted);
    const headers = { authorization: `Bearer ${token}` };
    const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, once?: string) => {
      const url = `/api/v1/webhooks${path}`;
      const named = { ...headers, ...(once ? { 'idempotency-key': once } : {}) };
      const answer = await app.inject({ method, url, headers: named, ...(payload ? { payload } : {}) });
      return { status: answer.statusCode, json: answer.body ? answer.json() : null };
    };
    const subscribe = async (more: object = {}): Promise<{ id: string; secret: string }> =>
      (await ask('POST', '', { url: receiver.url(), ...more })).json;
    const log = async (id: string) => (await ask('GET', `/${id}/messages`)).json.messages;
    return { keyId, ask, subscribe, log };
  }

  /** The tries that wait, as graphile-worker keeps them. */
  const waiting = async (): Promise<Job[]> =>
    (
      await sql<Job>`select j.payload, j.run_at from graphile_worker._private_jobs j
        join graphile_worker._private_tasks k on k.id = j.task_id
        where k.identifier = 'deliver_webhook' order by j.id`.execute(t.owner)
    ).rows;

  /** Makes the tries that wait, once each, however late they are planned. */
  async function work(): Promise<void> {
    const tries = await waiting();
    await sql`delete from graphile_worker._private_jobs`.execute(t.owner);
    for (const { payload } of tries) await deliver(payload);
  }

  /** Opened by a customer, in the hands of the app with this key; told to whom it concerns. */
  async function aCase(unitCode = 'U1', keyId?: string) {
    const customer = customerActor('web', 'Khách', []);
    const actor = keyId ? { ...customer, scope: { ...customer.scope, desks: [`key:${keyId}`] } } : customer;
    const opened = await openCase(t, actor, aRequest(serviceVersionId, { unitCode }));
    await tell({ caseId: opened.id, seq: 1, kind: 'open' });
    return opened;
  }
  return { aProgram, aCase, waiting, work, tell, deliver };
}
