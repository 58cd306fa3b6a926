import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import { acting, parseCaseCode, readCaseRow, showCaseCode } from '#modules/cases/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import { readForm, type SentForm } from '#platform/http/read-form.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { fill, storable } from '#platform/text.ts';
import { putAddress } from '../queries-bodies.ts';
import { agencyReasons } from '../reasons.ts';
import { bodiesOf, mayAddress, maySeeBodies, readBodiesPage } from './bodies-facts.ts';
import { BodiesPage } from './bodies-page.tsx';
import { BodySection, formOf } from './body-section.tsx';
import { readBodySteps } from './read-bodies.ts';
import { t } from './texts.ts';
import { type UnitAct, unitActs } from './unit-acts.ts';

type Deps = ConsoleDeps & { files: FileStore };

/** What the unit does about State bodies: on each step of a case that lies with one, and where letters to them go. */
export function unitBodyRoutes(app: FastifyInstance, deps: Deps): void {
  for (const act of unitActs)
    app.post(`/bang/ho-so/:code/co-quan/:task/${act.slug}`, async (request, reply) => {
      const { code, task } = placeOf(request);
      const form = await readForm(request, deps.files);
      try {
        await perform(deps, request, act, { code, task }, form);
      } catch (error) {
        if (!(error instanceof Refused) || [404, 503].includes(error.reason.status)) throw error;
        return showRefused(deps, request, reply, { code, task }, act, error, form);
      }
      return reply.redirect(`/bang/ho-so/${code}#co-quan`, 303);
    });
  app.get('/bang/co-quan', (request, reply) => showBodies(deps, request, reply, null));
  app.post('/bang/co-quan/:body', (request, reply) => saveAddress(deps, request, reply));
}

type Place = { code: string; task: string };

function placeOf({ params }: FastifyRequest): Place {
  const read = z.object({ code: z.string(), task: z.uuid() }).safeParse(params);
  const code = read.success ? parseCaseCode(read.data.code) : null;
  if (!read.success || !code) throw refuse(acting.caseReasons.case_not_found);
  return { code, task: read.data.task };
}

async function perform(deps: Deps, request: FastifyRequest, act: UnitAct, place: Place, form: SentForm) {
  const [refusedFile] = Object.values(form.refusedFiles);
  if (refusedFile) throw refusedFile;
  const requestId = z.uuid().catch(randomUUID()).parse(form.fields.requestId);
  const papers = form.files.map(({ name, sha256, mime, bytes }) => ({
    name,
    sha256,
    mime,
    bytes,
    kind: 'supplement',
  }));
  const typed = (name: string) => storable(form.fields[name] ?? '');
  await act.run(
    deps,
    signedInAs(request),
    { code: place.code, taskId: place.task, requestId },
    typed,
    papers,
  );
}

/** The bodies of the case again, with the form that was refused standing open. */
async function showRefused(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { code, task }: Place,
  act: UnitAct,
  refused: Refused,
  form: SentForm,
) {
  const { language } = request;
  const actor = signedInAs(request);
  const now = deps.clock.now();
  const steps = await inScope(deps.db, actor.scope, async (trx) => {
    const row = await readCaseRow(trx, code);
    return row ? readBodySteps(trx, actor, row.id, now) : [];
  });
  if (steps.length === 0) throw refused;
  const failed = { slug: formOf(act.slug, task), refused, typed: form.fields };
  const page = (
    <>
      <p>
        <a href={`/bang/ho-so/${code}`}>{fill(t.back[language], { code: showCaseCode(code) })}</a>
      </p>
      <div className="notice bad" role="alert" tabIndex={-1}>
        <p>
          <b>{t.not_saved[language]}.</b> {fill(refused.reason[language], refused.facts)}
        </p>
      </div>
      <BodySection {...{ steps, language, now, failed }} />
    </>
  );
  return showConsole(deps, request, reply, { title: t.section, status: refused.reason.status }, page);
}

type Wrong = { code: string; words: string; typed: string };

async function showBodies(deps: Deps, request: FastifyRequest, reply: FastifyReply, wrong: Wrong | null) {
  const actor = signedInAs(request);
  if (!maySeeBodies(actor)) throw refuse(agencyReasons.not_for_you);
  const { language } = request;
  const bodies = await inScope(deps.db, actor.scope, (trx) => readBodiesPage(trx, actor, deps.clock.now()));
  const { xong } = z.object({ xong: z.string().optional() }).catch({}).parse(request.query);
  const saved = bodies.find(({ unit }) => unit.code === xong)?.unit.name[language];
  const done = saved && !wrong ? fill(t.saved[language], { body: saved }) : null;
  const page = <BodiesPage {...{ bodies, done, wrong, language }} mayWrite={mayAddress(actor)} />;
  return showConsole(deps, request, reply, { title: t.bodies_title, status: wrong ? 422 : 200 }, page);
}

/** From today on; what was written to before keeps where it went. */
async function saveAddress(deps: Deps, request: FastifyRequest, reply: FastifyReply) {
  const actor = signedInAs(request);
  if (!mayAddress(actor)) throw refuse(agencyReasons.not_for_you);
  const { body } = z.object({ body: z.string() }).parse(request.params);
  const sent = z
    .object({ email: z.string().max(300).catch('') })
    .catch({ email: '' })
    .parse(request.body);
  const email = storable(sent.email).trim().toLowerCase();
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    const words = agencyReasons.email_wrong[request.language];
    return showBodies(deps, request, reply, { code: body, words, typed: sent.email });
  }
  const now = deps.clock.now();
  await inScope(deps.db, actor.scope, async (trx) => {
    if (!(await bodiesOf(trx, actor, now)).some(({ code }) => code === body))
      throw refuse(agencyReasons.body_unknown);
    await putAddress(trx, { unit_code: body, valid_from: dayAt(now), email, source: actor.name });
  });
  return reply.redirect(`/bang/co-quan?xong=${body}`, 303);
}
