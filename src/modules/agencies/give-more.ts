import { acting } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { enqueue } from '#platform/jobs.ts';
import { actOnTask, type TaskRequest } from './act-on-task.ts';
import { supplementsOfTask, updateSupplement } from './queries.ts';
import { isOpenSupplement } from './standing.ts';

type Giving = TaskRequest & { answer: string; documents: readonly acting.PaperToAttach[] };

/** What a body asked for has come, from the customer or by the hand of a clerk; the body's clock goes on. */
export const giveMore = (deps: acting.ActDeps, actor: Actor, request: Giving): Promise<acting.ActResult> =>
  actOnTask(deps, actor, 'agency_give_supplement', request, 'give_supplement', async (work) => {
    const { trx, task, found, attempt, now } = work;
    const answer =
      request.documents.length > 0 ? request.answer.trim() : acting.needWords(request.answer, 'answer');
    const rows = acting.paperRows(found.id, actor, now, request.documents);
    for (const row of rows) await acting.insertInto(trx, 'case_documents', row);
    const asked = (await supplementsOfTask(trx, task.id)).find(isOpenSupplement);
    if (asked)
      await updateSupplement(trx, asked.id, {
        answered_at: now,
        answered_by: actor.name,
        answer,
        document_ids: rows.map(({ id }) => id),
      });
    await acting.beginTurn(trx, task, 'agency', task.unit_code, now);
    if (attempt.how === 'mail')
      await enqueue(trx, 'task_sent', { taskId: task.id, cause: `supplement:${asked?.ordinal ?? 0}` });
    return {
      data: { answer, documents: request.documents.map(({ sha256 }) => sha256) },
      after: async () => acting.retime(trx, await acting.reread(trx, found.id)),
    };
  });
