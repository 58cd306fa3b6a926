import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { z } from 'zod';
import { readDerivation } from '#modules/deadlines/index.ts';
import { readForm, type SentForm } from '#platform/http/read-form.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { fill } from '#platform/text.ts';
import { showPortal } from '#ui/show-portal.tsx';
import { checkReceipt } from '../check-receipt.ts';
import { caseReasons } from '../reasons.ts';
import { showCaseCode } from '../rules/code.ts';
import { CustomerCasePage } from './case-page.tsx';
import { customerActs } from './customer-acts.ts';
import type { CasePortalDeps } from './deps.ts';
import { followRoutes } from './follow-routes.tsx';
import { codeOf, type Own, ownCase, ownProgress } from './own-case.ts';
import { CheckReceiptPage, ReceiptPage } from './receipt-page.tsx';
import { texts } from './texts.ts';

/** Following a case: its page, its receipt, its papers, and what its customer may do. */
export function casePortalRoutes(app: FastifyInstance, deps: CasePortalDeps): void {
  followRoutes(app, deps);
  app.get('/ho-so/:code', (request, reply) =>
    withOwn(deps, request, reply, (own) => show(deps, request, reply, own, null, null)),
  );
  app.get('/ho-so/:code/bien-nhan', (request, reply) =>
    withOwn(deps, request, reply, async ({ view }) => {
      const check = `${deps.url}/kiem-tra-bien-nhan?ma=${view.code}&chung=${view.receiptHash}`;
      const qr = `data:image/svg+xml;base64,${Buffer.from(await QRCode.toString(check, { type: 'svg', margin: 2 })).toString('base64')}`;
      return showPortal(
        deps,
        request,
        reply,
        { title: texts.receipt },
        <ReceiptPage view={view} qr={qr} language={request.language} />,
      );
    }),
  );
  app.get('/ho-so/:code/tep/:document', (request, reply) =>
    withOwn(deps, request, reply, (own) => sendPaper(deps, request, reply, own)),
  );
  app.get('/kiem-tra-bien-nhan', async (request, reply) => {
    const typed = z
      .object({ ma: z.string().default(''), chung: z.string().default('') })
      .catch({ ma: '', chung: '' })
      .parse(request.query);
    const checked = typed.ma === '' ? null : await checkReceipt(deps.db, typed.ma, typed.chung);
    return showPortal(
      deps,
      request,
      reply,
      { title: texts.check_title },
      <CheckReceiptPage language={request.language} typed={typed} checked={checked} />,
    );
  });
  for (const slug of Object.keys(customerActs))
    app.post(`/ho-so/:code/${slug}`, (request, reply) =>
      withOwn(deps, request, reply, (own) => act(deps, request, reply, own, slug)),
    );
}

/** Whoever has not shown that the case is theirs is asked for code and phone, and comes back. */
async function withOwn(
  deps: CasePortalDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (own: Own) => Promise<FastifyReply>,
) {
  const own = await ownCase(deps.db, request);
  return own ? work(own) : reply.redirect(`/theo-doi?ma=${codeOf(request)}`, 303);
}

async function act(
  deps: CasePortalDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  own: Own,
  slug: string,
): Promise<FastifyReply> {
  const form = await readForm(request, deps.files);
  try {
    const refusedFile = Object.values(form.refusedFiles)[0];
    if (refusedFile) throw refuse(refusedFile.reason, refusedFile.facts, { files: refusedFile.reason });
    const requestId = z.uuid().catch(randomUUID()).parse(form.fields.requestId);
    await customerActs[slug]?.run(deps, own.actor, { code: own.view.code, requestId }, form);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason.status === 503) throw error;
    const fresh = (await ownCase(deps.db, request)) ?? own;
    return show(deps, request, reply, fresh, form, error);
  }
  return reply.redirect(`/ho-so/${own.view.code}?xong=${slug}`, 303);
}

async function show(
  deps: CasePortalDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { view, actor }: Own,
  form: SentForm | null,
  refused: Refused | null,
): Promise<FastifyReply> {
  const { language } = request;
  const { xong } = z.object({ xong: z.string().optional() }).catch({}).parse(request.query);
  const fields = refused
    ? Object.keys(refused.fields).length > 0
      ? refused.fields
      : { main: refused.reason }
    : {};
  const errors = Object.fromEntries(
    Object.entries(fields).map(([name, reason]) => [name, fill(reason[language], refused?.facts ?? {})]),
  );
  const ids = { supplement: randomUUID(), message: randomUUID(), withdraw: randomUUID(), rate: randomUUID() };
  const done = refused || !xong ? null : (customerActs[xong]?.done[language] ?? null);
  const papers = await inScope(deps.db, actor.scope, (trx) => deps.papersOnCase(trx, view, language));
  const bodies = await inScope(deps.db, actor.scope, (trx) =>
    deps.atBodies.section(trx, view.id, language, form?.fields ?? {}),
  );
  const page = {
    view,
    bodies,
    papers,
    progress: await ownProgress(deps.db, view, deps.clock.now()),
    dossier: await deps.onCustomersPage?.(view.id, language),
    derivation: readDerivation(view.due_derivation),
    language,
    now: deps.clock.now(),
    errors,
    typed: form?.fields ?? {},
    done,
    requestIds: ids,
  };
  const title = `${showCaseCode(view.code)} ${view.service.name[language]}`;
  return showPortal(
    deps,
    request,
    reply,
    { title, ...(refused ? { status: refused.reason.status } : {}) },
    <CustomerCasePage {...page} />,
  );
}

async function sendPaper(
  deps: CasePortalDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { view }: Own,
): Promise<FastifyReply> {
  const { document } = z.object({ document: z.string() }).parse(request.params);
  const paper = view.documents.find(({ id }) => id === document);
  if (!paper) throw refuse(caseReasons.case_not_found);
  reply
    .type(paper.mime)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(paper.name)}`);
  return reply.header('cache-control', 'private, no-store').send(await deps.files.read(paper.sha256));
}
