import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { showConsole, signedInAs } from '#modules/accounts/index.ts';
import { closeCase, parseCaseCode } from '#modules/cases/index.ts';
import { Refused, refuse } from '#platform/refused.ts';
import type { DossierConsoleDeps } from '../deps.ts';
import { followCase } from '../follow-case.ts';
import { drawPaper, paperKinds } from '../papers/draw-paper.ts';
import { reappoint } from '../reappoint.ts';
import { dossierReasons } from '../reasons.ts';
import { sendPdf } from '../send-pdf.ts';
import { readDossier } from './dossier-facts.ts';
import { DossierPage, type Failed } from './dossier-page.tsx';
import { texts } from './texts.ts';

const codeOf = ({ params }: FastifyRequest): string => {
  const code = parseCaseCode(z.object({ code: z.string() }).parse(params).code);
  if (!code) throw refuse(dossierReasons.dossier_not_found);
  return code;
};
const words = z
  .string()
  .default('')
  .catch('')
  .transform((typed) => typed.replaceAll('\0', ''));
const typedSchema = z.object({
  requestId: z.uuid().catch(() => randomUUID()),
  until: words,
  reason: words,
  note: words,
});

/** /bang/ho-so/…/mot-cua: the dossier of a case, its papers, and what the desk does with it. */
export function dossierRoutes(app: FastifyInstance, deps: DossierConsoleDeps): void {
  app.get('/bang/ho-so/:code/mot-cua', (request, reply) => show(deps, request, reply, null));
  app.get('/bang/ho-so/:code/mot-cua/:paper', async (request, reply) => {
    const actor = signedInAs(request);
    const { paper } = z.object({ paper: z.string() }).parse(request.params);
    const kind = paperKinds[paper.replace(/\.pdf$/, '')];
    if (!kind) throw refuse(dossierReasons.paper_not_due);
    const { caseId, dossier } = await readDossier(deps, actor, codeOf(request));
    const pdf = await drawPaper(deps.db, actor.scope, caseId, kind, deps.url);
    return sendPdf(reply, pdf, `${dossier.code} ${paper}`);
  });
  app.post('/bang/ho-so/:code/mot-cua/hen-lai', (request, reply) =>
    act(deps, request, reply, 'hen-lai', (typed, code) =>
      reappoint(deps, signedInAs(request), { code, ...typed }),
    ),
  );
  app.post('/bang/ho-so/:code/mot-cua/tra-ket-qua', (request, reply) =>
    act(deps, request, reply, 'tra-ket-qua', (typed, code) =>
      closeCase(deps, signedInAs(request), { code, requestId: typed.requestId, note: typed.note }),
    ),
  );
}

type Typed = z.infer<typeof typedSchema>;

async function act(
  deps: DossierConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  slug: string,
  work: (typed: Typed, code: string) => Promise<unknown>,
): Promise<FastifyReply> {
  const [code, typed] = [codeOf(request), typedSchema.parse(request.body ?? {})];
  const { caseId } = await readDossier(deps, signedInAs(request), code);
  try {
    await work(typed, code);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason.status === 404) throw error;
    return show(deps, request, reply, { refused: error, typed });
  }
  await followCase(deps, caseId);
  return reply.redirect(`/bang/ho-so/${code}/mot-cua?xong=${slug}`, 303);
}

async function show(
  deps: DossierConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  failed: Failed | null,
) {
  const view = await readDossier(deps, signedInAs(request), codeOf(request));
  const { xong } = z.object({ xong: z.string().optional() }).catch({}).parse(request.query);
  const done =
    xong === 'hen-lai' ? texts.done_reappoint : xong === 'tra-ket-qua' ? texts.done_hand_over : null;
  const page = {
    language: request.language,
    view,
    requestId: randomUUID(),
    failed,
    done: failed ? null : done,
  };
  const title = { title: texts.dossier, ...(failed ? { status: failed.refused.reason.status } : {}) };
  return showConsole(deps, request, reply, title, <DossierPage {...page} />);
}
