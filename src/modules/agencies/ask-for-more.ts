import { randomUUID } from 'node:crypto';
import { acting } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { refuse } from '#platform/refused.ts';
import { actOnTask, receivedBy, type TaskRequest } from './act-on-task.ts';
import { insertSupplement, supplementsOfTask, updateAttempt } from './queries.ts';

type Asking = TaskRequest & {
  what: string;
  until: string;
  /** Knowing that a second supplement makes the dossier late. */
  again: boolean;
};

/** A body asks the customer for what is missing; its own clock rests, the other bodies work on. */
export const askForMore = (deps: acting.ActDeps, actor: Actor, request: Asking): Promise<acting.ActResult> =>
  actOnTask(
    deps,
    actor,
    'agency_ask_supplement',
    request,
    request.again ? 'ask_supplement_again' : 'ask_supplement',
    async ({ trx, task, found, attempt, now }) => {
      const what = acting.needWords(request.what, 'what');
      const until = needDay(request.until, now);
      const ordinal = (await supplementsOfTask(trx, task.id)).length + 1;
      await updateAttempt(trx, attempt.id, receivedBy(attempt, actor.name, now));
      await insertSupplement(trx, {
        id: randomUUID(),
        agency_task_id: attempt.id,
        task_id: task.id,
        case_id: found.id,
        ordinal,
        what,
        until,
        counts_late: ordinal > 1,
        asked_at: now,
        asked_by: actor.name,
      });
      await acting.beginTurn(trx, task, 'customer', task.unit_code, now);
      return {
        data: { what, until, ordinal, counts_late: ordinal > 1 },
        after: async () => acting.retime(trx, await acting.reread(trx, found.id)),
      };
    },
  );

function needDay(typed: string, now: Date): string {
  const day = acting.readDayToCome(typed, now);
  if (day) return day;
  const reason = acting.caseReasons.due_in_the_past;
  throw refuse(reason, {}, { until: reason });
}
