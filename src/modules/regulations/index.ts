export { regulationsApi } from './api/index.ts';
export { type Adjustable, type Applied, applyRegulation } from './apply-regulation.ts';
export { regulationConsole } from './console/regulation-routes.tsx';
export { regulationRoutes } from './portal/routes.tsx';
export { type Regulation, readRegulations, regulationFor } from './queries.ts';
