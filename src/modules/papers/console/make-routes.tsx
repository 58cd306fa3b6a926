import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { showConsole, signedInAs } from '#modules/accounts/index.ts';
import { type CaseView, caseReasons, codeOf, readCase } from '#modules/cases/index.ts';
import { listPaperTemplates } from '#modules/catalogue/index.ts';
import { todayOf } from '#platform/clock.ts';
import { inScope, type Trx } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { makePaper } from '../make-paper.ts';
import { listPapersOf } from '../queries.ts';
import { errorsOf } from '../refused-fields.ts';
import { texts as t } from '../texts.ts';
import { barredFrom } from '../who-may.ts';
import type { PaperConsoleDeps } from './deps.ts';
import { MakePage } from './make-page.tsx';

const typedSchema = z.record(z.string(), z.string().catch('')).catch({});
const seenSchema = z.coerce.number().int().min(1).optional().catch(undefined);

/** Making a paper: a page for the choice and its fields, and the act behind it. */
export function makeRoutes(app: FastifyInstance, deps: PaperConsoleDeps): void {
  app.get('/bang/ho-so/:code/van-ban', (request, reply) => {
    const { mau } = z.object({ mau: z.string().optional() }).catch({}).parse(request.query);
    return show(deps, request, reply, mau, {}, null);
  });
  app.post('/bang/ho-so/:code/van-ban', async (request, reply) => {
    const typed = typedSchema.parse(request.body ?? {});
    const code = codeOf(request);
    try {
      const { paperId } = await makePaper(deps, signedInAs(request), {
        code,
        requestId: z.uuid().catch(randomUUID()).parse(typed.requestId),
        seenVersion: seenSchema.parse(typed.seen),
        template: typed.template ?? '',
        fields: fieldsIn(typed),
        reason: typed.reason,
      });
      return reply.redirect(`/bang/ho-so/${code}/van-ban/${paperId}?xong=lap`, 303);
    } catch (error) {
      if (!(error instanceof Refused) || error.reason.status === 404) throw error;
      return show(deps, request, reply, typed.template, typed, error);
    }
  });
}

/** What a template asks stands apart from the fields of the form itself. */
const fieldsIn = (typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (name.startsWith('f.') ? [[name.slice(2), value]] : [])),
  );

async function show(
  deps: PaperConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  wanted: string | undefined,
  typed: Readonly<Record<string, string>>,
  refused: Refused | null,
): Promise<FastifyReply> {
  const actor = signedInAs(request);
  const { language } = request;
  const code = codeOf(request);
  const facts = await inScope(deps.db, actor.scope, (trx) => read(trx, code, todayOf(deps.clock)));
  const { view, templates, papers } = facts;
  const chosen = templates.find((template) => template.code === wanted);
  const before = papers.find(({ kind, state }) => kind === chosen?.kind && state !== 'void');
  const inForm = new Set(chosen?.fields.map(({ name }) => name));
  const errors = Object.entries(errorsOf(refused, language, 'make')).map(([name, words]) => [
    inForm.has(name) ? `f.${name}` : name,
    words,
  ]);
  const page = (
    <MakePage
      code={code}
      version={view.version}
      templates={templates}
      chosen={chosen}
      before={before?.number ?? null}
      barred={barredFrom(actor, view, 'make_paper')}
      typed={refused ? typed : answersOf(view)}
      errors={Object.fromEntries(errors)}
      language={language}
    />
  );
  return showConsole(deps, request, reply, { title: t.make, status: refused?.reason.status }, page);
}

async function read(trx: Trx, code: string, today: string) {
  const view = await readCase(trx, code);
  if (!view) throw refuse(caseReasons.case_not_found);
  const templates = (await listPaperTemplates(trx, view.service.group, today)).map((one) => one.definition);
  return { view, templates, papers: await listPapersOf(trx, view.id) };
}

/** What the customer answered already is not asked again: a field of the same name begins with it. */
function answersOf({ details }: CaseView): Record<string, string> {
  const answers = z.record(z.string(), z.unknown()).catch({}).parse(details);
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [`f.${name}`, String(value ?? '')]),
  );
}
