import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import { openCase } from '#modules/cases/index.ts';
import { findServices, listServices, type ServiceVersion } from '#modules/catalogue/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { todayOf } from '#platform/clock.ts';
import type { FileStore } from '#platform/files/index.ts';
import { readForm } from '#platform/http/read-form.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import type { DraftDocument } from '../draft.ts';
import { intakeReasons } from '../reasons.ts';
import { mayServe } from '../rules/counter.ts';
import { ChoosePage } from './choose-page.tsx';
import { type CounterFacts, lookUp, readCounterFacts } from './counter-facts.ts';
import { FormPage } from './form-page.tsx';
import type { FormProps, Found } from './form-props.ts';
import { keepPapers, keptPapers } from './kept-papers.ts';
import { mistakes } from './mistakes.ts';
import { type Typed, takeForm } from './take-form.ts';
import { texts } from './texts.ts';

export type CounterDeps = ConsoleDeps & {
  files: FileStore;
  /** What a desk of the State does with a case at once: gives it the dossier code that stands on the receipt. */
  registerAtDesk?(caseId: string): Promise<unknown>;
};

/** The counter: staff enter for the person before them. The service stands in the address, the rest on one page. */
export function counterRoutes(app: FastifyInstance, deps: CounterDeps): void {
  app.get('/bang/quay', (request, reply) => choose(deps, request, reply));
  app.get('/bang/quay/:service', async (request, reply) => {
    const { actor, facts } = await atCounter(deps, request);
    const { ma = '' } = querySchema.parse(request.query);
    const found = ma === '' ? null : await prefill(deps, actor, facts, { customer_code: ma });
    return show(deps, request, reply, {
      facts,
      requestId: randomUUID(),
      typed: found?.typed ?? {},
      found: found?.found ?? null,
      documents: [],
      errors: {},
    });
  });
  app.post('/bang/quay/:service', (request, reply) => take(deps, request, reply));
}

const querySchema = z
  .object({ tim: z.string().max(300), ma: z.string().max(40) })
  .partial()
  .catch({});

function serving(request: FastifyRequest): Actor {
  const actor = signedInAs(request);
  if (!mayServe(actor)) throw refuse(intakeReasons.counter_not_yours);
  return actor;
}

async function choose(deps: CounterDeps, request: FastifyRequest, reply: FastifyReply) {
  const actor = serving(request);
  const { tim = '', ma = '' } = querySchema.parse(request.query);
  const services = await inScope(deps.db, actor.scope, (trx) => listServices(trx, todayOf(deps.clock)));
  const one = named(services, tim);
  if (one)
    return reply.redirect(
      `/bang/quay/${one.definition.code}${ma ? `?${new URLSearchParams({ ma })}` : ''}`,
      303,
    );
  const content = (
    <ChoosePage
      services={services}
      found={findServices(services, tim)}
      typed={{ tim, ma }}
      language={request.language}
    />
  );
  return showConsole(deps, request, reply, { title: texts.title }, content);
}

/** A number or a code names one service: whoever knows it goes straight on. */
const named = (services: readonly ServiceVersion[], typed: string): ServiceVersion | undefined =>
  services.find(({ definition }) => [definition.code, String(definition.number)].includes(typed.trim()));

async function atCounter(deps: CounterDeps, request: FastifyRequest) {
  const actor = serving(request);
  const { service } = z.object({ service: z.string() }).parse(request.params);
  return { actor, facts: await readCounterFacts(deps.db, actor, service, todayOf(deps.clock)) };
}

type Filled = { typed: Typed; found: Found };

/** What the utility knows of the customer goes into the fields that are still empty. */
async function prefill(deps: CounterDeps, actor: Actor, facts: CounterFacts, typed: Typed): Promise<Filled> {
  if (!facts.seesCustomers || !typed.customer_code?.trim()) return { typed, found: null };
  const customer = await lookUp(deps.db, actor, typed.customer_code);
  if (!customer) return { typed, found: { name: null } };
  const known: Typed = {
    name: customer.name,
    address: customer.address,
    phone: customer.phones[0] ?? '',
    email: customer.emails[0] ?? '',
  };
  const empty = Object.entries(known).filter(([name]) => !typed[name]?.trim());
  return { typed: { ...typed, ...Object.fromEntries(empty) }, found: { name: customer.name } };
}

async function take(deps: CounterDeps, request: FastifyRequest, reply: FastifyReply) {
  const { actor, facts } = await atCounter(deps, request);
  const form = await readForm(request, deps.files);
  const { language } = request;
  const typed = withoutNul(form.fields);
  const requestId = z
    .uuid()
    .catch(() => randomUUID())
    .parse(typed.requestId);
  const draft = { requestId, staffId: actor.id, serviceVersionId: facts.service.id, language };
  const arrived = form.files.map(({ field, ...file }) => ({ ...file, kind: field.replace(/^file\./, '') }));
  const kept = without(await keptPapers(deps, draft), typed.remove);
  const documents = joined(kept, arrived);
  const page = { facts, requestId, documents, typed, found: null, errors: {} };
  if (typed.do === 'lookup' || typed.remove) {
    await keepPapers(deps, draft, documents);
    return show(deps, request, reply, { ...page, ...(await prefill(deps, actor, facts, typed)) });
  }
  const wrong = mistakes(language);
  for (const [field, why] of Object.entries(form.refusedFiles))
    wrong.add(new Refused(why.reason, why.facts, { [field]: why.reason }));
  const taken = await takeForm(
    deps.db,
    { facts, typed, documents },
    { ...draft, today: todayOf(deps.clock) },
  );
  if (taken.ok && wrong.none())
    try {
      const { id, code } = await openCase(deps, actor, taken.request);
      if (taken.request.channel === 'administration_centre') await deps.registerAtDesk?.(id);
      return reply.redirect(`/bang/ho-so/${code}/bien-nhan?moi=1`, 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      wrong.add(error, 'form');
    }
  await keepPapers(deps, draft, documents);
  const errors = { ...(taken.ok ? {} : taken.errors), ...wrong.errors };
  return show(deps, request, reply, { ...page, errors });
}

/** More than a case takes at once, so that what is too much is refused aloud and taken out by hand. */
const mostKept = 40;
const joined = (kept: DraftDocument[], arrived: DraftDocument[]): DraftDocument[] => {
  const isNew = (paper: DraftDocument) =>
    !kept.some(({ kind, sha256 }) => kind === paper.kind && sha256 === paper.sha256);
  return [...kept, ...arrived.filter(isNew)].slice(0, mostKept);
};
const without = (documents: DraftDocument[], removed: string | undefined): DraftDocument[] =>
  documents.filter(({ kind, sha256 }) => `${kind}:${sha256}` !== removed);
/** PostgreSQL keeps no NUL, and nobody types one. */
const withoutNul = (fields: Typed): Typed =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.replaceAll('\0', '')]));

type Shown = Omit<FormProps, 'language'>;

function show(deps: CounterDeps, request: FastifyRequest, reply: FastifyReply, shown: Shown) {
  const { language } = request;
  const status = Object.keys(shown.errors).length > 0 ? 422 : 200;
  const { name } = shown.facts.service.definition;
  return showConsole(
    deps,
    request,
    reply,
    { title: name, status },
    <FormPage {...shown} language={language} />,
  );
}
