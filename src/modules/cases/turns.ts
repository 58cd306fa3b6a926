import { randomUUID } from 'node:crypto';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { TaskRow } from './queries.ts';
import { endTurns, insertTurn, type TurnRow } from './queries-turns.ts';
import { type Party, parties, utilityParties } from './rules/party-times.ts';

/** The party that a task belongs to. */
export function partyOf({ level }: Pick<TaskRow, 'level'>): Party {
  const party = parties.find((one) => one === level);
  if (!party) throw new Error(`no party does steps of level '${level}'`);
  return party;
}

/** From now on the step is at this party; whoever had it no longer has. */
export async function beginTurn(
  trx: Trx,
  task: Pick<TaskRow, 'id' | 'case_id' | 'step_code'>,
  party: Party,
  unitCode: string,
  now: Date,
): Promise<void> {
  await endTurns(trx, task.case_id, task.id, now);
  await insertTurn(trx, {
    id: randomUUID(),
    case_id: task.case_id,
    task_id: task.id,
    step_code: task.step_code,
    party,
    unit_code: party === 'customer' || party === 'contractor' ? null : unitCode,
    started_at: now,
  });
}

export const endTurn = (trx: Trx, task: Pick<TaskRow, 'id' | 'case_id'>, now: Date) =>
  endTurns(trx, task.case_id, task.id, now);

/** Whether somebody else than its doer has the step now. */
export const isElsewhere = (turns: readonly TurnRow[], task: Pick<TaskRow, 'id' | 'level'>): boolean =>
  timeElsewhere(turns, task).some(({ to }) => to === null);

/** When a step lay with somebody else than its doer: the customer was asked, or a State body gave it back to the unit. */
export function timeElsewhere(turns: readonly TurnRow[], task: Pick<TaskRow, 'id' | 'level'>) {
  const own = partyOf(task);
  return turns
    .filter(({ task_id, party }) => task_id === task.id && party !== own)
    .map(({ party, started_at, ended_at }) => ({
      from: started_at.toISOString(),
      to: ended_at?.toISOString() ?? null,
      reason: party === 'customer' ? 'supplement' : 'returned',
    }));
}

/** Whether the utility has the step of another party in hand: a State body refused it or handed it back. */
export const isBackAtUnit = (
  turns: readonly TurnRow[],
  { id, level }: Pick<TaskRow, 'id' | 'level'>,
): boolean =>
  turns.some(
    ({ task_id, party, ended_at }) =>
      task_id === id && ended_at === null && party !== level && utilityParties.some((one) => one === party),
  );

/** The whole case waits for the customer. */
export const beginWait = (trx: Trx, caseId: string, now: Date) =>
  insertTurn(trx, {
    id: randomUUID(),
    case_id: caseId,
    task_id: null,
    step_code: '',
    party: 'customer',
    unit_code: null,
    started_at: now,
  });

export const endWait = (trx: Trx, caseId: string, now: Date) => endTurns(trx, caseId, null, now);
