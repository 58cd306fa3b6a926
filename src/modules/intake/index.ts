export { intakeApi } from './api/index.ts';
export { forgetOldDrafts } from './draft.ts';
export { type Open311Deps, open311Routes } from './open311/routes.ts';
export { intakeRoutes } from './portal/routes.tsx';
export type { IntakeDeps } from './portal/take-answer.ts';
