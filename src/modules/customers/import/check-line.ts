import { fold } from '#platform/fold.ts';
import type { Facts } from '#platform/refused.ts';
import type { ImportReason } from './reasons.ts';

/** What is wrong with a field; `refused` where the whole line stays out because of it. */
export type Complaint = { field: string; reason: ImportReason; facts?: Facts; refused: boolean };

/** The cells of one line by the name of their column, with what was found wrong in them. */
export type Reader = ReturnType<typeof readerOf>;

const broken = /[\p{Cc}\ufffd]/u;
const mostLetters = 500;

export function readerOf(cells: readonly string[], at: ReadonlyMap<string, number>) {
  const complaints: Complaint[] = [];
  const refuse = (field: string, reason: ImportReason, facts: Facts = {}) => {
    complaints.push({ field, reason, facts, refused: true });
  };
  const text = (field: string): string => {
    const typed = (cells[at.get(field) ?? -1] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
    if (broken.test(typed)) refuse(field, 'not_text');
    else if (typed.length > mostLetters) refuse(field, 'too_long', { most: mostLetters });
    return typed;
  };
  const needed = (field: string): string => {
    const typed = text(field);
    if (typed === '') refuse(field, 'needed');
    return typed;
  };
  const oneOf = (field: string, values: Record<string, readonly string[]>, otherwise: string): string => {
    const typed = fold(text(field));
    if (typed === '') return otherwise;
    const found = Object.entries(values).find(([value, names]) =>
      [value, ...names.map(fold)].includes(typed),
    );
    if (!found) refuse(field, 'not_one_of', { values: Object.keys(values).join(', ') });
    return found?.[0] ?? otherwise;
  };
  const date = (field: string): string | null => {
    const typed = text(field);
    const day = isoDay(typed);
    if (typed !== '' && day === null) refuse(field, 'date', { value: typed.slice(0, 40) });
    return day;
  };
  const leaveOut = (field: string, reason: ImportReason, value: string) => {
    complaints.push({ field, reason, facts: { value: value.slice(0, 60) }, refused: false });
  };
  return { text, needed, oneOf, date, refuse, leaveOut, complaints };
}

/** Several values in one cell. */
export const several = (typed: string): string[] =>
  typed
    .split(/[;|/]+/)
    .map((one) => one.trim())
    .filter(Boolean);

function isoDay(typed: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed);
  const [year, month, day] = iso ? iso.slice(1) : (local?.slice(1).reverse() ?? []);
  if (!year || !month || !day) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}
