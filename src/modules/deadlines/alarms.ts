import type { Trx } from '#platform/postgres/in-scope.ts';
import { deleteAllUnrung, deleteUnrung, insertAlarms, listRung } from './queries.ts';
import type { Derivation } from './rules/derivation.ts';
import { type Calendars, type Escalation, milestones } from './rules/milestones.ts';

type Subject = { caseId: string; taskId: string | null };

/** Sets the alarms of a term as it now stands. A level that rang for this very due time does not ring again. */
export async function setAlarms(
  trx: Trx,
  subject: Subject,
  derivation: Derivation,
  calendars: Calendars,
  escalation: Escalation | undefined,
): Promise<void> {
  await deleteUnrung(trx, subject);
  if (!escalation || derivation.dueAt === null) return;
  const due_at = new Date(derivation.dueAt);
  const rung = (await listRung(trx, subject)).filter((alarm) => alarm.due_at.getTime() === due_at.getTime());
  const wanted = milestones(derivation, calendars, escalation).filter(
    ({ level }) => !rung.some((alarm) => alarm.level === level),
  );
  await insertAlarms(
    trx,
    wanted.map(({ level, at }) => ({ case_id: subject.caseId, task_id: subject.taskId, level, at, due_at })),
  );
}

/** The work is done or the case is over: nothing more to be told. A task id clears that step's alone. */
export const clearAlarms = async (trx: Trx, caseId: string, taskId?: string): Promise<void> => {
  await (taskId ? deleteUnrung(trx, { caseId, taskId }) : deleteAllUnrung(trx, caseId));
};
