import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createAuth, openKeyRing } from '#modules/accounts/index.ts';
import { tellCode } from '#modules/notices/index.ts';
import { keySealerFrom } from '#modules/papers/index.ts';
import { sealerFrom } from '#modules/webhooks/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { FileStore } from '#platform/files/index.ts';
import { answerFailures } from '#platform/http/answer-failures.ts';
import { serveAssets } from '#platform/http/assets.ts';
import { answerHealth } from '#platform/http/health.ts';
import { aServer } from '#platform/http/server.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Listener } from '#platform/postgres/listener.ts';
import type { Settings } from '#platform/settings.ts';
import { agencySurface } from '#surfaces/agency.ts';
import { apiSurface } from '#surfaces/api.ts';
import { consoleRefusal, consoleSurface } from '#surfaces/console.ts';
import { open311Surface } from '#surfaces/open311.ts';
import { portalSurface } from '#surfaces/portal.ts';
import { portalFrames } from '#surfaces/portal-frame.ts';
import { statePortalsSurface } from '#surfaces/state-portals.ts';

export type AppDeps = {
  db: Database;
  clock: Clock;
  files: FileStore;
  changes: Listener;
  settings: Settings & { secret: string };
  /** Where the build lies. */
  dist: string;
  logLevel?: string;
};

/** Pages of people at work: the staff's, and those of State bodies. */
const atWork = (url: string): boolean => /^\/(bang|co-quan)\b/.test(url);

/** The whole server, in the order in which a request meets it. */
export async function buildApp({
  db,
  clock,
  files,
  changes,
  settings,
  dist,
  logLevel = 'warn',
}: AppDeps): Promise<FastifyInstance> {
  const { secret, url, demo } = settings;
  const behindTls = url.startsWith('https:');
  const app = await aServer({ secret, logLevel, behindTls, mostAtOnce: settings.mostAtOnce });
  const asset = await serveAssets(app, dist);
  answerHealth(app, db, join(settings.varFolder, 'files'));

  const portal = portalFrames(db, clock, asset);
  const staff = consoleRefusal(asset);
  answerFailures(
    app,
    (request, ...about) => (atWork(request.url) ? staff : portal.refusal)(request, ...about),
    url,
  );

  const webhooks = { db, clock, sealer: sealerFrom(secret), allowPrivate: settings.webhookAllowPrivate };
  const shared = { db, clock, files, demo, url, asset, webhooks, sealer: keySealerFrom(secret) };
  await app.register(async (surface) =>
    portalSurface(surface, {
      ...shared,
      secret,
      frame: portal.frame,
      secureCookies: behindTls,
      sendCode: tellCode,
    }),
  );
  const ring = openKeyRing({ db, clock });
  await app.register(async (surface) =>
    apiSurface(surface, { ...shared, ring, frame: portal.frame, rate: settings.apiRate }),
  );
  await app.register(async (surface) => open311Surface(surface, { ...shared, ring }), { prefix: '/open311' });
  await app.register(async (surface) => statePortalsSurface(surface, { ...webhooks, files }));
  const auth = createAuth(db, { url, secret, demo, oidc: settings.oidc });
  const staffed = { ...shared, auth, oidc: settings.oidc !== null };
  await app.register(async (surface) => agencySurface(surface, staffed));
  await app.register(async (surface) =>
    consoleSurface(surface, {
      ...staffed,
      changes,
      sends: settings.smtpUrl !== null,
      mailAddresses: settings.mailIn.addresses,
    }),
  );
  return app;
}
