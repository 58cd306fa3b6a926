import { randomUUID } from 'node:crypto';
import { acceptCase, askSupplement } from '#modules/cases/index.ts';
import { tell } from '#modules/notices/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aStaffMember } from './a-utility.ts';
import type { TestDatabase } from './use-db.ts';

/** For tests: the first case, which a letter opened, and the name of a letter of ours about it. */
export async function aCaseWrittenTo(t: TestDatabase, host = 'thu.example') {
  const found = await t.owner.selectFrom('cases').selectAll().orderBy('opened_at').executeTakeFirstOrThrow();
  await inScope(t.db, systemScope, (trx) =>
    tell(trx, {
      caseId: found.id,
      kind: 'acknowledgement',
      dedupeKey: randomUUID(),
      channel: 'mail',
      recipient: found.customer_email ?? '',
      language: 'vi',
      facts: { code: found.code },
      now: t.clock.now(),
    }),
  );
  const notice = await t.owner.selectFrom('notices').select('id').executeTakeFirstOrThrow();
  return { found, ours: `<${notice.id}@${host}>` };
}

/** For tests: its unit waits for papers from the customer. */
export async function asksForPapers(
  t: TestDatabase,
  { code, unit_code }: { code: string; unit_code: string },
) {
  const clerk = await aStaffMember(t.owner, 'clerk', unit_code);
  const by = () => ({ code, requestId: randomUUID() });
  await acceptCase(t, clerk, by());
  await askSupplement(t, clerk, { ...by(), what: 'Chụp lại giấy tờ', until: '2026-03-20' });
}
