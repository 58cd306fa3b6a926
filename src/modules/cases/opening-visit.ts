import { randomUUID } from 'node:crypto';
import type { Actor } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { insertInto } from './queries.ts';
import { caseReasons } from './reasons.ts';
import type { Json } from './rules/chain.ts';
import { judgeVisit } from './rules/visits.ts';
import { longestText, readWords } from './rules/words.ts';

/** The customer stands before whoever opens the case: the first visit is counted in the same act. */
export type OpeningVisit = {
  /** Why they had to come; owed where the service promises that nobody has to. */
  reason: string;
  /** Somebody looked at their identity paper. */
  identitySeen: boolean;
  /** Which of the papers asked for were shown as originals. */
  shown: readonly string[];
  /** For colleagues; the customer does not see it. */
  note: string;
};

export type Counted = {
  visits: number;
  facts: { [key: string]: Json };
  write(trx: Trx, caseId: string, actor: Actor, at: Date): Promise<void>;
};

/** Decides before anything is written, for the visit stands in the opening event and so in the receipt's hash. */
export function openingVisit(visit: OpeningVisit | undefined, promised: number): Counted {
  if (!visit) return { visits: 0, facts: {}, write: async () => {} };
  const verdict = judgeVisit(0, promised, visit.reason);
  if (!verdict.ok) {
    const reason = caseReasons.first_visit_needs_reason;
    throw refuse(reason, {}, { visit_reason: reason });
  }
  const { ordinal, reason, beyondPromise } = verdict;
  const note = noteOf(visit.note);
  const { identitySeen, shown } = visit;
  const said = { ordinal, reason, beyond_promise: beyondPromise, identity_seen: identitySeen };
  return {
    visits: ordinal,
    facts: { visit: { ...said, shown: [...shown] } },
    async write(trx, caseId, actor, at) {
      const row = { id: randomUUID(), case_id: caseId, at };
      await insertInto(trx, 'case_visits', {
        ...row,
        ...{ ordinal, reason, beyond_promise: beyondPromise, by_whom: actor.name },
      });
      if (note === null) return;
      const message = { id: randomUUID(), case_id: caseId, at, author: actor.name, body: note };
      await insertInto(trx, 'case_messages', { ...message, direction: 'internal' });
    },
  };
}

function noteOf(typed: string): string | null {
  const read = readWords(typed);
  if (read.ok) return read.words;
  if (read.reason === 'text_needed') return null;
  throw refuse(caseReasons.text_too_long, { most: longestText }, { note: caseReasons.text_too_long });
}
