export { intakeApi } from './api/index.ts';
export { forgetOldDrafts } from './draft.ts';
export { intakeRoutes } from './portal/routes.tsx';
export type { IntakeDeps } from './portal/take-answer.ts';
