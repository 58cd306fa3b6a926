import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import { isKnown } from '#platform/http/api/versions.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type CasePage, readCasePage } from '../console/case-page-facts.ts';
import { caseReasons } from '../reasons.ts';
import { parseCaseCode } from '../rules/code.ts';
import { codeGiven, eventShape, wholeCase } from './case-shape.ts';
import type { CaseApiDeps } from './deps.ts';
import { type Audience, showCase, showEvents } from './show-case.ts';

/** One case and what happened to it. A case that a key may not see is a case that is not there. */
export function readRoutes(instance: FastifyInstance, deps: CaseApiDeps): void {
  caseRoute(instance, deps);
  eventsRoute(instance, deps);
  colleaguesRoute(instance, deps);
}

function caseRoute(instance: FastifyInstance, deps: CaseApiDeps): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/cases/:code',
    {
      schema: {
        operationId: 'readCase',
        tags: ['cases'],
        summary: 'One case, whole; with If-None-Match only when it changed',
        description:
          'The ETag names the version; send it as If-Match with an act to be refused when others were quicker.',
        params: codeGiven,
        response: { 200: wholeCase, 304: z.null().describe('Unchanged') },
      },
    },
    async (request, reply) => {
      const page = await readPage(deps, request, request.params.code);
      if (isKnown(request, reply, page.view.version)) return reply.status(304).send(null);
      return showCase(page, audienceOf(request));
    },
  );
}

function eventsRoute(instance: FastifyInstance, deps: CaseApiDeps): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/cases/:code/events',
    {
      schema: {
        operationId: 'listCaseEvents',
        tags: ['cases'],
        summary: 'What happened to a case, in order; `after` continues from an event',
        params: codeGiven,
        querystring: z.strictObject({ after: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
        response: { 200: z.object({ items: z.array(eventShape) }) },
      },
    },
    async (request) => {
      const page = await readPage(deps, request, request.params.code);
      const events = showEvents(page, audienceOf(request));
      return { items: events.filter(({ seq }) => seq > request.query.after) };
    },
  );
}

function colleaguesRoute(instance: FastifyInstance, deps: CaseApiDeps): void {
  const colleague = z.object({ id: z.string(), name: z.string(), role: z.string() });
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/cases/:code/colleagues',
    {
      schema: {
        operationId: 'listColleagues',
        tags: ['cases'],
        summary: 'To whom the case can be given; only for keys of the staff',
        params: codeGiven,
        response: { 200: z.object({ items: z.array(colleague) }) },
      },
    },
    async (request) => {
      if (audienceOf(request) === 'customer') throw refuse(caseReasons.role_may_not);
      return { items: (await readPage(deps, request, request.params.code)).colleagues };
    },
  );
}

export const audienceOf = (request: FastifyRequest): Audience =>
  machineOf(request).actor.kind === 'customer' ? 'customer' : 'staff';

export const codeIn = (typed: string): string => {
  const code = parseCaseCode(typed);
  if (!code) throw refuse(caseReasons.case_not_found);
  return code;
};

export async function readPage(
  { db }: CaseApiDeps,
  request: FastifyRequest,
  typed: string,
): Promise<CasePage> {
  const { actor } = machineOf(request);
  const page = await inScope(db, actor.scope, (trx) => readCasePage(trx, actor, codeIn(typed)));
  if (!page) throw refuse(caseReasons.case_not_found);
  return page;
}
