import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  createApiKey,
  type KeyRole,
  openKeyRing,
  requireKey,
  revokeApiKey,
} from '#modules/accounts/index.ts';
import { acceptCase, commentOnCase, openCase } from '#modules/cases/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { answerFailures } from '#platform/http/answer-failures.ts';
import { aServer } from '#platform/http/server.ts';
import { postOutside } from '#platform/outside/post-outside.ts';
import { aReceiver } from '#test/a-receiver.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { sealerFrom, tellSubscribersOf, webhooksApi, webhookTasks } from './index.ts';

const t = useDb();
const receiver = aReceiver();
const deps = { db: t.db, clock: t.clock, sealer: sealerFrom('for tests only'.repeat(4)), allowPrivate: true };
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

/** A program with a key of its own. */
async function aProgram(role: KeyRole, unitCode: string) {
  const wanted = { name: `${role} ${unitCode}`, role, unitCode, channel: 'api', createdBy: 'x' } as const;
  const { id, token } = await createApiKey(t, wanted);
  const headers = { authorization: `Bearer ${token}` };
  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) => {
    const answer = await app.inject({
      ...{ method, url: `/api/v1/webhooks${path}`, headers },
      ...(payload ? { payload } : {}),
    });
    return { status: answer.statusCode, json: answer.body ? answer.json() : null };
  };
  const subscribe = async (more: object = {}): Promise<{ id: string; secret: string }> =>
    (await ask('POST', '', { url: receiver.url(), ...more })).json;
  const log = async (id: string) => (await ask('GET', `/${id}/messages`)).json.messages;
  return { keyId: id, token, ask, subscribe, log };
}

type Job = { task: string; payload: { messageId: string; round: number; tries: number }; run_at: Date };
/** The jobs that wait, as graphile-worker keeps them. */
const jobs = async (task: string): Promise<Job[]> =>
  (
    await sql<Job>`select task_identifier as task, j.payload, j.run_at from graphile_worker._private_jobs j
      join graphile_worker._private_tasks k on k.id = j.task_id
      join lateral (select k.identifier as task_identifier) i on true
      where identifier = ${task} order by j.id`.execute(t.owner)
  ).rows;

/** Makes the tries that wait, once each, however late they are planned. */
async function work(): Promise<void> {
  const waiting = await jobs('deliver_webhook');
  await sql`delete from graphile_worker._private_jobs`.execute(t.owner);
  for (const { payload } of waiting) await deliver(payload);
}

async function aCase(unitCode = 'U1', keyId?: string) {
  const customer = customerActor('web', 'Khách', []);
  const actor = keyId ? { ...customer, scope: { ...customer.scope, desks: [`key:${keyId}`] } } : customer;
  const opened = await openCase(t, actor, aRequest(serviceVersionId, { unitCode }));
  await tell({ caseId: opened.id, seq: 1, kind: 'open' });
  return opened;
}

test('an event arrives, signed, thin and without a word about persons; the log says so', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id, secret } = await program.subscribe();
  const { code, dueAt } = await aCase();
  await work();
  const [got] = receiver.received;
  expect(receiver.received).toHaveLength(1);
  expect(receiver.verify(got!, secret)).toEqual({
    type: 'case.opened',
    timestamp: t.clock.now().toISOString(),
    data: {
      ...{ code, state: 'opened', kind: 'open', seq: 1, version: 1, unit: 'U1', service: 'supply' },
      dueAt: dueAt?.toISOString(),
    },
  });
  expect(got?.body).not.toMatch(/Đào|0912|example/);
  expect(await program.log(id)).toMatchObject([
    { id: got?.id, state: 'delivered', nextTryAt: null, attempts: [{ status: 204, error: null }] },
  ]);
});

test('the same event told twice is one message; a try made twice is one request', async () => {
  const program = await aProgram('clerk', 'U1');
  await program.subscribe();
  const { id } = await aCase();
  await tell({ caseId: id, seq: 1, kind: 'open' });
  const [job] = await jobs('deliver_webhook');
  expect(await jobs('deliver_webhook')).toHaveLength(1);
  await work();
  await deliver(job!.payload);
  expect(receiver.received).toHaveLength(1);
});

test('only the types that are wanted; a comment of the staff stays in the house', async () => {
  const program = await aProgram('clerk', 'U1');
  await program.subscribe({ eventTypes: ['case.accepted'] });
  const { id, code } = await aCase();
  const clerk = await aStaffMember(t.owner, 'clerk');
  await acceptCase(t, clerk, { code, requestId: crypto.randomUUID() });
  await commentOnCase(t, clerk, { code, requestId: crypto.randomUUID(), body: 'chỉ nội bộ' });
  await tell({ caseId: id, seq: 2, kind: 'accept' });
  await tell({ caseId: id, seq: 3, kind: 'comment' });
  await work();
  expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(['case.accepted']);
});

