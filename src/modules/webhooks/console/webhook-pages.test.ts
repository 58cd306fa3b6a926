import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Role } from '#modules/organisation/index.ts';
import { postOutside } from '#platform/outside/post-outside.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aReceiver } from '#test/a-receiver.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { deliver } from '../deliver.ts';
import { sealerFrom } from '../secrets.ts';

const t = useDb();
const receiver = aReceiver();
let made: Awaited<ReturnType<typeof aConsole>>;
beforeAll(async () => {
  made = await aConsole(t);
});
afterAll(() => made.app.close());
beforeEach(async () => {
  await aUtility(t.owner);
  await aNamedUtility(t.owner);
});
const as = async (role: Role, unit: string) => signedIn(made.app, await aStaffMember(t.owner, role, unit));

async function anEndpoint(unit = 'U1') {
  const administrator = await as('administrator', unit);
  const answer = await administrator.post('/bang/webhook', { url: receiver.url(), description: 'App khách' });
  const id = /\/bang\/webhook\/([0-9a-f-]{36})/.exec(answer.body)?.[1] ?? '';
  return { administrator, answer, id, here: `/bang/webhook/${id}` };
}
/** Makes the try of the only message that waits. */
async function work() {
  const { id, round, tries } = await t.owner
    .selectFrom('webhook_messages')
    .selectAll()
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  const sealer = sealerFrom('for tests only'.repeat(4));
  const deps = { ...t, sealer, allowPrivate: true, post: postOutside, chance: () => 0 };
  await deliver(deps, { messageId: id, round, tries });
}

test('an administrator adds an address and is shown the secret once', async () => {
  const { administrator, answer, here } = await anEndpoint();
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toMatch(/whsec_[\w+/]{43}=/);
  const list = (await administrator.get('/bang/webhook')).body;
  expect(list).toContain('App khách');
  expect(list).toContain('Chưa gửi tin nào');
  expect(list + (await administrator.get(here)).body).not.toContain('whsec_');
  const rotated = await administrator.post(`${here}/doi-khoa`);
  expect(rotated.body).toMatch(/whsec_/);
  expect(rotated.body).toContain('Khóa cũ còn ký kèm đến');
});

test('a mistake is named, and what was typed stays', async () => {
  const { administrator } = await anEndpoint();
  const wrong = await administrator.post('/bang/webhook', { url: 'ftp://x/y', description: 'CRM' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('phải bắt đầu bằng https://');
  for (const typed of ['value="ftp://x/y"', 'value="CRM"']) expect(wrong.body).toContain(typed);
  const again = await administrator.post('/bang/webhook', { url: receiver.url() });
  expect(again.statusCode).toBe(409);
});

test('a test that fails is seen with what it met, and sent again', async () => {
  const { administrator, here } = await anEndpoint();
  receiver.answer((response) => response.writeHead(500).end('<b>bận</b>'));
  const sent = await administrator.post(`${here}/gui-thu`);
  expect(sent.headers.location).toBe(`${here}?xong=gui-thu`);
  expect((await administrator.get(`${here}?xong=gui-thu`)).body).toContain('Đã xếp hàng một tin thử');
  await work();
  const failed = (await administrator.get(here)).body;
  expect(failed).toContain('trả lời 500');
  expect(failed).toContain('&lt;b&gt;bận&lt;/b&gt;');
  expect(failed).toContain('Gửi lại lúc');
  receiver.answer((response) => response.writeHead(200).end());
  const form = /action="([^"]+\/gui-lai)"/.exec(failed)?.[1] ?? '';
  expect((await administrator.post(form)).statusCode).toBe(303);
  await work();
  expect((await administrator.get(here)).body).toContain('Đã nhận');
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
});

test('switched off nothing is sent; on again; deleted it is gone', async () => {
  const { administrator, here } = await anEndpoint();
  await administrator.post(`${here}/tat`);
  expect((await administrator.get(here)).body).toContain('do người quản trị tắt');
  expect((await administrator.post(`${here}/gui-thu`)).statusCode).toBe(409);
  await administrator.post(`${here}/bat`);
  expect((await administrator.get(here)).body).toContain('Đang bật');
  await administrator.post(`${here}/xoa`);
  expect((await administrator.get(here)).statusCode).toBe(404);
});

test('only administrators, and only of the unit or one above', async () => {
  const { here } = await anEndpoint('U1');
  for (const role of ['clerk', 'unit_head'] as const)
    for (const path of ['/bang/webhook', here])
      expect((await (await as(role, 'U1')).get(path)).statusCode).toBe(403);
  const beside = await as('administrator', 'U2');
  expect((await beside.get(here)).statusCode).toBe(404);
  expect((await beside.post(`${here}/xoa`)).statusCode).toBe(404);
  expect((await beside.get('/bang/webhook')).body).not.toContain('App khách');
  expect((await (await as('administrator', 'C1')).get('/bang/webhook')).body).toContain('App khách');
  expect((await beside.get('/bang/webhook/khong')).statusCode).toBe(404);
});
