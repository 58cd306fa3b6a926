import type { FastifyInstance } from 'fastify';
import { type Clock, todayOf } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { type PortalPages, showPortal } from '#ui/show-portal.tsx';
import { readOverview } from '../facts.ts';
import { OverviewPage } from '../pages/overview-page.tsx';
import { texts } from '../texts.ts';

type Deps = PortalPages & { db: Database; clock: Clock };

/** The same map and table for everybody, to read. */
export function regulationRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/quy-che', async (request, reply) => {
    const facts = await inScope(deps.db, publicScope, (trx) => readOverview(trx, todayOf(deps.clock)));
    const content = <OverviewPage facts={facts} language={request.language} />;
    return showPortal(deps, request, reply, { title: texts.title }, content);
  });
}
