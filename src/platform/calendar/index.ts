export {
  addDays,
  addWorkingDays,
  type Day,
  dayOf,
  exceptionOn,
  isWorkingDay,
  nextWorkingDay,
  ordinaryIntervalsOf,
  weekdayNumber,
  workingIntervalsOf,
} from './days.ts';
export type {
  CalendarDefinition,
  CalendarException,
  CalendarVersion,
  Interval,
  Limit,
  LimitUnit,
  Weekday,
} from './definition.ts';
export { addMinutes, addWorkingHours, useUp, workingDaysBetween, workingTimeBetween } from './measure.ts';
export { calendarReasons } from './reasons.ts';
export { asSpan, closeOf, dayOfReceipt, instantOf, type Span, workingSpans } from './time.ts';
