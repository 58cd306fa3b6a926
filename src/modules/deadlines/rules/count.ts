import {
  addDays,
  type CalendarDefinition,
  closeOf,
  type Day,
  dayOf,
  dayOfReceipt,
  instantOf,
  type Limit,
  ordinaryIntervalsOf,
  type Span as Stretch,
  useUp,
  workingSpans,
} from '#platform/calendar/index.ts';
import { covers, restsSince, without } from './rests.ts';

const minute = 60_000;
/** `end: null`: the clock rests before the term is used up. `left` and `rested`: days, or milliseconds. */
export type Counted = { end: number | null; left: number; rested: number; movedFrom?: Day };

/** Civil Code 2015, Art. 147-148, with pauses: the closes of working days after the day of receipt, those at rest left out. */
export function countDays(
  calendar: CalendarDefinition,
  start: Date,
  amount: number,
  rests: readonly Stretch[],
): Counted {
  const since = restsSince(rests);
  const lastDay = since < Number.POSITIVE_INFINITY ? dayOf(calendar, new Date(since)) : null;
  let left = amount;
  let rested = 0;
  let movedFrom: Day | undefined;
  for (let day = addDays(dayOfReceipt(calendar, start), 1); ; day = addDays(day, 1)) {
    if (lastDay !== null && day > lastDay) return { end: null, left, rested };
    const close = closeOf(calendar, day);
    if (close === null) {
      if (left === 1) movedFrom ??= dayMissed(calendar, day, rests);
    } else if (covers(rests, close)) rested++;
    else if (--left === 0) return { end: close, left, rested, movedFrom };
    else movedFrom = undefined;
  }
}

/** A day that its weekday would have made the last one, but for an exception; a weekend is nobody's last day. */
function dayMissed(calendar: CalendarDefinition, day: Day, rests: readonly Stretch[]): Day | undefined {
  const last = ordinaryIntervalsOf(calendar, day).at(-1);
  return last && !covers(rests, instantOf(calendar, day, last[1])) ? day : undefined;
}

/** Hours or minutes: the stretches that count, those at rest cut out, until the amount is used up. */
export function countTime(
  calendar: CalendarDefinition,
  start: Date,
  limit: Pick<Limit, 'amount' | 'unit'>,
  rests: readonly Stretch[],
): Counted {
  const amount = limit.amount * (limit.unit === 'minutes' ? minute : 60 * minute);
  const stretches = () => runs(calendar, limit.unit, start.getTime(), restsSince(rests));
  const end = useUp(without(stretches(), rests), amount);
  const until = end ?? restsSince(rests);
  const all = lengthOf(runs(calendar, limit.unit, start.getTime(), until));
  const used = end === null ? lengthOf(without(stretches(), rests)) : amount;
  return { end, left: amount - used, rested: all - used };
}

/** The time that counts for a unit between two instants: working hours, or for minutes all of it. */
export function runs(
  calendar: CalendarDefinition,
  unit: Limit['unit'],
  from: number,
  until: number,
): Iterable<Stretch> {
  if (unit !== 'minutes') return workingSpans(calendar, from, until);
  return from < until ? [{ from, to: until }] : [];
}

export function lengthOf(stretches: Iterable<Stretch>): number {
  let total = 0;
  for (const { from, to } of stretches) total += to - from;
  return total;
}
