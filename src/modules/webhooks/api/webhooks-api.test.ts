import { expect, test } from 'vitest';
import { revokeApiKey } from '#modules/accounts/index.ts';
import { aReceiver } from '#test/a-receiver.ts';
import { subscribers } from '#test/a-subscriber.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
const receiver = aReceiver();
const { aProgram, aCase, waiting, work } = subscribers(t, receiver);

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
  const told = (await waiting()).length;
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
    errors: [{ pointer: '#/url' }],
  });
  expect(
    (await program.ask('POST', '', { url: receiver.url(), eventTypes: ['no.such'] })).json,
  ).toMatchObject({
    status: 422,
    errors: [{ pointer: '#/eventTypes/0' }],
  });
  const { id } = await program.subscribe();
  expect((await program.ask('POST', '', { url: receiver.url() })).status).toBe(409);
  expect((await program.ask('DELETE', `/${id}`)).status).toBe(204);
  await aCase();
  expect(await waiting()).toEqual([]);
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
