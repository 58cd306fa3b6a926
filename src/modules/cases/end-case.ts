import { randomUUID } from 'node:crypto';
import { clearAlarms } from '#modules/deadlines/index.ts';
import type { Work } from './act-on-case.ts';
import { stillToDo } from './plan-tasks.ts';
import { endPause, insertInto, listTasks, updateTask } from './queries.ts';
import { endAllTurns } from './queries-turns.ts';

/** Writes down that a case ended and why; steps not done are skipped, open waits end. Returns what changes on the case. */
export async function endCase(work: Work, kind: 'closed' | 'declined' | 'withdrawn', reason: string) {
  const { trx, found, now, actor } = work;
  await insertInto(trx, 'case_closures', {
    id: randomUUID(),
    case_id: found.id,
    kind,
    reason,
    at: now,
    by_whom: actor.name,
  });
  for (const task of stillToDo(await listTasks(trx, found.id)))
    await updateTask(trx, task.id, { state: 'skipped' });
  await clearAlarms(trx, found.id);
  await endAllTurns(trx, found.id, now);
  await endPause(trx, found.id, 'supplement', now);
  await endPause(trx, found.id, 'uncounted_step', now);
  await endPause(trx, found.id, 'force_majeure', now);
  return { closed_at: now };
}
