export type { Limit } from '#platform/calendar/index.ts';
export { describeDerivation } from './describe-derivation.ts';
export { computeDue, type DueRequest } from './rules/compute-due.ts';
export type { Derivation, Pause } from './rules/derivation.ts';
export {
  type Calendars,
  type DeadlineState,
  deadlineState,
  type Escalation,
  type Level,
  levelTimes,
} from './rules/levels.ts';
export { type Difference, recompute } from './rules/recompute.ts';
