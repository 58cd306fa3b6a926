import { dayAt, utilityZone } from '#platform/calendar/index.ts';
import type { CaseReason } from '../reasons.ts';

/** The longest text a person may write in one go, in characters. */
export const longestText = 4000;

export type Words = { ok: true; words: string } | { ok: false; reason: CaseReason };

/** What was written, trimmed and in one form of Unicode; refused when there is nothing, or too much. */
export function readWords(typed: string, whenEmpty: CaseReason = 'text_needed'): Words {
  const words = typed.normalize('NFC').trim();
  if (words === '') return { ok: false, reason: whenEmpty };
  return words.length > longestText ? { ok: false, reason: 'text_too_long' } : { ok: true, words };
}

/** The day as typed when it is a day of the calendar that has not begun, else null. Days begin at the given zone's midnight. */
export function readDayToCome(typed: string, now: Date, timeZone = utilityZone): string | null {
  const day = new Date(`${typed}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== typed) return null;
  const today = dayAt(now, timeZone);
  return typed > today ? typed : null;
}
