import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { renderToStaticMarkup } from 'react-dom/server';
import { z } from 'zod';
import { type ConsoleDeps, showConsole } from '#modules/accounts/index.ts';
import { parseCaseCode } from '#modules/cases/index.ts';
import { listServices } from '#modules/catalogue/index.ts';
import { todayOf } from '#platform/clock.ts';
import { showPhone } from '#platform/phone.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { fill, type Text } from '#platform/text.ts';
import { phoneReasons } from '../reasons.ts';
import { noteOnCase, recordAnswered } from '../record-outcome.ts';
import { suggestedFields } from '../rules/suggest.ts';
import { takeCase } from '../take-case.ts';
import { takesCalls } from './board-routes.tsx';
import { callerName } from './caller-words.ts';
import {
  type Asked,
  callBackNumber,
  chosenService,
  type Desk,
  guessInto,
  readDesk,
  type Typed,
} from './desk-facts.ts';
import { DeskPage } from './desk-page.tsx';
import { Questions } from './questions.tsx';
import { texts } from './texts.ts';

/** What a form sends: plain fields, none of them longer than a page; PostgreSQL keeps no NUL. */
const sentSchema = z.record(
  z.string(),
  z.string().transform((text) => text.replaceAll('\0', '').slice(0, 20_000)),
);
const readSent = (body: unknown): Typed => sentSchema.catch({}).parse(body ?? {});
const idSchema = z.uuid();
const newSchema = z.object({
  khach: z.string().default(''),
  so: z.string().default(''),
  ma: z.string().default(''),
});

type After = { refused?: Refused; typed?: Typed; guessed?: boolean };

/** The page of a call, what it can come to, and the same page without a call. */
export function deskRoutes(app: FastifyInstance, deps: ConsoleDeps): void {
  app.get('/bang/goi/moi', (request, reply) => showDesk(deps, request, reply, {}));
  app.post('/bang/goi/moi', (request, reply) => take(deps, request, reply));
  app.post('/bang/goi/doan', (request, reply) => answerGuess(deps, request, reply));
  app.get('/bang/goi/:id', (request, reply) => showDesk(deps, request, reply, {}));
  app.post('/bang/goi/:id', (request, reply) => take(deps, request, reply));
  app.post('/bang/goi/:id/ghi-chu', (request, reply) =>
    record(deps, request, reply, async (typed, wanted, desk) => {
      const all = [...desk.related.open, ...desk.related.atAddress, ...desk.related.recent];
      const caseOf = all.find(({ code }) => code === typed.case);
      await noteOnCase(deps, takesCalls(request), wanted, { caseOf, text: typed.note ?? '' });
    }),
  );
  app.post('/bang/goi/:id/da-tra-loi', (request, reply) =>
    record(deps, request, reply, (typed, wanted) =>
      recordAnswered(deps, takesCalls(request), wanted, typed.answered ?? ''),
    ),
  );
}

/** Which call and whom the address names; null call without one. */
function askedOf({ params, query, language }: FastifyRequest): Asked & { opened: string | null } {
  const { id } = z.object({ id: z.string().optional() }).parse(params ?? {});
  if (id !== undefined && !idSchema.safeParse(id).success) throw refuse(phoneReasons.call_not_found);
  const { khach, so, ma } = newSchema.catch({ khach: '', so: '', ma: '' }).parse(query);
  return { callId: id ?? null, customerCode: khach.trim(), phone: so, language, opened: parseCaseCode(ma) };
}

async function take(deps: ConsoleDeps, request: FastifyRequest, reply: FastifyReply) {
  const [actor, typed, { callId }] = [takesCalls(request), readSent(request.body), askedOf(request)];
  if (typed.do === 'guess') {
    const guessed = await guessInto(deps, actor, typed, request.language);
    return showDesk(deps, request, reply, { typed: guessed, guessed: true });
  }
  try {
    const requestId = idSchema.parse(typed.requestId);
    const { code } = await takeCase(deps, actor, { callId, requestId, typed });
    return reply.redirect(callId ? `/bang/goi/${callId}` : `/bang/goi/moi?ma=${code}`, 303);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason.status === 404) throw error;
    // What was missing is guessed meanwhile, and stands there to be looked at.
    const more = await guessInto(deps, actor, typed, request.language);
    return showDesk(deps, request, reply, { refused: error, typed: more });
  }
}

