import type { Trx } from '#platform/postgres/in-scope.ts';
import { type AttemptRow, type SupplementRow, supplementsOfTask } from './queries.ts';
import type { Standing } from './rules/attempt.ts';
import { howToReach } from './sending.ts';

export const isOpenSupplement = ({ answered_at, dropped_at }: SupplementRow): boolean =>
  answered_at === null && dropped_at === null;

/** `how`: the body is reached today, which need not be as it was when the step was sent. */
export const standingOf = (
  attempt: AttemptRow,
  supplements: readonly SupplementRow[],
  how: string,
): Standing => ({
  how,
  received: attempt.received_at !== null,
  accepted: attempt.accepted_at !== null,
  decision: attempt.decision,
  waiting: supplements.some(isOpenSupplement),
  asked: supplements.length,
});

export const readStanding = async (trx: Trx, attempt: AttemptRow, now: Date): Promise<Standing> =>
  standingOf(
    attempt,
    await supplementsOfTask(trx, attempt.task_id),
    await howToReach(trx, attempt.unit_code, now),
  );
