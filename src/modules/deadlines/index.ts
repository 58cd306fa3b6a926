export type { Limit } from '#platform/calendar/index.ts';
export { clearAlarms, setAlarms } from './alarms.ts';
export { deadlineCrontab, deadlineTasks } from './jobs.ts';
export { readDerivation } from './read-derivation.ts';
export { type RecordAlarm, ringAlarms } from './ring-alarms.ts';
export { computeDue, recompute } from './rules/compute-due.ts';
export type { Derivation, Pause } from './rules/derivation.ts';
export { describeDerivation } from './rules/describe.ts';
export { describeChange } from './rules/describe-change.ts';
export {
  type DeadlineState,
  deadlineState,
  type Level,
  levels,
  type Milestone,
  milestones,
} from './rules/milestones.ts';
export { sayDay, sayMoment } from './rules/moments.ts';
