import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import { askedOnce } from '#platform/http/api/idempotency.ts';
import { etagOf, versionReasons, versionSeen } from '#platform/http/api/versions.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { type ActRequest, type ActResult, mustBeSame } from '../act-on-case.ts';
import { findEventByRequest } from '../queries.ts';
import { apiActs } from './act-table.ts';
import type { ApiAct } from './an-act.ts';
import { codeGiven } from './case-shape.ts';
import type { CaseApiDeps } from './deps.ts';
import { codeIn } from './read-routes.ts';
import { papersGiven, sentPapers } from './sent-papers.ts';

const acted = z.object({ code: z.string(), version: z.int() }).meta({ id: 'Acted' });
const withPapers = z.object({ documents: papersGiven }).catch({ documents: [] });

export const actRoutes = (app: FastifyInstance, deps: CaseApiDeps): void => actOperations(app, deps, apiActs);

/** Acts on a case, of this module or of another, as POST /api/v1/cases/{code}/{act}. */
export function actOperations(
  instance: FastifyInstance,
  deps: Pick<CaseApiDeps, 'db' | 'clock'>,
  acts: readonly ApiAct[],
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  for (const item of acts)
    app.post(
      `/api/v1/cases/:code/${item.slug}`,
      {
        schema: {
          operationId: item.operationId,
          tags: ['acts'],
          summary: item.summary,
          description:
            'If-Match with the ETag of the case refuses the act with 412 when others were quicker.',
          params: codeGiven,
          headers: z.object({ 'if-match': z.string().optional().describe('The ETag that was read') }),
          body: item.body,
          response: { 200: item.answers ? acted.extend(item.answers.shape) : acted },
        },
      },
      async (request, reply) => {
        const { replayed, ...done } = await perform(deps, request, item, request.params.code);
        if (replayed) reply.header('idempotency-replayed', 'true');
        reply.header('etag', etagOf(done.version));
        return done;
      },
    );
}

async function perform(
  deps: Pick<CaseApiDeps, 'db' | 'clock'>,
  request: FastifyRequest,
  item: ApiAct,
  typed: string,
): Promise<ActResult> {
  const { keyId, actor } = machineOf(request);
  const asked = { code: codeIn(typed), ...askedOnce(request, keyId), seenVersion: versionSeen(request) };
  const papers = await sentPapers(deps.db, keyId, withPapers.parse(request.body).documents);
  try {
    return await item.run(deps, actor, asked, request.body, papers);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.reason.code === 'stale_page') throw refuse(versionReasons.stale_version);
    const sentOn = error.reason.code === 'case_not_found' && !item.answers;
    const earlier = sentOn && (await doneBefore(deps, asked));
    if (earlier) return earlier;
    throw error;
  }
}

/** A case that was sent on is out of its sender's sight; the retry of the sending is answered all the same. */
const doneBefore = ({ db }: Pick<CaseApiDeps, 'db'>, asked: ActRequest): Promise<ActResult | null> =>
  inScope(db, systemScope, async (trx) => {
    const event = asked.requestHash ? await findEventByRequest(trx, asked.requestId) : undefined;
    if (!event) return null;
    mustBeSame(event, asked.requestHash);
    return { code: asked.code, version: event.seq, replayed: true };
  });
