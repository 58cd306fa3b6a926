/** A month, YYYY-MM. */
export const isMonth = (value: string): boolean => /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(value);

/** The month of an instant where the utility lives. */
export function monthOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(at);
}

/** `addMonths('2026-01', -11)` is '2025-02'. */
export function addMonths(month: string, more: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + more;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const longest = 60;

/** What is asked for, put in order: the last twelve months where nothing is, never more than five years. */
export function periodOf(
  asked: { from?: string | undefined; to?: string | undefined },
  now: string,
): { from: string; to: string } {
  const to = asked.to ?? (asked.from && asked.from > now ? asked.from : now);
  const from = asked.from ?? addMonths(to, -11);
  const [first, last] = from <= to ? [from, to] : [to, from];
  const earliest = addMonths(last, 1 - longest);
  return { from: [first, earliest].sort().at(-1) ?? first, to: last };
}

/** '2026-02' ends on '2026-02-28'. */
export function lastDay(month: string): string {
  const next = Date.parse(`${addMonths(month, 1)}-01T00:00:00Z`);
  return new Date(next - 86_400_000).toISOString().slice(0, 10);
}
