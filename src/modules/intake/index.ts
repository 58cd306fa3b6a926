export { forgetOldDrafts } from './draft.ts';
export { callsApi } from './phone/calls-api.ts';
export { phoneConsole } from './phone/console/index.ts';
export { maySeeCallFigures, mayTakeCalls } from './phone/rules/who-may.ts';
export { intakeRoutes } from './portal/routes.tsx';
export type { IntakeDeps } from './portal/take-answer.ts';
