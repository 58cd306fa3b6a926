import type { Actor } from '#modules/organisation/index.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps, reread } from './act-on-case.ts';
import { attachPapers, type PaperToAttach } from './attach.ts';
import { answerOpenSupplement, endPause } from './queries.ts';
import { retime } from './timing.ts';
import { endWait } from './turns.ts';
import { needWords } from './words.ts';

type Supplement = ActRequest & { answer: string; documents: readonly PaperToAttach[] };

/** What was missing has come, with papers or words; the clock goes on. */
export const receiveSupplement = (deps: Deps, actor: Actor, request: Supplement): Promise<ActResult> =>
  actOnCase(deps, actor, 'receive_supplement', request, async ({ trx, found, now }) => {
    const answer = request.documents.length > 0 ? request.answer.trim() : needWords(request.answer, 'answer');
    await attachPapers(trx, found.id, actor, now, request.documents);
    await answerOpenSupplement(trx, found.id, answer, now);
    await endPause(trx, found.id, 'supplement', now);
    await endWait(trx, found.id, now);
    return {
      data: { answer, documents: request.documents.map((paper) => paper.sha256) },
      after: async () => retime(trx, await reread(trx, found.id)),
    };
  });