test('an endpoint is told of what its key may see, and of nothing else', async () => {
  const [own, above, other] = [
    await aProgram('clerk', 'U1'),
    await aProgram('company_director', 'C1'),
    await aProgram('clerk', 'U2'),
  ];
  const [phoneApp, otherApp] = [await aProgram('app', 'T'), await aProgram('app', 'T')];
  const paths = [
    ['/own', own],
    ['/above', above],
    ['/other', other],
    ['/app', phoneApp],
    ['/other-app', otherApp],
  ] as const;
  for (const [path, program] of paths) await program.subscribe({ url: receiver.url(path) });
  await aCase('U1', phoneApp.keyId);
  const told = (await jobs('deliver_webhook')).length;
  expect(told).toBe(3);
  const urls = await t.owner
    .selectFrom('webhook_messages')
    .innerJoin('webhook_endpoints', 'webhook_endpoints.id', 'endpoint_id')
    .select('url')
    .execute();
  expect(urls.map(({ url }) => new URL(url).pathname).sort()).toEqual(['/above', '/app', '/own']);
});

test('nobody sees or touches the endpoint of another key; an administrator sees those of the unit', async () => {
  const own = await aProgram('clerk', 'U1');
  const { id } = await own.subscribe();
  await own.ask('POST', `/${id}/test`);
  const [message] = await own.log(id);
  for (const stranger of [await aProgram('clerk', 'U1'), await aProgram('administrator', 'U2')]) {
    expect((await stranger.ask('GET', '')).json).toEqual({ webhooks: [] });
    expect((await stranger.ask('GET', `/${id}/messages`)).status).toBe(404);
    for (const path of ['test', 'rotate', 'enable', 'disable', `messages/${message.id}/resend`])
      expect((await stranger.ask('POST', `/${id}/${path}`)).status, path).toBe(404);
    expect((await stranger.ask('DELETE', `/${id}`)).status).toBe(404);
  }
  const administrator = await aProgram('administrator', 'C1');
  expect((await administrator.ask('GET', '')).json.webhooks).toMatchObject([{ id, unit: 'U1' }]);
});

test('a key that was revoked ends its endpoint, waiting messages too', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id } = await program.subscribe();
  await aCase();
  await revokeApiKey(t, program.keyId);
  await work();
  await aCase();
  await work();
  expect(receiver.received).toEqual([]);
  const administrator = await aProgram('administrator', 'U1');
  expect((await administrator.ask('GET', '')).json.webhooks).toMatchObject([{ disabledWhy: 'key_ended' }]);
  expect(await administrator.log(id)).toMatchObject([{ state: 'failed', attempts: [] }]);
});

test('a receiver that fails is tried again with the same id at the times of the table, each time signed anew', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id, secret } = await program.subscribe();
  receiver.answer((response) => response.writeHead(receiver.received.length < 3 ? 500 : 200).end('hm\0m'));
  await aCase();
  const start = t.clock.now().getTime();
  await work();
  const [second] = await jobs('deliver_webhook');
  expect(second?.run_at.getTime()).toBe(start + 5_000);
  t.clock.set(second!.run_at);
  await work();
  const [third] = await jobs('deliver_webhook');
  expect(third?.run_at.getTime()).toBe(start + 305_000);
  t.clock.set(new Date(start + 200_000)); // not the real delay: the library takes five minutes at most
  await work();
  expect(await jobs('deliver_webhook')).toEqual([]);
  expect(new Set(receiver.received.map((one) => one.id)).size).toBe(1);
  for (const one of receiver.received) expect(() => receiver.verify(one, secret)).not.toThrow();
  const stamps = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']));
  expect(stamps[1]! - stamps[0]!).toBe(5);
  const [message] = await program.log(id);
  expect(message).toMatchObject({ state: 'delivered' });
  expect(message.attempts.map((attempt: { status: number }) => attempt.status)).toEqual([500, 500, 200]);
  expect(message.attempts[0].answer).toBe('hm m');
});

