import type { Actor } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { lockMail, updateMail } from './queries-mails.ts';
import { mailReasons } from './reasons.ts';
import { mayReadLetters } from './rules/who-reads.ts';

/** Has a letter read again now: one that went wrong, or one that was only listed, which then opens a case whatever it is. */
export async function openAgain(
  { db, clock }: { db: Database; clock: Clock },
  actor: Actor,
  id: string,
): Promise<void> {
  if (!mayReadLetters({ role: actor.role, paths: actor.scope.paths }))
    throw refuse(mailReasons.letters_not_yours);
  await inScope(db, systemScope, async (trx) => {
    const mail = await lockMail(trx, id);
    if (!mail) throw refuse(mailReasons.letter_not_found);
    if (mail.case_id) throw refuse(mailReasons.letter_settled);
    const listed = mail.state === 'listed';
    await updateMail(trx, id, {
      state: 'received',
      open_anyway: mail.open_anyway || listed,
      next_try_at: clock.now(),
    });
    await enqueue(trx, 'read_mails', {});
  });
}
