import {
  type Calendar,
  dayOf,
  dayOfReceipt,
  instantAt,
  isWorkingDay,
  ordinaryIntervalsOn,
  type Stretch,
} from '#platform/calendar/index.ts';

/**
 * The day that its weekday would have made the last one of a term, but that is off by name: the holiday that moved the
 * end to the next working day. An ordinary weekend moves nothing, for nobody would have counted it.
 */
export function movedFrom(
  calendar: Calendar,
  start: number,
  end: number,
  pauses: readonly Stretch[],
): string | undefined {
  const received = dayOfReceipt(calendar, start).toString();
  let moved: string | undefined;
  for (
    let day = dayOf(calendar, end).subtract({ days: 1 });
    day.toString() > received && !isWorkingDay(calendar, day);
    day = day.subtract({ days: 1 })
  ) {
    const hours = ordinaryIntervalsOn(calendar, day).at(-1);
    const close = hours && instantAt(calendar, day, hours[1]);
    const resting = pauses.some(
      ({ from, to }) => close !== undefined && from <= close && (to === null || close < to),
    );
    if (close !== undefined && !resting) moved = day.toString();
  }
  return moved;
}
