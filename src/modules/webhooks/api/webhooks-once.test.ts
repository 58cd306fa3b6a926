import { expect, test } from 'vitest';
import { aReceiver } from '#test/a-receiver.ts';
import { subscribers } from '#test/a-subscriber.ts';
import { useDb } from '#test/use-db.ts';
import { forgetOldAnswers } from '../once.ts';

const t = useDb();
const receiver = aReceiver();
const { aProgram, waiting } = subscribers(t, receiver);
const answers = () => t.owner.selectFrom('api_answers').selectAll().execute();

test('a creation told twice, at once or later, is one endpoint with the same secret', async () => {
  const program = await aProgram('clerk', 'U1');
  const create = () => program.ask('POST', '', { url: receiver.url() }, 'create-1');
  const [one, two] = await Promise.all([create(), create()]);
  expect(one.status).toBe(201);
  expect(one.json.secret).toMatch(/^whsec_/);
  expect(two).toEqual(one);
  t.clock.advance({ hours: 23 });
  expect(await create()).toEqual(one);
  expect((await program.ask('GET', '')).json.webhooks).toHaveLength(1);
  expect(JSON.stringify(await answers())).not.toContain(one.json.secret.slice(6));
});

test('a rotation told twice changes the secret once; the one before still signs', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id, secret } = await program.subscribe();
  const rotate = (once: string) => program.ask('POST', `/${id}/rotate`, undefined, once);
  const first = await rotate('rotate-1');
  const kept = () => t.owner.selectFrom('webhook_endpoints').selectAll().where('id', '=', id).execute();
  const before = await kept();
  expect(await rotate('rotate-1')).toEqual(first);
  expect(await kept()).toEqual(before);
  expect(first.json.secret).not.toBe(secret);
  expect((await rotate('rotate-2')).json.secret).not.toBe(first.json.secret);
});

test('a test and a message sent again, told twice, are sent once', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id } = await program.subscribe();
  const testing = () => program.ask('POST', `/${id}/test`, undefined, 'test-1');
  const first = await testing();
  expect(await testing()).toEqual(first);
  expect(await waiting()).toHaveLength(1);
  const path = `/${id}/messages/${first.json.messageId}/resend`;
  const again = () => program.ask('POST', path, undefined, 'again-1');
  expect([(await again()).status, (await again()).status]).toEqual([202, 202]);
  const { round } = await t.owner.selectFrom('webhook_messages').select('round').executeTakeFirstOrThrow();
  expect(round).toBe(1);
});

test('a retry that comes late does not undo what was done after it', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id } = await program.subscribe();
  await program.ask('POST', `/${id}/disable`, undefined, 'off');
  await program.ask('POST', `/${id}/enable`, undefined, 'on');
  await program.ask('POST', `/${id}/disable`, undefined, 'off');
  expect((await program.ask('GET', '')).json.webhooks).toMatchObject([{ disabledAt: null }]);
});

test('the same Idempotency-Key for another request is refused; another program may use it; what was refused may be tried again', async () => {
  const [own, other] = [await aProgram('clerk', 'U1'), await aProgram('clerk', 'U1')];
  const create = (program: typeof own, path: string) =>
    program.ask('POST', '', { url: receiver.url(path) }, 'same');
  const made = await create(own, '/a');
  expect(await create(own, '/b')).toMatchObject({ status: 422, json: { code: 'idempotency_key_reused' } });
  expect(await own.ask('POST', `/${made.json.id}/rotate`, undefined, 'same')).toMatchObject({ status: 422 });
  expect((await create(other, '/a')).json.id).not.toBe(made.json.id);
  await own.ask('POST', `/${made.json.id}/disable`);
  const testing = () => own.ask('POST', `/${made.json.id}/test`, undefined, 'test');
  expect((await testing()).status).toBe(409);
  await own.ask('POST', `/${made.json.id}/enable`);
  expect((await testing()).status).toBe(202);
});

test('after a day an answer is forgotten, and the key may be used anew', async () => {
  const program = await aProgram('clerk', 'U1');
  const { id } = await program.subscribe();
  const rotate = async () => (await program.ask('POST', `/${id}/rotate`, undefined, 'daily')).json.secret;
  const first = await rotate();
  t.clock.advance({ hours: 24 });
  expect(await rotate()).not.toBe(first);
  await forgetOldAnswers(t);
  expect(await answers()).toHaveLength(1);
  t.clock.advance({ hours: 24 });
  await forgetOldAnswers(t);
  expect(await answers()).toEqual([]);
});
