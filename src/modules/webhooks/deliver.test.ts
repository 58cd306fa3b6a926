import { expect, test } from 'vitest';
import { acceptCase, commentOnCase } from '#modules/cases/index.ts';
import { aReceiver } from '#test/a-receiver.ts';
import { subscribers } from '#test/a-subscriber.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
const receiver = aReceiver();
const { aProgram, aCase, waiting, work, tell, deliver } = subscribers(t, receiver);

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
  const [job] = await waiting();
  expect(await waiting()).toHaveLength(1);
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

test('a receiver that fails is tried again with the same id at the times of the table, each time signed anew', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id, secret } = await program.subscribe();
  receiver.answer((response) => response.writeHead(receiver.received.length < 3 ? 500 : 200).end('hm\0m'));
  await aCase();
  const start = t.clock.now().getTime();
  await work();
  const [second] = await waiting();
  expect(second?.run_at.getTime()).toBe(start + 5_000);
  t.clock.set(second!.run_at);
  await work();
  const [third] = await waiting();
  expect(third?.run_at.getTime()).toBe(start + 305_000);
  t.clock.set(new Date(start + 200_000)); // not the real delay: the library takes five minutes at most
  await work();
  expect(await waiting()).toEqual([]);
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
  expect(await waiting()).toEqual([]);
  expect((await program.ask('GET', '')).json.webhooks).toMatchObject([{ disabledWhy: 'failing' }]);
  const [message] = await program.log(id);
  expect((await program.ask('POST', `/${id}/messages/${message.id}/resend`)).status).toBe(409);
  await aCase();
  expect(await waiting(), 'a disabled endpoint is told nothing').toEqual([]);
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
  expect(await waiting()).toEqual([]);
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

test('two workers that make the same try send it twice with one id, and count it once', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id } = await program.subscribe();
  receiver.answer((response) => response.writeHead(500).end());
  await aCase();
  const [job] = await waiting();
  await Promise.all([deliver(job!.payload), deliver(job!.payload)]);
  expect(new Set(receiver.received.map((one) => one.id)).size).toBe(1);
  const [message] = await program.log(id);
  expect(message.attempts).toHaveLength(receiver.received.length);
  expect(await waiting()).toMatchObject([{ payload: { round: 0, tries: 1 } }]);
});
