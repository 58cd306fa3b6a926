import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { showConsole, signedInAs } from '#modules/accounts/index.ts';
import { parseCaseCode, readCaseRow } from '#modules/cases/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import type { DossierConsoleDeps } from '../deps.ts';
import { countOpenConflicts, listConflicts } from '../queries-conflicts.ts';
import { dossierReasons } from '../reasons.ts';
import { maySeeConnections, maySettle } from '../rules/may.ts';
import { settleConflict } from '../settle-conflict.ts';
import { ConflictsPage } from './conflicts-page.tsx';
import { texts } from './texts.ts';

const querySchema = z
  .object({ cong: z.string().max(60), 'ho-so': z.string().max(40), xong: z.string() })
  .partial()
  .catch({});

/** /bang/lien-thong/cho-lech: where portal and we differ, on the dossiers that whoever asks sees. */
export function conflictRoutes(app: FastifyInstance, deps: DossierConsoleDeps): void {
  app.get('/bang/lien-thong/cho-lech', (request, reply) => show(deps, request, reply, null));
  for (const [slug, how] of [
    ['giu', 'ours'],
    ['theo', 'theirs'],
  ] as const)
    app.post(`/bang/lien-thong/cho-lech/:id/${slug}`, async (request, reply) => {
      const { data } = z.object({ id: z.uuid() }).safeParse(request.params);
      if (!data) throw refuse(dossierReasons.conflict_not_found);
      try {
        await settleConflict(deps, signedInAs(request), { id: data.id, how });
      } catch (error) {
        if (!(error instanceof Refused) || error.reason.status === 404) throw error;
        return show(deps, request, reply, error);
      }
      return reply.redirect('/bang/lien-thong/cho-lech?xong=1', 303);
    });
}

async function show(
  deps: DossierConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refused | null,
) {
  const actor = signedInAs(request);
  if (!maySettle(actor) && !maySeeConnections(actor)) throw refuse(dossierReasons.conflict_not_yours);
  const { cong, 'ho-so': code, xong } = querySchema.parse(request.query);
  const { conflicts, open } = await inScope(deps.db, actor.scope, async (trx) => {
    const parsed = code ? parseCaseCode(code) : null;
    const found = parsed ? await readCaseRow(trx, parsed) : undefined;
    const of = { endpoint: cong, ...(found ? { caseId: found.id } : {}) };
    return {
      conflicts: await listConflicts(trx, of),
      open: found ? null : await countOpenConflicts(trx, cong),
    };
  });
  const { language } = request;
  const done = xong && !refused ? texts.done_settled[language] : null;
  const content = (
    <ConflictsPage {...{ language, conflicts, open, settles: maySettle(actor), done, refused }} />
  );
  const status = refused ? { status: refused.reason.status } : {};
  return showConsole(deps, request, reply, { title: texts.conflicts, ...status }, content);
}
