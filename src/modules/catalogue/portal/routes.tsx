import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Clock, todayOf } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { defineReasons, refuse } from '#platform/refused.ts';
import { type PortalPages, showPortal } from '#ui/show-portal.tsx';
import { findService, listServices, readUtility } from '../queries.ts';
import { findServices } from './find-services.ts';
import { GuidePage, OutagePage } from './guide-page.tsx';
import { HelpPage } from './help-page.tsx';
import { HomePage, ServicesPage } from './home-page.tsx';
import { texts } from './texts.ts';

export const guideReasons = defineReasons({
  service_not_found: {
    status: 404,
    vi: 'Không có dịch vụ này, hoặc dịch vụ đã ngừng. Anh/chị xem danh sách dịch vụ.',
    en: 'There is no such service, or it has ended. See the list of services.',
  },
});

type Deps = PortalPages & { db: Database; clock: Clock };

const servicesOf = (deps: Deps) =>
  inScope(deps.db, publicScope, (trx) => listServices(trx, todayOf(deps.clock)));
const hotlinesOf = async (deps: Deps) =>
  (await inScope(deps.db, publicScope, (trx) => readUtility(trx, todayOf(deps.clock)))).hotlines;

/** What there is to ask for: the start page by need, the list, the guides. */
export function catalogueRoutes(app: FastifyInstance, deps: Deps): void {
  helpRoutes(app, deps);
  app.get('/', async (request, reply) => {
    const page = <HomePage services={await servicesOf(deps)} language={request.language} />;
    return showPortal(deps, request, reply, { title: texts.home_title }, page);
  });
  app.get('/dich-vu', async (request, reply) => {
    const { q } = z
      .object({ q: z.string().max(200).default('') })
      .catch({ q: '' })
      .parse(request.query);
    const all = await servicesOf(deps);
    const found = findServices(all, q);
    const page = <ServicesPage services={found} all={all} words={q.trim()} language={request.language} />;
    return showPortal(deps, request, reply, { title: texts.all }, page);
  });
  app.get('/dich-vu/:code', async (request, reply) => {
    const { code } = z.object({ code: z.string() }).parse(request.params);
    const found = await inScope(deps.db, publicScope, (trx) => findService(trx, code, todayOf(deps.clock)));
    if (!found) throw refuse(guideReasons.service_not_found);
    const { definition } = found;
    const page = <GuidePage definition={definition} language={request.language} />;
    return showPortal(deps, request, reply, { title: definition.name }, page);
  });
}

function helpRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/mat-dien', async (request, reply) => {
    const { language } = request;
    const advice =
      (await servicesOf(deps)).find(({ definition }) => definition.visits === 0)?.definition.code ?? null;
    const page = <OutagePage hotlines={await hotlinesOf(deps)} advice={advice} language={language} />;
    return showPortal(deps, request, reply, { title: texts.outage_title }, page);
  });
  app.get('/tro-giup', async (request, reply) => {
    const page = <HelpPage hotlines={await hotlinesOf(deps)} language={request.language} />;
    return showPortal(deps, request, reply, { title: texts.help_title }, page);
  });
}
