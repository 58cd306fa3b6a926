import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import { readUtility } from '#modules/catalogue/index.ts';
import { todayOf } from '#platform/clock.ts';
import { inScope, type Scope, systemScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { listNotices } from '../list-notices.ts';
import { findNotice } from '../queries.ts';
import { noticeReasons } from '../reasons.ts';
import { OutboxPage } from './outbox-page.tsx';
import { texts } from './texts.ts';

export type OutboxDeps = Pick<ConsoleDeps, 'db' | 'clock' | 'demo' | 'links' | 'asset'> & {
  /** Whether letters really leave. */
  sends: boolean;
};
const querySchema = z.object({ sau: z.string().max(100).nullable().default(null).catch(null) });

/**
 * The outbox. In the demonstration it is open to all and shows everything, codes too: there is nobody else who could
 * tell a visitor the code. Otherwise it belongs behind the sign-in, and shows what was told of the cases its reader sees.
 */
export function outboxRoutes(app: FastifyInstance, deps: OutboxDeps): void {
  const scopeOf = (request: FastifyRequest): Scope => (deps.demo ? systemScope : signedInAs(request).scope);

  app.get('/bang/thu-di', async (request, reply) => {
    const { sau: after } = querySchema.parse(request.query ?? {});
    const today = todayOf(deps.clock);
    const [page, utility] = await inScope(deps.db, scopeOf(request), async (trx) => [
      await listNotices(trx, { after, limit: 20 }),
      await readUtility(trx, today),
    ]);
    const facts = { page, timezone: utility.timezone, sends: deps.sends, first: after === null };
    return showConsole(
      deps,
      request,
      reply,
      { title: texts.title },
      <OutboxPage language={request.language} {...facts} />,
    );
  });

  app.get('/bang/thu-di/:id', async (request, reply) => {
    const id = z.object({ id: z.uuid() }).safeParse(request.params).data?.id;
    const notice = id ? await inScope(deps.db, scopeOf(request), (trx) => findNotice(trx, id)) : undefined;
    if (!notice?.body_html) throw refuse(noticeReasons.notice_not_found);
    // A letter is styled in its own lines, as mail must be; it can run and load nothing here.
    return reply
      .header('cache-control', 'no-store')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
      )
      .type('text/html; charset=utf-8')
      .send(notice.body_html);
  });
}
