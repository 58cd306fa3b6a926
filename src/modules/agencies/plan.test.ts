import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inScope } from '#platform/postgres/in-scope.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase } from '#test/a-crossing-case.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { listOf, openOnes } from './queries-lists.ts';

const t = useDb();

/** A body has some hundred steps open of all that there are: its list reads those, and not the table. */
test('the list of a body is read by its own steps', async () => {
  await aUtility(t.owner);
  const { crossingVersionId } = await aProvince(t.owner);
  const { id } = await aCrossingCase(t, crossingVersionId);
  await sql`insert into case_tasks (id, case_id, ordinal, step_code, level, unit_code, unit_path, counted, state, opened_at, due_at)
    select gen_random_uuid(), ${id}::uuid, 100 + n, 'other', 'unit', 'U2', 'T.C1.U2', true, 'open', now(), now()
    from generate_series(1, 20000) n`.execute(t.owner);
  await sql`analyze case_tasks`.execute(t.owner);
  const officer = await aStaffMember(t.owner, 'officer', 'P72_SXD');
  const { rows } = await inScope(t.db, officer.scope, (trx) =>
    sql`explain ${openOnes(['P72_SXD'])}`.execute(trx),
  );
  const plan = JSON.stringify(rows);
  expect(plan).toContain('case_tasks_unit');
  expect(plan).not.toMatch(/Seq Scan on case_tasks/);
});

test('what a body has answered is read by its own sendings', async () => {
  await aUtility(t.owner);
  const { crossingVersionId } = await aProvince(t.owner);
  await aCrossingCase(t, crossingVersionId);
  await sql`insert into agency_tasks (id, task_id, attempt, case_id, unit_code, unit_path, how, sent_at, decision, decided_at, decided_by, note)
    select gen_random_uuid(), k.id, n, k.case_id, 'P72_SCT', 'P72.P72_SCT', 'paper', now(), 'handed_back', now(), 'x', 'x'
    from (select id, case_id from case_tasks where step_code = 'planning') k, generate_series(1, 20000) n`.execute(
    t.owner,
  );
  await sql`analyze agency_tasks`.execute(t.owner);
  const officer = await aStaffMember(t.owner, 'officer', 'P72_SXD');
  const walked = await inScope(t.db, officer.scope, async (trx) => {
    await listOf(trx, ['P72_SXD'], 'done', { limit: 51, offset: 0 });
    const { rows } =
      await sql`select relname from pg_stat_xact_user_tables where seq_scan > 0 and relname = 'agency_tasks'`.execute(
        trx,
      );
    return rows;
  });
  expect(walked).toEqual([]);
});
