import type { FastifyInstance } from 'fastify';
import { type KeyRing, requireKey } from '#modules/accounts/index.ts';
import { agenciesApi } from '#modules/agencies/index.ts';
import { boardsApi } from '#modules/boards/index.ts';
import { casesApi } from '#modules/cases/index.ts';
import { catalogueApi } from '#modules/catalogue/index.ts';
import { customersApi } from '#modules/customers/index.ts';
import { dossiersApi } from '#modules/dossiers/index.ts';
import { callsApi, intakeApi } from '#modules/intake/index.ts';
import { organisationApi } from '#modules/organisation/index.ts';
import { papersApi } from '#modules/papers/index.ts';
import { regulationsApi } from '#modules/regulations/index.ts';
import { type WebhookDeps, webhooksApi } from '#modules/webhooks/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { FileStore } from '#platform/files/index.ts';
import { describeApi } from '#platform/http/api/describe.ts';
import { readJsonOnly } from '#platform/http/api/input.ts';
import { limitRate } from '#platform/http/api/limit-rate.ts';
import { refuseOtherMethods } from '#platform/http/api/other-methods.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Sealer } from '#platform/sealer.ts';
import type { PortalPages } from '#ui/show-portal.tsx';
import { aboutApi } from './api-about.ts';
import { problemPages } from './api-problems.tsx';

export type ApiDeps = PortalPages & {
  db: Database;
  clock: Clock;
  files: FileStore;
  url: string;
  ring: KeyRing;
  /** Requests a minute for each key; 0 for as many as come. */
  rate: number;
  webhooks: WebhookDeps;
  /** Of the keys with which units sign papers. */
  sealer: Sealer;
};

/** The machine interface: what programs reach under /api/v1 with a key. */
export async function apiSurface(app: FastifyInstance, deps: ApiDeps): Promise<void> {
  const closeOthers = refuseOtherMethods(app);
  await describeApi(app, { ...aboutApi, url: deps.url });
  problemPages(app, deps);
  await app.register(async (guarded) => {
    requireKey(guarded, deps.ring);
    readJsonOnly(guarded);
    await limitRate(guarded, deps.rate, (request) => request.machine?.keyId ?? request.ip);
    intakeApi(guarded, deps);
    callsApi(guarded, deps);
    casesApi(guarded, deps);
    papersApi(guarded, deps);
    agenciesApi(guarded, deps);
    dossiersApi(guarded, deps);
    catalogueApi(guarded, deps);
    regulationsApi(guarded, deps);
    organisationApi(guarded, deps);
    customersApi(guarded, deps);
    boardsApi(guarded, deps);
    webhooksApi(guarded, deps.webhooks); // /api/v1/webhooks/…
  });
  closeOthers();
}
