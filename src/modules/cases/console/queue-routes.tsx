import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { showConsole, signedInAs } from '#modules/accounts/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { fill } from '#platform/text.ts';
import { parseCaseCode, showCaseCode } from '../rules/code.ts';
import type { CaseConsoleDeps } from './case-routes.tsx';
import { caseTexts } from './case-texts.ts';
import { KeysPage } from './keys-page.tsx';
import { readOverview } from './overview-facts.ts';
import { OverviewPage } from './overview-page.tsx';
import { readQueue } from './queue-facts.ts';
import { QueuePage } from './queue-page.tsx';
import { parseQueueUrl } from './queue-url.ts';
import { texts } from './texts.ts';

/** Lists of cases: the queues, the figures of a unit, and the help for the keys. */
export function queueRoutes(app: FastifyInstance, deps: CaseConsoleDeps): void {
  app.get('/bang', async (request, reply) => {
    const actor = signedInAs(request);
    const now = deps.clock.now();
    const url = parseQueueUrl(request.query, actor);
    const facts = await inScope(deps.db, actor.scope, (trx) => readQueue(trx, actor, url, now));
    const { language } = request;
    const moved = parseCaseCode(
      z
        .object({ 'da-chuyen': z.string().default('') })
        .catch({ 'da-chuyen': '' })
        .parse(request.query)['da-chuyen'],
    );
    const done = moved && fill(caseTexts.case_gone[language], { code: showCaseCode(moved) });
    return showConsole(
      deps,
      request,
      reply,
      { title: texts.queue },
      <QueuePage facts={facts} language={language} now={now} done={done} />,
    );
  });
  app.get('/bang/tong-quan', async (request, reply) => {
    const actor = signedInAs(request);
    const facts = await inScope(deps.db, actor.scope, (trx) => readOverview(trx, actor, deps.clock.now()));
    return showConsole(
      deps,
      request,
      reply,
      { title: texts.overview },
      <OverviewPage facts={facts} language={request.language} />,
    );
  });
  app.get('/bang/phim-tat', (request, reply) =>
    showConsole(deps, request, reply, { title: texts.keys }, <KeysPage language={request.language} />),
  );
}
