import type { CaseReason } from '../reasons.ts';
import { readWords } from './words.ts';

export type Verdict =
  | { ok: true; ordinal: number; reason: string | null; beyondPromise: boolean }
  | { ok: false; reason: CaseReason };

/**
 * At most one visit is made without giving account of it: the second needs its reason, and so does the first where
 * the service promises none.
 */
export function judgeVisit(visitsSoFar: number, promised: number, reason: string): Verdict {
  const ordinal = visitsSoFar + 1;
  const beyondPromise = ordinal > promised;
  const read = readWords(reason);
  if (beyondPromise && !read.ok) return { ok: false, reason: 'second_visit_needs_reason' };
  return { ok: true, ordinal, reason: read.ok ? read.words : null, beyondPromise };
}
