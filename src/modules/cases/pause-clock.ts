import { randomUUID } from 'node:crypto';
import type { Actor } from '#modules/organisation/index.ts';
import { refuse } from '#platform/refused.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps, reread, type Work } from './act-on-case.ts';
import { type PaperToAttach, paperRows } from './attach.ts';
import { endPause, insertInto, insertPause, listPauses } from './queries.ts';
import { caseReasons } from './reasons.ts';
import { mayByClock } from './rules/who-may.ts';
import { readWords } from './rules/words.ts';
import { retime } from './timing.ts';
import { needWords } from './words.ts';

type Pause = ActRequest & { reason: string; documents: readonly PaperToAttach[] };

/** Force majeure: the clock rests, with its reason. Without a document that shows it the pause holds, and the boards count it. */
export const pauseClock = (deps: Deps, actor: Actor, request: Pause): Promise<ActResult> =>
  actOnCase(deps, actor, 'pause_clock', request, async (work) => {
    const { trx, found, now } = work;
    const reason = needWords(request.reason, 'reason', 'reason_needed');
    await needClock(work, 'pause_clock');
    const papers = paperRows(found.id, actor, now, request.documents);
    for (const row of papers) await insertInto(trx, 'case_documents', row);
    await insertPause(trx, {
      id: randomUUID(),
      case_id: found.id,
      reason: 'force_majeure',
      note: reason,
      document_id: papers[0]?.id ?? null,
      started_at: now,
    });
    return {
      data: { reason, documents: papers.map(({ sha256 }) => sha256) },
      after: async () => retime(trx, await reread(trx, found.id)),
    };
  });

/** What stood in the way is over: the clock goes on. */
export const resumeClock = (
  deps: Deps,
  actor: Actor,
  request: ActRequest & { note: string },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'resume_clock', request, async (work) => {
    const { trx, found, now } = work;
    await needClock(work, 'resume_clock');
    const read = readWords(request.note);
    await endPause(trx, found.id, 'force_majeure', now);
    return {
      data: { note: read.ok ? read.words : '' },
      after: async () => retime(trx, await reread(trx, found.id)),
    };
  });

async function needClock({ trx, found }: Work, act: 'pause_clock' | 'resume_clock'): Promise<void> {
  const permission = mayByClock(await listPauses(trx, found.id), act);
  if (!permission.may) throw refuse(caseReasons[permission.reason]);
}
