export type { EndpointDeps } from './endpoints.ts';
export { dossierCrontab, dossierTasks, portalTasks } from './jobs.ts';
export { type PortalDoorDeps, portalDoor } from './portal-door.ts';
export { registerDossier } from './register-dossier.ts';
