export {
  addMinutes,
  addWorkingDays,
  addWorkingMinutes,
  type End,
  workingDaysBetween,
  workingMinutesBetween,
} from './count.ts';
export {
  dayOf,
  dayOfReceipt,
  instantAt,
  isWorkingDay,
  ordinaryIntervalsOn,
} from './day.ts';
export type {
  Calendar,
  CalendarDefinition,
  CalendarException,
  Interval,
  Limit,
  LimitUnit,
  Stretch,
  Weekday,
} from './types.ts';
export { dayAt, utilityZone } from './utility-day.ts';
