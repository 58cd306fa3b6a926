import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { codeOf, type Own, ownCase } from '#modules/cases/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { type PortalPages, showPortal } from '#ui/show-portal.tsx';
import type { SigningDeps } from '../deps.ts';
import { readCodeSent } from '../queries.ts';
import { readPaper } from '../read-paper.ts';
import { paperReasons } from '../reasons.ts';
import { errorsOf } from '../refused-fields.ts';
import { sendPdf } from '../send-pdf.ts';
import { contactsOf, sendSigningCode, signByCustomer } from '../sign-by-customer.ts';
import { SignPage } from './sign-page.tsx';
import { texts as t } from './texts.ts';

export type PaperPortalDeps = SigningDeps & PortalPages;

const form = z.object({
  contact: z.string().max(20).catch('').default(''),
  code: z.string().max(40).catch('').default(''),
  requestId: z.uuid().optional().catch(undefined),
});
const codeLives = 10 * 60_000;

/** Reading and signing a paper of one's own case. */
export function signRoutes(app: FastifyInstance, deps: PaperPortalDeps): void {
  const address = '/ho-so/:code/van-ban/:id';
  app.get(address, (request, reply) =>
    withOwn(deps, request, reply, (own) => show(deps, request, reply, own, null)),
  );
  app.get(`${address}/tep`, (request, reply) =>
    withOwn(deps, request, reply, async (own) => {
      const paper = await needPaper(deps, request, own);
      return sendPdf(deps.files, reply, paper.row);
    }),
  );
  const on = (
    slug: string,
    otherwise: string,
    work: (own: Own, request: FastifyRequest) => Promise<unknown>,
  ) =>
    app.post(`${address}/${slug}`, (request, reply) =>
      withOwn(deps, request, reply, async (own) => {
        try {
          await work(own, request);
        } catch (error) {
          if (!(error instanceof Refused) || error.reason.status === 404) throw error;
          return show(deps, request, reply, own, { refused: error, otherwise });
        }
        return reply.redirect(`/ho-so/${own.view.code}/van-ban/${idOf(request)}`, 303);
      }),
    );
  on('gui-ma', 'contact', ({ actor, view }, request) => {
    const { contact } = form.parse(request.body ?? {});
    const asked = { code: view.code, paperId: idOf(request), contact, language: request.language };
    return sendSigningCode(deps, actor, asked);
  });
  on('ky', 'code', ({ actor, view }, request) => {
    const { code, requestId = randomUUID() } = form.parse(request.body ?? {});
    return signByCustomer(deps, actor, {
      code: view.code,
      requestId,
      paperId: idOf(request),
      typedCode: code,
    });
  });
}

const idOf = ({ params }: FastifyRequest): string => {
  const { data } = z.object({ id: z.uuid() }).safeParse(params);
  if (!data) throw refuse(paperReasons.paper_not_found);
  return data.id;
};

async function withOwn(
  deps: PaperPortalDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (own: Own) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const own = await ownCase(deps.db, request);
  return own ? work(own) : reply.redirect(`/theo-doi?ma=${codeOf(request)}`, 303);
}

async function needPaper(deps: PaperPortalDeps, request: FastifyRequest, { actor, view }: Own) {
  const paper = await inScope(deps.db, actor.scope, (trx) => readPaper(trx, idOf(request)));
  if (paper?.row.case_id !== view.id) throw refuse(paperReasons.paper_not_found);
  return paper;
}

async function show(
  deps: PaperPortalDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  own: Own,
  failed: { refused: Refused; otherwise: string } | null,
): Promise<FastifyReply> {
  const { language } = request;
  const paper = await needPaper(deps, request, own);
  const sent = await inScope(deps.db, own.actor.scope, (trx) => readCodeSent(trx, paper.row.id));
  const usable = sent && deps.clock.now().getTime() - sent.sent_at.getTime() < codeLives;
  const page = (
    <SignPage
      paper={paper}
      code={own.view.code}
      contacts={contactsOf(own.view)}
      sentTo={usable ? sent.contact : null}
      requestId={form.parse(request.body ?? {}).requestId ?? randomUUID()}
      language={language}
      errors={errorsOf(failed?.refused ?? null, language, failed?.otherwise ?? 'code')}
    />
  );
  const status = failed?.refused.reason.status ?? 200;
  return showPortal(deps, request, reply, { title: t.title, status }, page);
}
