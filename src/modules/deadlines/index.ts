export { clearAlarms, setAlarms } from './alarms.ts';
export { type RecordAlarm, ringAlarms } from './ring-alarms.ts';
export { computeDue, recompute } from './rules/compute-due.ts';
export type { Derivation, Pause } from './rules/derivation.ts';
export { describeDerivation } from './rules/describe.ts';
export { type DeadlineState, deadlineState, type Level, milestones } from './rules/milestones.ts';
export { sayDay, sayMoment } from './rules/moments.ts';
