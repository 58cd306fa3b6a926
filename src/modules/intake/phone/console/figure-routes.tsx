import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import { readStandards } from '#modules/catalogue/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { listCallResults, readFigures } from '../queries-figures.ts';
import { phoneReasons } from '../reasons.ts';
import { maySeeCallFigures, mayTakeCalls } from '../rules/who-may.ts';
import { CallListPage } from './call-list-page.tsx';
import { parseFigureUrl } from './figure-url.ts';
import { FiguresPage } from './figures-page.tsx';
import { figureTexts } from './texts.ts';

function seesFigures(request: FastifyRequest): Actor {
  const actor = signedInAs(request);
  if (!maySeeCallFigures(actor)) throw refuse(phoneReasons.phone_not_for_role);
  return actor;
}

/** How calls were answered, and the calls behind each figure. */
export function figureRoutes(app: FastifyInstance, deps: ConsoleDeps): void {
  app.get('/bang/goi/so-lieu', async (request, reply) => {
    const actor = seesFigures(request);
    const url = parseFigureUrl(request.query, deps.clock.now());
    const facts = await inScope(deps.db, actor.scope, async (trx) => ({
      rows: await readFigures(trx, url.query, url.by),
      standard: (await readStandards(trx, url.query.to)).find(({ code }) => code === 'call-answered'),
    }));
    const page = (
      <FiguresPage {...facts} takesCalls={mayTakeCalls(actor)} url={url} language={request.language} />
    );
    return showConsole(deps, request, reply, { title: figureTexts.title }, page);
  });
  app.get('/bang/goi/danh-sach', async (request, reply) => {
    const actor = seesFigures(request);
    const { query } = parseFigureUrl(request.query, deps.clock.now());
    const found = await inScope(deps.db, actor.scope, (trx) => listCallResults(trx, query));
    const page = <CallListPage {...found} query={query} actor={actor} language={request.language} />;
    return showConsole(deps, request, reply, { title: figureTexts.list }, page);
  });
}
