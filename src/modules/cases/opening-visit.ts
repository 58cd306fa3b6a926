import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Actor } from '#modules/organisation/index.ts';
import type { CaseMessages, CaseVisits } from '#platform/postgres/schema.ts';
import { refuse } from '#platform/refused.ts';
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

type VisitRow = Insertable<CaseVisits>;
type NoteRow = Insertable<CaseMessages>;
export type Counted = {
  visits: number;
  facts: { [key: string]: Json };
  /** What goes into `case_visits` and, for colleagues, into `case_messages`. */
  rows(caseId: string, actor: Actor, at: Date): { visits: VisitRow[]; notes: NoteRow[] };
};

/** Decides before anything is written, for the visit stands in the opening event and so in the receipt's hash. */
export function openingVisit(visit: OpeningVisit | undefined, promised: number): Counted {
  if (!visit) return { visits: 0, facts: {}, rows: () => ({ visits: [], notes: [] }) };
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
    rows(caseId, actor, at) {
      const row = () => ({ id: randomUUID(), case_id: caseId, at });
      const counted = { ...row(), ordinal, reason, beyond_promise: beyondPromise, by_whom: actor.name };
      const said = note === null ? [] : [{ ...row(), author: actor.name, body: note, direction: 'internal' }];
      return { visits: [counted], notes: said };
    },
  };
}

function noteOf(typed: string): string | null {
  const read = readWords(typed);
  if (read.ok) return read.words;
  if (read.reason === 'text_needed') return null;
  throw refuse(caseReasons.text_too_long, { most: longestText }, { note: caseReasons.text_too_long });
}
