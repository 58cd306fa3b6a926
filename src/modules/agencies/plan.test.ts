import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inScope } from '#platform/postgres/in-scope.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aCrossingCase } from '#test/a-crossing-case.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { openOnes } from './queries-lists.ts';

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
