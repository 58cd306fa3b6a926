import type { FastifyInstance } from 'fastify';
import { forCustomers } from '#modules/agencies/index.ts';
import { casePortalRoutes } from '#modules/cases/index.ts';
import { catalogueRoutes } from '#modules/catalogue/index.ts';
import { dossierForCustomer, dossierPortalRoutes } from '#modules/dossiers/index.ts';
import { type IntakeDeps, intakeRoutes } from '#modules/intake/index.ts';
import { paperPortal, papersOnCase } from '#modules/papers/index.ts';
import { regulationRoutes } from '#modules/regulations/index.ts';
import type { Language } from '#platform/text.ts';

export type PortalSurfaceDeps = IntakeDeps & { url: string };

/** The portal: what a customer reaches. */
export function portalSurface(app: FastifyInstance, deps: PortalSurfaceDeps): void {
  catalogueRoutes(app, deps); // /  /dich-vu  /mat-dien  /tro-giup
  intakeRoutes(app, deps); // /yeu-cau/…
  regulationRoutes(app, deps); // /quy-che
  paperPortal(app, deps); // /ho-so/…/van-ban  /kiem-tra-van-ban
  const onCustomersPage = (caseId: string, language: Language) => dossierForCustomer(deps, caseId, language);
  casePortalRoutes(app, { ...deps, papersOnCase, onCustomersPage, atBodies: forCustomers(deps) }); // /theo-doi  /ho-so/…  /kiem-tra-bien-nhan
  dossierPortalRoutes(app, deps); // /ho-so/…/giay-tiep-nhan.pdf  /kiem-tra-giay
}