async function record(
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (typed: Typed, wanted: { callId: string; requestId: string }, desk: Desk) => Promise<void>,
) {
  const [actor, typed, asked] = [takesCalls(request), readSent(request.body), askedOf(request)];
  const desk = await readDesk(deps, actor, asked);
  if (!desk?.call) throw refuse(phoneReasons.call_not_found);
  try {
    await act(typed, { callId: desk.call.id, requestId: idSchema.parse(typed.requestId) }, desk);
    return reply.redirect(`/bang/goi/${desk.call.id}`, 303);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason.status === 404) throw error;
    const late: Typed =
      error.reason === phoneReasons.outcome_recorded ? { said: typed.note ?? typed.answered ?? '' } : {};
    return showDesk(deps, request, reply, { refused: error, typed: { ...typed, ...late } });
  }
}

async function showDesk(deps: ConsoleDeps, request: FastifyRequest, reply: FastifyReply, after: After) {
  const [actor, asked, { language }] = [takesCalls(request), askedOf(request), request];
  const { refused } = after;
  const desk = await readDesk(deps, actor, {
    ...asked,
    customerCode: after.typed?.customer ?? asked.customerCode,
  });
  if (!desk) throw refuse(phoneReasons.call_not_found);
  const blank = { ...firstTyped(desk), requestId: randomUUID() };
  const typed = { ...blank, ...(after.typed ?? (await guessInto(deps, actor, blank, language))) };
  const say = (reason: Text) => fill(reason[language], refused?.facts ?? {});
  const errors = Object.fromEntries(
    Object.entries(refused?.fields ?? {}).map(([name, reason]) => [name, say(reason)]),
  );
  // What was written for a call that somebody else has recorded meanwhile may still become a case.
  const action = desk.call && !desk.outcome ? `/bang/goi/${desk.call.id}` : '/bang/goi/moi';
  return showConsole(
    deps,
    request,
    reply,
    { title: titleOf(desk), ...(refused ? { status: refused.reason.status } : {}) },
    <DeskPage
      desk={desk}
      typed={typed}
      errors={errors}
      action={action}
      opened={desk.call ? null : asked.opened}
      refused={refused ? say(refused.reason) : null}
      guessed={after.guessed === true}
      language={language}
    />,
  );
}

function firstTyped({ call, phone, chosen }: Desk): Typed {
  const number = callBackNumber(call, phone);
  return { phone: number && showPhone(number), customer: chosen?.code ?? '' };
}

const titleOf = ({ call }: Desk): Text => {
  if (!call) return texts.no_call;
  const of = (language: 'vi' | 'en') =>
    fill(texts.call_from[language], { caller: callerName(call, language) });
  return { vi: of('vi'), en: of('en') };
};

/** For the script of the form: what is guessed from it as it stands, and the questions of the service. */
async function answerGuess(deps: ConsoleDeps, request: FastifyRequest, reply: FastifyReply) {
  const typed = await guessInto(deps, takesCalls(request), readSent(request.body), request.language);
  const services = await inScope(deps.db, takesCalls(request).scope, (trx) =>
    listServices(trx, todayOf(deps.clock)),
  );
  const definition = chosenService(services, typed)?.definition;
  const questions = (
    <Questions definition={definition} typed={typed} errors={{}} language={request.language} />
  );
  const names = suggestedFields.flatMap((name) => [name, `suggested_${name}`]);
  return reply.header('cache-control', 'no-store').send({
    values: Object.fromEntries(names.map((name) => [name, typed[name] ?? ''])),
    service: definition?.code ?? '',
    questions: renderToStaticMarkup(questions),
  });
}
