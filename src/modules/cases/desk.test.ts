import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { inScope, publicScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aDesk, aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { attachDocuments } from './attach.ts';
import {
  acceptCase,
  answerCustomer,
  askSupplement,
  closeCase,
  commentOnCase,
  completeStep,
  openCase,
  rateCase,
  readCase,
  receiveSupplement,
  recordVisit,
  transferCase,
  verifyChain,
  withdrawCase,
} from './index.ts';

const { db, owner, clock } = useDb();
const deps = { db, clock };
let serviceVersionId: number;
let desk: Actor;
let otherDesk: Actor;
let clerk: Actor;

beforeEach(async () => {
  ({ serviceVersionId } = await aUtility(owner));
  await aDesk(owner, 'HCC1');
  await aDesk(owner, 'HCC2');
  desk = await aStaffMember(owner, 'desk_clerk', 'HCC1');
  otherDesk = await aStaffMember(owner, 'desk_clerk', 'HCC2');
  clerk = await aStaffMember(owner, 'clerk');
});

const visit = { reason: '', identitySeen: true, shown: ['identity'], note: 'Khách hẹn buổi sáng' };
const by = (code: string) => ({ code, requestId: randomUUID() });
const openAt = (actor: Actor, change: object = {}) =>
  openCase(deps, actor, aRequest(serviceVersionId, { channel: 'administration_centre', visit, ...change }));
const see = async (code: string) => {
  const found = await inScope(db, systemScope, (trx) => readCase(trx, code));
  if (!found) throw new Error('no such case');
  return found;
};

/** Every row that a case can have, in the tables of cases, deadlines and notices, with one transfer on the way. */
async function aLivedThroughCase(code: string, id: string): Promise<void> {
  const there = await aStaffMember(owner, 'unit_head', 'U3');
  const customer = customerActor('customer', 'Khách', [id]);
  const step = async () => (await see(code)).openSteps[0]?.id ?? '';
  clock.advance({ hours: 1 });
  await transferCase(deps, clerk, { ...by(code), toUnit: 'U3', reason: 'Nhà ở huyện khác' });
  await acceptCase(deps, there, by(code));
  await askSupplement(deps, there, { ...by(code), what: 'Ảnh rõ hơn', until: '2026-03-20' });
  await receiveSupplement(deps, customer, { ...by(code), answer: 'Đã gửi', documents: [] });
  await answerCustomer(deps, there, { ...by(code), body: 'Chào anh/chị' });
  for (let n = 0; n < 3; n++)
    await completeStep(deps, there, { ...by(code), taskId: await step(), product: 'Biên bản' });
  await closeCase(deps, there, { ...by(code), note: '' });
  await rateCase(deps, customer, { ...by(code), score: 5, remark: '' });
  await owner
    .insertInto('deadline_alarms')
    .values({ case_id: id, level: 'warning', at: clock.now(), due_at: clock.now(), rung_at: clock.now() })
    .execute();
  const notice = { id: randomUUID(), case_id: id, kind: 'acknowledgement', dedupe_key: `${id}:1` };
  const words = { recipient: 'dao@example.com', language: 'vi', subject: 'Đã nhận', body_text: 'Đã nhận' };
  await owner
    .insertInto('notices')
    .values({ ...notice, ...words, channel: 'mail', created_at: clock.now() })
    .execute();
  await sentToABody(id);
  await owner
    .insertInto('notice_deliveries')
    .values({ notice_id: notice.id, at: clock.now(), outcome: 'outbox', detail: '' })
    .execute();
  await aDossierOf(id);
}

/** What the State's desk and a portal have of a case. */
async function aDossierOf(case_id: string): Promise<void> {
  const [at, known] = [clock.now(), { endpoint: 'cong', case_id }];
  const place = { unit_code: 'C1', company_code: 'C1', company_path: 'T.C1', url: 'https://cong.example/' };
  const sealed = { secret_out_sealed: 'x', secret_in_sealed: 'x', created_at: at, created_by: 'x' };
  await owner
    .insertInto('portal_endpoints')
    .values({ code: 'cong', name: 'Cổng', ...place, ...sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const agency = {
    agency_id: case_id.slice(0, 8).toUpperCase(),
    agency_uncertain: false,
    centre_code: desk.unitCode ?? '',
  };
  const day = { received_on: '2026-03-04', running: 1, registered_at: at, status: 2, status_at: at };
  await owner
    .insertInto('dossiers')
    .values({ case_id, code: case_id, ...agency, ...day })
    .execute();
  const message = {
    id: randomUUID(),
    line: case_id,
    seq: 1,
    kind: 'status',
    dedupe_key: case_id,
    body: '{}',
  };
  await owner
    .insertInto('portal_messages')
    .values({ ...known, ...message, created_at: at, next_try_at: at })
    .execute();
  const answer = { state: 'done', done_at: at, answer_status: 202, answer: '{}' };
  await owner
    .insertInto('portal_inbox')
    .values({
      ...known,
      message_id: case_id,
      raw: '{}',
      raw_sha256: 'a'.repeat(64),
      received_at: at,
      ...answer,
    })
    .execute();
  const differ = { id: randomUUID(), message_id: message.id, ours: 4, theirs: 7, why: 'refused_ours', at };
  await owner
    .insertInto('portal_conflicts')
    .values({ ...known, ...differ })
    .execute();
}

async function sentToABody(case_id: string): Promise<void> {
  const task = await owner
    .selectFrom('case_tasks')
    .select('id')
    .where('case_id', '=', case_id)
    .executeTakeFirstOrThrow();
  const sent = { id: randomUUID(), task_id: task.id, case_id, attempt: 1, how: 'system' };
  await owner
    .insertInto('agency_tasks')
    .values({ ...sent, unit_code: 'U2', unit_path: 'T.C1.U2', sent_at: clock.now() })
    .execute();
  const asked = { id: randomUUID(), agency_task_id: sent.id, task_id: task.id, case_id, ordinal: 1 };
  await owner
    .insertInto('agency_supplements')
    .values({
      ...asked,
      what: 'Bản vẽ',
      until: '2026-03-20',
      counts_late: false,
      asked_at: clock.now(),
      asked_by: 'x',
    })
    .execute();
}

const tables = [
  ['cases', 'id'],
  ['case_events', 'case_id'],
  ['case_tasks', 'case_id'],
  ['case_pauses', 'case_id'],
  ['case_transfers', 'case_id'],
  ['case_closures', 'case_id'],
  ['case_visits', 'case_id'],
  ['case_supplements', 'case_id'],
  ['case_documents', 'case_id'],
  ['case_messages', 'case_id'],
  ['case_ratings', 'case_id'],
  ['case_turns', 'case_id'],
  ['case_party_times', 'case_id'],
  ['agency_tasks', 'case_id'],
  ['agency_supplements', 'case_id'],
  ['deadline_alarms', 'case_id'],
  ['notices', 'case_id'],
  ['dossiers', 'case_id'],
  ['portal_messages', 'case_id'],
  ['portal_inbox', 'case_id'],
  ['portal_conflicts', 'case_id'],
] as const;

describe('a desk sees exactly what was filed there', () => {
  test('in every table that a case writes to, also after it went to another unit, and nothing of any other case', async () => {
    const mine = await openAt(desk);
    const web = await openCase(
      deps,
      customerActor('web', 'Khách', []),
      aRequest(serviceVersionId, { visit }),
    );
    for (const { code, id } of [mine, web]) await aLivedThroughCase(code, id);
    const casesIn = async (scope: Actor['scope'], table: string, column: string) => {
      const { rows } = await inScope(db, scope, (trx) =>
        sql<{ id: string }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)}`.execute(trx),
      );
      return rows.map(({ id }) => id).sort();
    };
    for (const [table, column] of tables) {
      expect(await casesIn(systemScope, table, column), table).toEqual([mine.id, web.id].sort());
      expect(await casesIn(desk.scope, table, column), table).toEqual([mine.id]);
      expect(await casesIn(otherDesk.scope, table, column), table).toEqual([]);
      expect(await casesIn(publicScope, table, column), table).toEqual([]);
    }
    const deliveries = (scope: Actor['scope']) =>
      inScope(db, scope, (trx) => trx.selectFrom('notice_deliveries').select('id').execute());
    expect([(await deliveries(desk.scope)).length, (await deliveries(otherDesk.scope)).length]).toEqual([
      1, 0,
    ]);
    const found = await inScope(db, desk.scope, (trx) =>
      sql<{ id: string }>`select motcua.search_cases('dao:*', 10, null) as id`.execute(trx),
    );
    expect(found.rows).toEqual([{ id: mine.id }]);
  });

  test('the test above names every table that hangs on a case, or it has the same policy as those', async () => {
    const { rows } = await sql<{ table: string; policy: string | null }>`
      select distinct conrelid::regclass::text as table, replace(p.qual, conrelid::regclass::text || '.', '') as policy
      from pg_constraint left join pg_policies p on p.tablename = conrelid::regclass::text and p.policyname = 'seen'
      where contype = 'f' and confrelid = 'cases'::regclass
        and conrelid::regclass::text <> all ('{webhook_messages,call_outcomes,mails}') -- theirs is who sees the endpoint, the call, the letter
      order by 1`.execute(owner);
    const proven = rows.find(({ table }) => table === 'case_events')?.policy;
    const named = tables.map(([table]): string => table);
    const others = rows.filter(({ table, policy }) => !named.includes(table) && policy !== proven);
    expect(proven).toContain('cases');
    expect(others).toEqual([]);
  });

  test('no customer of the utility, no contract', async () => {
    await owner
      .insertInto('customers')
      .values({
        ...{ code: 'U1ABCDEF', unit_code: 'U1', unit_path: 'T.C1.U1', kind: 'household', name: 'A' },
        ...{ address: 'x', search: sql`''`, imported_at: clock.now() },
      })
      .execute();
    const rows = (scope: Actor['scope']) =>
      inScope(db, scope, (trx) => trx.selectFrom('customers').select('code').execute());
    expect(await rows(clerk.scope)).toHaveLength(1);
    expect(await rows(desk.scope)).toHaveLength(0);
  });

  test('its acts are its own: a supplement, a paper, a visit, a note, a withdrawal; the unit’s work is refused', async () => {
    const { code } = await openAt(desk);
    await acceptCase(deps, clerk, by(code));
    await askSupplement(deps, clerk, { ...by(code), what: 'Ảnh rõ hơn', until: '2026-03-20' });
    await receiveSupplement(deps, desk, { ...by(code), answer: 'Mang đến quầy', documents: [] });
    const paper = { kind: 'other', name: 'a.jpg', sha256: 'b'.repeat(64), mime: 'image/jpeg', bytes: 5 };
    await attachDocuments(deps, desk, { ...by(code), documents: [paper] });
    await recordVisit(deps, desk, { ...by(code), reason: 'Nộp ảnh thiếu' });
    await commentOnCase(deps, desk, { ...by(code), body: 'Khách hẹn buổi sáng' });
    for (const act of [
      () => acceptCase(deps, desk, by(code)),
      () => answerCustomer(deps, desk, { ...by(code), body: 'x' }),
      () => transferCase(deps, desk, { ...by(code), toUnit: 'U2', reason: 'x' }),
    ])
      await expect(act()).rejects.toMatchObject({ reason: { code: 'role_may_not' } });
    // Handing a result over is the desk's too, where there is one.
    await expect(closeCase(deps, desk, { ...by(code), note: '' })).rejects.toMatchObject({
      reason: { code: 'not_in_this_state' },
    });
    await expect(commentOnCase(deps, otherDesk, { ...by(code), body: 'x' })).rejects.toMatchObject({
      reason: { code: 'case_not_found', status: 404 },
    });
    await withdrawCase(deps, desk, { ...by(code), reason: 'Khách rút' });
    expect((await see(code)).state).toBe('withdrawn');
    expect((await verifyChain(db)).breaks).toEqual([]);
  });
});

describe('the visit at which a case is opened', () => {
  test('is counted in the same act, stands in the opening event, and the note is for colleagues', async () => {
    const { code, hash } = await openAt(clerk, { channel: 'counter' });
    const found = await see(code);
    expect(found).toMatchObject({
      visits: 1,
      filed_at: null,
      visitRows: [{ ordinal: 1, beyond_promise: false, reason: null, by_whom: 'clerk U1' }],
      messages: [{ direction: 'internal', body: 'Khách hẹn buổi sáng' }],
      receiptHash: hash,
    });
    expect(found.events).toHaveLength(1);
    expect(found.events[0]?.data).toMatchObject({
      visit: { ordinal: 1, beyond_promise: false, identity_seen: true, shown: ['identity'] },
    });
    await expect(recordVisit(deps, clerk, { ...by(code), reason: '' })).rejects.toMatchObject({
      reason: { code: 'second_visit_needs_reason' },
    });
    expect((await verifyChain(db)).breaks).toEqual([]);
  });

  test('counts once however often the request comes', async () => {
    const request = aRequest(serviceVersionId, { channel: 'counter', visit });
    const all = await Promise.all([1, 2, 3].map(() => openCase(deps, clerk, request)));
    expect(new Set(all.map(({ code }) => code)).size).toBe(1);
    expect(await see(all[0]?.code ?? '')).toMatchObject({ visits: 1, visitRows: [{ ordinal: 1 }] });
  });

  test('is owed a reason where the service promises that nobody comes; without it nothing is written', async () => {
    await sql`update service_versions set definition = jsonb_set(definition, '{visits}', '0')`.execute(owner);
    await expect(openAt(clerk)).rejects.toMatchObject({
      reason: { code: 'first_visit_needs_reason' },
      fields: { visit_reason: { code: 'first_visit_needs_reason' } },
    });
    expect(await owner.selectFrom('cases').select('id').execute()).toHaveLength(0);
    const { code } = await openAt(clerk, { visit: { ...visit, reason: 'Khách tự muốn đến' } });
    expect(await see(code)).toMatchObject({
      visits: 1,
      visits_promised: 0,
      visitRows: [{ beyond_promise: true, reason: 'Khách tự muốn đến' }],
    });
  });
});
