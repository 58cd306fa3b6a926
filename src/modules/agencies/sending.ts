import { randomUUID } from 'node:crypto';
import { acting } from '#modules/cases/index.ts';
import { findUnit, listSuccessors, type Unit } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type AttemptRow, insertAttempt, listAttempts, updateAttempt } from './queries.ts';
import { addressOn, hasOfficers } from './queries-bodies.ts';
import { endLinks } from './queries-links.ts';

type Task = acting.TaskRow;

/** How a body is reached today: its officers work here, or it has an address, or neither. */
export async function howToReach(
  trx: Trx,
  unitCode: string,
  now: Date,
): Promise<'system' | 'mail' | 'paper'> {
  if (await hasOfficers(trx, unitCode)) return 'system';
  return (await addressOn(trx, unitCode, dayAt(now))) ? 'mail' : 'paper';
}

/** The newest sending of a step. A step that was just opened is sent by being looked at: its sending begins when the step did. */
export async function currentAttempt(trx: Trx, task: Task, now: Date): Promise<AttemptRow> {
  const last = (await listAttempts(trx, task.id)).at(-1);
  return last ?? sendTo(trx, task, { code: task.unit_code, path: task.unit_path }, 1, task.opened_at ?? now);
}

/** Writes down that a step goes to a body. */
export const sendTo = async (
  trx: Trx,
  task: Task,
  to: Pick<Unit, 'code' | 'path'>,
  attempt: number,
  at: Date,
): Promise<AttemptRow> =>
  insertAttempt(trx, {
    id: randomUUID(),
    task_id: task.id,
    attempt,
    case_id: task.case_id,
    unit_code: to.code,
    unit_path: to.path,
    how: await howToReach(trx, to.code, at),
    sent_at: at,
  });

export const isThere = (unit: Unit, now: Date): boolean =>
  unit.kind === 'agency' && (unit.validTo === null || unit.validTo >= dayAt(now));

/** Who has the work of a body that is no more: the body of the same kind, or the only one that took over. Itself while it is there. */
export async function bodyToday(trx: Trx, unit: Unit, now: Date): Promise<Unit | null> {
  const met = new Set<string>();
  for (let at = unit; !met.has(at.code); ) {
    if (isThere(at, now)) return at;
    met.add(at.code);
    const next = (await listSuccessors(trx, at.code)).filter(({ kind }) => kind === 'agency');
    const one =
      next.find(({ agencyKind }) => agencyKind === unit.agencyKind) ??
      (next.length === 1 ? next[0] : undefined);
    if (!one) return null;
    at = one;
  }
  return null;
}

/** A letter to the body that took over is written once, whoever found out first. */
export const causeOfMove = (to: string): string => `moved:${to}`;

/**
 * A step that lies with a body which was dissolved goes to the one that took over, with all that was done; the clock does not begin
 * anew. Returns who had it and who has it; null where the body is still there, or nobody took over.
 */
export async function followSuccession(trx: Trx, task: Task, attempt: AttemptRow, now: Date) {
  const body = await findUnit(trx, task.unit_code);
  if (body?.kind !== 'agency' || attempt.decision !== null) return null;
  const to = await bodyToday(trx, body, now);
  if (!to || to.code === body.code) return null;
  await acting.handOver(trx, task, to, now);
  await endLinks(trx, attempt.id, now);
  await updateAttempt(trx, attempt.id, {
    unit_code: to.code,
    unit_path: to.path,
    how: await howToReach(trx, to.code, now),
  });
  await enqueue(trx, 'task_sent', { taskId: task.id, cause: causeOfMove(to.code) });
  return { from: body.code, to: to.code };
}
