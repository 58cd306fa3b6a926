import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { rememberCase } from '#modules/cases/index.ts';
import { findService } from '#modules/catalogue/index.ts';
import { todayOf } from '#platform/clock.ts';
import { readForm, type SentForm } from '#platform/http/read-form.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { fill } from '#platform/text.ts';
import { showPortal } from '#ui/show-portal.tsx';
import { isConfirmed } from '../answer-page.ts';
import { beginDraft, type Draft, readDraft } from '../draft.ts';
import { intakeReasons } from '../reasons.ts';
import { findPage, firstOpen, type Page, pagesOf, slugOf } from '../rules/pages.ts';
import { sendDraft } from '../send-draft.ts';
import { texts } from '../texts.ts';
import { readPageFacts } from './page-facts.ts';
import { AskPage } from './pages.tsx';
import { type IntakeDeps, takeAnswer } from './take-answer.ts';

const cookie = 'yeu_cau';
const cookieOptions = {
  path: '/yeu-cau',
  httpOnly: true,
  sameSite: 'lax',
  signed: true,
  maxAge: 7 * 86_400,
} as const;

/** Asking for a service, one thing a page. The URL says which; the draft holds what was answered. */
export function intakeRoutes(app: FastifyInstance, deps: IntakeDeps): void {
  app.post('/yeu-cau/bat-dau/:service', async (request, reply) => {
    const { service } = z.object({ service: z.string() }).parse(request.params);
    const found = await inScope(deps.db, publicScope, (trx) =>
      findService(trx, service, todayOf(deps.clock)),
    );
    if (!found) throw refuse(intakeReasons.service_unknown);
    const id = await beginDraft(deps, found.id, request.language);
    const first = pagesOf(found.definition, {})[0] ?? { kind: 'place' };
    return reply
      .setCookie(cookie, id, { ...cookieOptions, secure: deps.secureCookies })
      .redirect(`/yeu-cau/${slugOf(first)}`, 303);
  });
  app.get('/yeu-cau/:page', async (request, reply) => {
    const draft = await draftOf(deps, request);
    const page = pageOf(draft, request);
    const open = firstOpen(draft.definition, standingOf(draft));
    if (page.kind === 'check' && open.kind !== 'check')
      return reply.redirect(`/yeu-cau/${slugOf(open)}`, 303);
    return show(deps, request, reply, draft, page, {}, null);
  });
  app.post('/yeu-cau/kiem-tra', async (request, reply) => {
    const draft = await draftOf(deps, request);
    const open = firstOpen(draft.definition, standingOf(draft));
    if (open.kind !== 'check') return reply.redirect(`/yeu-cau/${slugOf(open)}`, 303);
    const opened = await sendDraft(deps, draft);
    rememberCase(request, reply, opened.id, deps.secureCookies);
    return reply.redirect(`/ho-so/${opened.code}/bien-nhan`, 303);
  });
  app.post('/yeu-cau/:page', (request, reply) => answer(deps, request, reply));
}

async function answer(deps: IntakeDeps, request: FastifyRequest, reply: FastifyReply) {
  const draft = await draftOf(deps, request);
  const page = pageOf(draft, request);
  const form = await readForm(request, deps.files);
  try {
    const stay = await takeAnswer(deps, draft, page, form);
    if (stay) return reply.redirect(`/yeu-cau/${slugOf(page)}`, 303);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason.status === 503 || Object.keys(error.fields).length === 0)
      throw error;
    const fresh = { ...((await readDraft(deps.db, draft.id)) ?? draft), language: draft.language };
    return show(deps, request, reply, fresh, page, form, error);
  }
  const changed = (await readDraft(deps.db, draft.id)) ?? draft;
  return reply.redirect(`/yeu-cau/${slugOf(nextOf(changed, page))}`, 303);
}

/** After a new answer the request goes on; after one that was changed, to whatever is open now, at the latest the check. */
function nextOf(draft: Draft, page: Page): Page {
  const open = firstOpen(draft.definition, standingOf(draft));
  if (page.kind === 'confirm') return { kind: 'code' };
  const pages = pagesOf(draft.definition, draft.answers);
  const at = (wanted: Page) => pages.findIndex((each) => slugOf(each) === slugOf(wanted));
  const following = pages[at(page) + 1];
  const optional = following && at(following) < at(open) && !draft.answers.name;
  return optional ? following : open;
}

async function draftOf({ db }: IntakeDeps, request: FastifyRequest): Promise<Draft> {
  const signed = request.cookies[cookie]
    ? request.unsignCookie(request.cookies[cookie])
    : { valid: false, value: null };
  const draft = signed.valid && signed.value ? await readDraft(db, signed.value) : undefined;
  if (!draft) throw refuse(intakeReasons.draft_gone);
  // The reader may change language on the way; the case is then told in the last one.
  return { ...draft, language: request.language };
}

function pageOf(draft: Draft, request: FastifyRequest): Page {
  const { page } = z.object({ page: z.string() }).parse(request.params);
  const found =
    findPage(pagesOf(draft.definition, draft.answers), page) ?? findPage([{ kind: 'district' }], page);
  if (!found) throw refuse(intakeReasons.draft_gone);
  return found;
}

const standingOf = (draft: Draft) => ({
  answers: draft.answers,
  documents: draft.documents,
  confirmed: isConfirmed(draft),
});

async function show(
  deps: IntakeDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  draft: Draft,
  page: Page,
  form: Partial<SentForm>,
  refused: Refused | null,
) {
  const { language } = request;
  const facts = await readPageFacts(deps.db, draft, todayOf(deps.clock));
  const errors = Object.fromEntries(
    Object.entries(refused?.fields ?? {}).map(([name, reason]) => [
      name,
      fill(reason[language], refused?.facts ?? {}),
    ]),
  );
  const typed = { ...draft.answers, ...form.fields };
  return showPortal(
    deps,
    request,
    reply,
    {
      title: `${refused ? `${texts.errors[language]}: ` : ''}${draft.definition.name[language]}`,
      ...(refused ? { status: 422 } : {}),
    },
    <AskPage
      draft={draft}
      page={page}
      facts={facts}
      language={language}
      errors={errors}
      typed={typed}
      demo={deps.demo}
    />,
  );
}
