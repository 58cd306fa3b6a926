import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { commentOnCase, openCase, transferCase } from '#modules/cases/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { openListener } from '#platform/postgres/listener.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let base: string;
let code: string;
beforeAll(async () => {
  ({ app } = await aConsole(t));
  base = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());
beforeEach(async () => {
  const { serviceVersionId } = await aUtility(t.owner);
  ({ code } = await openCase(t, customerActor('web', 'Khách', []), aRequest(serviceVersionId)));
});

/** What the stream tells this person, as it comes. */
async function listen(actor: Actor) {
  const { cookies } = await signedIn(app, actor);
  const leave = new AbortController();
  const answer = await fetch(`${base}/bang/truc-tiep`, {
    headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    signal: leave.signal,
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const heard: string[] = [];
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const piece of answer.body ?? [])
      heard.push(...[...decoder.decode(piece).matchAll(/^data: (.*)$/gm)].map((match) => match[1] ?? ''));
  };
  read().catch(() => {});
  return { heard, leave: () => leave.abort() };
}
const comment = (actor: Actor) => commentOnCase(t, actor, { code, requestId: randomUUID(), body: 'ghi' });

test('an act is told at once to whoever may see the case, and to nobody else', async () => {
  const clerk = await aStaffMember(t.owner, 'clerk');
  const [own, head, other, company, foreign] = [
    await listen(clerk),
    await listen(await aStaffMember(t.owner, 'unit_head')),
    await listen(await aStaffMember(t.owner, 'clerk', 'U2')),
    await listen(await aStaffMember(t.owner, 'company_director', 'C1')),
    await listen(await aStaffMember(t.owner, 'company_director', 'C2')),
  ];
  await comment(clerk);
  await vi.waitFor(() => expect([own.heard, head.heard, company.heard]).toEqual([[code], [code], [code]]));
  await transferCase(t, clerk, { code, requestId: randomUUID(), toUnit: 'U2', reason: 'nhầm' });
  await vi.waitFor(() => expect(other.heard).toContain(code));
  await vi.waitFor(() => expect(own.heard.length).toBeGreaterThan(1));
  expect(foreign.heard).toEqual([]);
  for (const stream of [own, head, other, company, foreign]) stream.leave();
});

test('a refused act tells nothing', async () => {
  const clerk = await aStaffMember(t.owner, 'clerk');
  const { heard, leave } = await listen(clerk);
  await expect(comment(await aStaffMember(t.owner, 'administrator', 'T'))).rejects.toThrow('role_may_not');
  await comment(clerk);
  await vi.waitFor(() => expect(heard).toEqual([code]));
  leave();
});

test('without signing in there is no stream', async () => {
  const answer = await fetch(`${base}/bang/truc-tiep`, { redirect: 'manual' });
  expect(answer.status).toBe(303);
});

test('a listening connection that is cut comes back by itself, and says that something may have been missed', async () => {
  const listener = openListener(t.url, 'case_changed');
  const heard: (string | null)[] = [];
  listener.subscribe((payload) => heard.push(payload));
  await vi.waitFor(async () => {
    await sql`select pg_notify('case_changed', 'one')`.execute(t.db);
    expect(heard).toContain('one');
  });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen %'`.execute(t.owner);
  await vi.waitFor(() => expect(heard).toContain(null), { timeout: 10_000 });
  await vi.waitFor(async () => {
    await sql`select pg_notify('case_changed', 'two')`.execute(t.db);
    expect(heard).toContain('two');
  });
  await listener.close();
});
