import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { inScope, type Scope, type Trx } from '#platform/postgres/in-scope.ts';
import { useDb } from '#test/use-db.ts';
import { fillCases } from '../../../bench/lib/fill-cases.ts';
import { onTimesOf } from './on-time-of.ts';
import { listCodes, listRegister, listStatusEvents } from './queries.ts';
import { listConflicts } from './queries-conflicts.ts';
import { findDossierOfLine, listIncoming, nextInTurn } from './queries-inbox.ts';
import { listMessages } from './queries-messages.ts';

const t = useDb({ profile: true, keeps: true });
const [centre, portal] = ['TINH72_HCC', 'cong-thu'];
const unit: Scope = { paths: ['EVNSPC.PB05.PB0508'], caseIds: [], system: false };
const desk: Scope = { paths: [], caseIds: [], system: false, desks: [centre] };
const company: Scope = { paths: ['EVNSPC.PB05'], caseIds: [], system: false };
const everything: Scope = { paths: ['EVNSPC'], caseIds: [], system: false };
const system: Scope = { paths: [], caseIds: [], system: true };

beforeAll(async () => {
  await fillCases(t.url, 20_000);
  const run = (text: string) => sql.raw(text).execute(t.owner);
  await run(`insert into portal_endpoints (code, name, unit_code, company_code, company_path, url, secret_out_sealed, secret_in_sealed, created_at, created_by)
    select code, 'Cổng', unit_code, 'PB05', 'EVNSPC.PB05', 'https://vi-du.vn', 'x', 'x', now(), 'x'
    from (values ('${portal}', '${centre}'), ('cong-khac', 'TINH70_HCC')) v (code, unit_code)`);
  await run(`insert into dossiers (case_id, code, agency_id, agency_uncertain, centre_code, received_on, running, registered_at, status, status_at, endpoint, portal_dossier)
    select id, 'H99-' || n, 'H' || 50 + n % 40, false, case when n % 40 = 0 then '${centre}' else 'TINH70_HCC' end,
      date '2024-01-01' + (n / 40)::int, n, now(), 4, now(), case when n % 40 = 0 then '${portal}' else 'cong-khac' end, 'P-' || n
    from (select id, row_number() over (order by code) as n from cases) c`);
  await run(`insert into portal_messages (id, endpoint, line, seq, case_id, kind, dedupe_key, body, created_at, state, settled_at, next_try_at)
    select gen_random_uuid(), d.endpoint, d.code, s, d.case_id, 'progress', d.code || s, '{}', now() - s * interval '1 hour', case when s = 3 then 'waiting' else 'delivered' end,
      case when s < 3 then now() end, case when s = 3 then now() end from dossiers d, generate_series(1, 3) s`);
  await run(`insert into portal_inbox (endpoint, message_id, line, seq, kind, raw, raw_sha256, received_at, state, answer_status, answer, done_at)
    select d.endpoint, gen_random_uuid(), d.portal_dossier, s, 'BoSung', '{}', repeat('a', 64), now() - s * interval '1 hour', 'done', 202, '{}', now()
    from dossiers d, generate_series(1, 2) s`);
  await run(`insert into portal_conflicts (id, case_id, endpoint, inbox_id, ours, theirs, why, at)
    select gen_random_uuid(), d.case_id, d.endpoint, i.id, 4, 1, 'cannot_follow', now()
    from dossiers d join portal_inbox i on i.endpoint = d.endpoint and i.line = d.portal_dossier and i.seq = 1 where running % 4 = 0`);
  await run(
    `update cases set own_term = '{"amount": 5, "unit": "working_days", "calendar": "state-bodies", "source": "for tests"}'`,
  );
  await run('analyze');
}, 120_000);

async function judgeRegister(trx: Trx): Promise<void> {
  const rows = await listRegister(trx, centre, '2024-02-01', '2024-02-28');
  const judged = await onTimesOf(trx, rows, new Date('2026-03-01'));
  expect(judged.size).toBe(rows.length);
  expect(judged.size).toBeGreaterThan(20);
}

const lists: [string, Scope, (trx: Trx) => Promise<unknown>][] = [
  ['the register of a desk', desk, (trx) => listRegister(trx, centre, '2024-02-01', '2024-02-28')],
  ['how the dossiers of a register came to stand', everything, judgeRegister],
  ['the register as a unit sees it', unit, (trx) => listRegister(trx, centre, '2024-02-01', '2024-02-28')],
  ['the codes of a printed register', system, (trx) => listCodes(trx, centre, '2024-02-01', '2024-02-28')],
  ['the newest messages', company, (trx) => listMessages(trx, portal, 'all')],
  ['the messages that wait', company, (trx) => listMessages(trx, portal, 'open')],
  ['what came in', everything, (trx) => listIncoming(trx, portal, 'all')],
  ['the dossier of a line', system, (trx) => findDossierOfLine(trx, portal, 'P-400')],
  ['what has its turn', system, (trx) => nextInTurn(trx, portal, 'P-400')],
  ['the differences of a case', unit, (trx) => listConflicts(trx, { caseId: crypto.randomUUID() })],
  ['what happened to a case', system, (trx) => listStatusEvents(trx, crypto.randomUUID())],
];

test.each(lists)('%s: no large table is walked', async (_, scope, read) => {
  expect(await inScope(t.db, scope, async (trx) => walks(trx, read))).toEqual([]);
});

test('a walk would be noticed', async () => {
  const read = (trx: Trx) => sql`select count(*) from dossiers where reappointed_by = 'nobody'`.execute(trx);
  expect(await inScope(t.db, system, (trx) => walks(trx, read))).toEqual(['dossiers']);
});

/** The large tables that a read went through from end to end. */
async function walks(trx: Trx, read: (trx: Trx) => Promise<unknown>): Promise<string[]> {
  await read(trx);
  const { rows } = await sql<{ table: string }>`select relname as table from pg_stat_xact_user_tables
    where seq_scan > 0 and relname in ('dossiers', 'portal_messages', 'portal_inbox', 'portal_conflicts', 'portal_attempts',
      'cases', 'case_events', 'case_tasks', 'agency_tasks')`.execute(trx);
  return rows.map(({ table }) => table);
}
