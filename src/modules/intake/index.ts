export { counterRoutes } from './counter/routes.tsx';
export { forgetOldDrafts } from './draft.ts';
export { intakeRoutes } from './portal/routes.tsx';
export type { IntakeDeps } from './portal/take-answer.ts';
export { mayServe } from './rules/counter.ts';