test('after ten failures the endpoint is disabled with its reason; its owner enables it and sends again, same id', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id } = await program.subscribe();
  receiver.answer((response) => response.writeHead(503).end());
  await aCase();
  for (let tries = 1; tries <= 10; tries += 1) await work();
  expect(receiver.received).toHaveLength(10);
  expect(await jobs('deliver_webhook')).toEqual([]);
  expect((await program.ask('GET', '')).json.webhooks).toMatchObject([{ disabledWhy: 'failing' }]);
  const [message] = await program.log(id);
  expect((await program.ask('POST', `/${id}/messages/${message.id}/resend`)).status).toBe(409);
  await aCase();
  expect(await jobs('deliver_webhook'), 'a disabled endpoint is told nothing').toEqual([]);
  receiver.answer((response) => response.writeHead(200).end());
  expect((await program.ask('POST', `/${id}/enable`)).json).toMatchObject({ disabledAt: null });
  expect((await program.ask('POST', `/${id}/messages/${message.id}/resend`)).status).toBe(202);
  await work();
  expect(receiver.received.at(-1)?.id).toBe(message.id);
  expect(await program.log(id)).toMatchObject([{ state: 'delivered' }]);
});

test('a receiver that lives but chokes on one message is not disabled for it', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id } = await program.subscribe();
  receiver.answer((response, one) =>
    response.writeHead(JSON.parse(one.body).type === 'webhook.test' ? 200 : 500).end(),
  );
  await aCase();
  await program.ask('POST', `/${id}/test`);
  for (let tries = 1; tries <= 10; tries += 1) await work();
  expect((await program.ask('GET', '')).json.webhooks).toMatchObject([{ disabledAt: null }]);
  const failed = (await program.ask('GET', `/${id}/messages?state=failed`)).json.messages;
  expect(failed).toMatchObject([{ type: 'case.opened', state: 'failed' }]);
});

test('410 Gone ends it at once', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id } = await program.subscribe();
  receiver.answer((response) => response.writeHead(410).end());
  await aCase();
  await work();
  expect((await program.ask('GET', '')).json.webhooks).toMatchObject([{ id, disabledWhy: 'gone' }]);
  expect(await jobs('deliver_webhook')).toEqual([]);
});

test('a redirect is a failure, and is not followed', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id } = await program.subscribe();
  receiver.answer((response) => response.writeHead(302, { location: receiver.url('/elsewhere') }).end());
  await aCase();
  await work();
  expect(receiver.received).toHaveLength(1);
  expect(await program.log(id)).toMatchObject([{ state: 'waiting', attempts: [{ status: 302 }] }]);
});

test('while a secret is changed both sign; after a day only the new one', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id, secret: old } = await program.subscribe();
  const { secret } = (await program.ask('POST', `/${id}/rotate`)).json;
  expect(secret).not.toBe(old);
  await program.ask('POST', `/${id}/test`);
  await work();
  const [first] = receiver.received;
  for (const known of [old, secret]) expect(() => receiver.verify(first!, known)).not.toThrow();
  await t.owner.updateTable('webhook_endpoints').set({ previous_secret_until: t.clock.now() }).execute();
  await program.ask('POST', `/${id}/test`);
  await work();
  const second = receiver.received[1]!;
  expect(() => receiver.verify(second, secret)).not.toThrow();
  expect(() => receiver.verify(second, old)).toThrow();
});

test('the secret stands in one answer and nowhere else', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id, secret } = await program.subscribe();
  expect(JSON.stringify((await program.ask('GET', '')).json)).not.toContain('whsec_');
  const kept = await t.owner.selectFrom('webhook_endpoints').selectAll().where('id', '=', id).execute();
  expect(JSON.stringify(kept)).not.toContain(secret.slice(6));
});

test('mistakes are named; an address is registered once; one that was deleted hears nothing', async () => {
  const program = await aProgram('clerk', 'U1');
  expect((await program.ask('POST', '', { url: 'ftp://x/' })).json).toMatchObject({
    status: 422,
    errors: [{ field: 'url' }],
  });
  expect(
    (await program.ask('POST', '', { url: receiver.url(), eventTypes: ['no.such'] })).json,
  ).toMatchObject({
    title: expect.stringMatching(/bad_input|field_wrong/),
  });
  const { id } = await program.subscribe();
  expect((await program.ask('POST', '', { url: receiver.url() })).status).toBe(409);
  expect((await program.ask('DELETE', `/${id}`)).status).toBe(204);
  await aCase();
  expect(await jobs('deliver_webhook')).toEqual([]);
  expect((await program.ask('GET', '')).json).toEqual({ webhooks: [] });
  expect((await program.subscribe()).id).not.toBe(id);
});

test('the log is read page by page', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id } = await program.subscribe();
  for (let n = 0; n < 5; n += 1) await program.ask('POST', `/${id}/test`);
  const seen: string[] = [];
  for (let after = ''; ; ) {
    const { json } = await program.ask('GET', `/${id}/messages?limit=2${after && `&after=${after}`}`);
    seen.push(...json.messages.map((message: { id: string }) => message.id));
    if (!json.next) break;
    after = json.next;
  }
  expect(new Set(seen).size).toBe(5);
});
