import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { inScope, publicScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { listNotices, noticesOfCase, noticeTasks, tell } from './index.ts';

const { db, owner, clock } = useDb();
const asSystem = <T>(work: (trx: Trx) => Promise<T>) => inScope(db, systemScope, work);
let id: string;
let clerk: Actor;

/** A case whose acknowledgement lies in the outbox. */
beforeEach(async () => {
  const { serviceVersionId } = await aUtility(owner);
  await aNamedUtility(owner);
  clerk = await aStaffMember(owner, 'clerk');
  ({ id } = await openCase({ db, clock }, customerActor('web', 'Khách', []), aRequest(serviceVersionId)));
  const tasks = noticeTasks({
    db,
    clock,
    mail: null,
    sms: null,
    linkTo: (code) => `https://x.example/${code}`,
  });
  await tasks.tell_customer({ caseId: id, seq: 1, kind: 'open' });
  const [notice] = (await asSystem((trx) => listNotices(trx, { after: null }))).notices;
  await tasks.send_notice({ noticeId: notice?.id });
});

const aNotice = (caseId: string) => ({
  caseId,
  kind: 'answer' as const,
  dedupeKey: randomUUID(),
  channel: 'mail' as const,
  recipient: 'dao@example.com',
  language: 'vi' as const,
  facts: { code: '1', service: 'Cấp điện', answer: 'Vâng', link: 'https://x.example' },
  now: clock.now(),
});

describe('who sees notices', () => {
  it('those who see the case; those without a case the system alone', async () => {
    await asSystem((trx) =>
      tell(trx, { ...aNotice(id), caseId: null, kind: 'one_time_code', facts: { otp: '1' } }),
    );
    const other = await aStaffMember(owner, 'clerk', 'U2');
    const seen = (scope: Actor['scope']) => inScope(db, scope, (trx) => listNotices(trx, { after: null }));
    expect((await seen(clerk.scope)).notices.map(({ kind }) => kind)).toEqual(['acknowledgement']);
    expect((await seen(other.scope)).notices).toEqual([]);
    expect((await seen(publicScope)).notices).toEqual([]);
    expect((await seen(systemScope)).notices).toHaveLength(2);
    expect(await inScope(db, clerk.scope, (trx) => noticesOfCase(trx, id))).toHaveLength(1);
    expect(await inScope(db, other.scope, (trx) => noticesOfCase(trx, id))).toEqual([]);
    const deliveries = (scope: Actor['scope']) =>
      inScope(db, scope, (trx) => trx.selectFrom('notice_deliveries').selectAll().execute());
    expect(await deliveries(clerk.scope)).toHaveLength(1);
    expect(await deliveries(other.scope)).toEqual([]);
  });

  it('pages from the newest to the oldest, none twice', async () => {
    for (let count = 0; count < 6; count += 1) {
      if (count % 2) clock.advance({ minutes: 1 });
      await asSystem((trx) => tell(trx, { ...aNotice(id), dedupeKey: `k${count}`, now: clock.now() }));
    }
    const keys: string[] = [];
    let after: string | null = null;
    do {
      const page = await asSystem((trx) => listNotices(trx, { after, limit: 3 }));
      keys.push(...page.notices.map(({ dedupe_key }) => dedupe_key));
      after = page.next;
    } while (after);
    expect(keys).toHaveLength(7);
    expect(new Set(keys).size).toBe(7);
    const nonsense = await asSystem((trx) => listNotices(trx, { after: "x'; drop", limit: 3 }));
    expect(nonsense.notices).toHaveLength(3);
  });

  it('nothing written is rewritten or removed', async () => {
    const attempt = (statement: string) => asSystem((trx) => sql.raw(statement).execute(trx));
    await expect(attempt("update notices set recipient = 'x'")).rejects.toThrow('permission denied');
    await expect(attempt('delete from notices')).rejects.toThrow('permission denied');
    await expect(attempt('delete from notice_deliveries')).rejects.toThrow('permission denied');
    await expect(attempt("update notice_deliveries set outcome = 'failed'")).rejects.toThrow(
      'permission denied',
    );
  });
});
