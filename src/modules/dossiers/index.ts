export { dossierForCustomer, dossierOnCase, dossierOnReceipt } from './console/dossier-on.ts';
export { dossierConsole } from './console/index.ts';
export type { DossierConsoleDeps } from './deps.ts';
export type { EndpointDeps } from './endpoints.ts';
export { dossierCrontab, dossierTasks, portalTasks } from './jobs.ts';
export { dossierPortalRoutes } from './portal/routes.tsx';
export { type PortalDoorDeps, portalDoor } from './portal-door.ts';
export { registerDossier } from './register-dossier.ts';
export { maySeeConnections, maySeeRegister } from './rules/may.ts';
