import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import { caseApi, caseReasons, readCase } from '#modules/cases/index.ts';
import { listPaperTemplates, type PaperTemplate } from '#modules/catalogue/index.ts';
import { todayOf } from '#platform/clock.ts';
import { iso } from '#platform/http/api/fields.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { PaperDeps } from '../deps.ts';
import { type Paper, papersOf, readPaper } from '../read-paper.ts';
import { paperReasons } from '../reasons.ts';
import { sendPdf } from '../send-pdf.ts';
import { paperActs } from './acts.ts';
import { paperShape, templateShape } from './shapes.ts';

const tags = ['papers'];

/** Papers for programs: which can be made and which there are, made, fetched, and signed by the unit. */
export function papersApi(app: FastifyInstance, deps: PaperDeps): void {
  listRoute(app, deps);
  templatesRoute(app, deps);
  fileRoute(app, deps);
  caseApi.actOperations(app, deps, paperActs(deps));
}

function listRoute(instance: FastifyInstance, { db }: PaperDeps): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/cases/:code/papers',
    {
      schema: {
        ...{ operationId: 'listPapers', tags, summary: 'The papers of a case, those that were replaced too' },
        params: caseApi.codeGiven,
        response: { 200: z.object({ items: z.array(paperShape) }) },
      },
    },
    async (request) => {
      const code = caseApi.codeIn(request.params.code);
      const papers = await inScope(db, machineOf(request).actor.scope, async (trx) => {
        const found = await readCase(trx, code);
        return found ? papersOf(trx, found.id) : null;
      });
      if (!papers) throw refuse(caseReasons.case_not_found);
      return { items: papers.map(asPaper) };
    },
  );
}

function templatesRoute(instance: FastifyInstance, { db, clock }: PaperDeps): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/cases/:code/paper-templates',
    {
      schema: {
        ...{
          operationId: 'listPaperTemplates',
          tags,
          summary: 'The papers that can be made for a case today',
        },
        params: caseApi.codeGiven,
        response: { 200: z.object({ items: z.array(templateShape) }) },
      },
    },
    async (request) => {
      const code = caseApi.codeIn(request.params.code);
      const templates = await inScope(db, machineOf(request).actor.scope, async (trx) => {
        const found = await readCase(trx, code);
        return found ? listPaperTemplates(trx, found.service.group, todayOf(clock)) : null;
      });
      if (!templates) throw refuse(caseReasons.case_not_found);
      return { items: templates.map(({ definition }) => asTemplate(definition)) };
    },
  );
}

function fileRoute(instance: FastifyInstance, { db, files }: PaperDeps): void {
  const pdf = z.any().meta({ type: 'string', format: 'binary' });
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/cases/:code/papers/:id',
    {
      config: { notJson: true },
      schema: {
        ...{
          operationId: 'readPaper',
          tags,
          summary: 'A paper as PDF: signed by all where it is, or as issued',
        },
        params: caseApi.codeGiven.extend({ id: z.uuid() }),
        querystring: z.strictObject({ which: z.enum(['newest', 'issued']).default('newest') }),
        response: { 200: { content: { 'application/octet-stream': { schema: pdf } } } },
      },
    },
    async (request, reply): Promise<FastifyReply> => {
      const { params, query } = request;
      const code = caseApi.codeIn(params.code);
      const paper = await inScope(db, machineOf(request).actor.scope, async (trx) => {
        const [found, one] = [await readCase(trx, code), await readPaper(trx, params.id)];
        return one?.row.case_id === found?.id ? one : undefined;
      });
      if (!paper) throw refuse(paperReasons.paper_not_found);
      return sendPdf(files, reply, paper.row, query.which);
    },
  );
}

const asPaper = ({ row, state, template, signers, signatures }: Paper): z.infer<typeof paperShape> => ({
  ...{ id: row.id, number: row.number, kind: row.kind, name: template.name, state, signers },
  unit: { code: row.unit_code },
  madeAt: iso(row.made_at),
  replaces: row.replaces,
  sha256: row.sha256,
  signedSha256: row.signed_sha256,
  signatures: signatures.map(({ party, at, sha256 }) => ({ party, at: iso(at), sha256 })),
});

const asTemplate = ({ code, kind, name, fields }: PaperTemplate): z.infer<typeof templateShape> => ({
  ...{ code, kind, name },
  fields: fields.map(({ name: field, label, type, required }) => ({ name: field, label, type, required })),
});
