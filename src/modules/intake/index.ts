export { intakeApi } from './api/index.ts';
export { counterRoutes } from './counter/routes.tsx';
export { forgetOldDrafts } from './draft.ts';
export { type Open311Deps, open311Routes } from './open311/routes.ts';
export { intakeRoutes } from './portal/routes.tsx';
export type { IntakeDeps } from './portal/take-answer.ts';
export { mayServe } from './rules/counter.ts';
