import type { Trx } from '#platform/postgres/in-scope.ts';
import { type AttemptRow, type SupplementRow, supplementsOfTask } from './queries.ts';
import type { Standing } from './rules/attempt.ts';

export const isOpenSupplement = ({ answered_at, dropped_at }: SupplementRow): boolean =>
  answered_at === null && dropped_at === null;

export const standingOf = (attempt: AttemptRow, supplements: readonly SupplementRow[]): Standing => ({
  how: attempt.how,
  received: attempt.received_at !== null,
  accepted: attempt.accepted_at !== null,
  decision: attempt.decision,
  waiting: supplements.some(isOpenSupplement),
  asked: supplements.length,
});

export const readStanding = async (trx: Trx, attempt: AttemptRow): Promise<Standing> =>
  standingOf(attempt, await supplementsOfTask(trx, attempt.task_id));
