import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ownCase, parseCaseCode } from '#modules/cases/index.ts';
import { refuse } from '#platform/refused.ts';
import { type PortalPages, showPortal } from '#ui/show-portal.tsx';
import { checkPaper } from '../papers/check-paper.ts';
import { drawPaper, paperKinds } from '../papers/draw-paper.ts';
import { checkRegister } from '../papers/register.ts';
import { dossierReasons } from '../reasons.ts';
import { type DossierDeps, registerDossier } from '../register-dossier.ts';
import { CheckPage, checkTexts } from './check-page.tsx';

type Deps = DossierDeps & PortalPages & { url: string };

const word = z.string().max(200).default('').catch('');
const querySchema = z.object({
  ma: word,
  'su-kien': z.coerce.number().int().catch(0),
  chung: word,
  loai: word,
  'trung-tam': word,
  tu: word,
  den: word,
});

/** What a customer has of a dossier: their receipt as PDF, and for everybody the page to which the code of a paper leads. */
export function dossierPortalRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/ho-so/:code/giay-tiep-nhan.pdf', async (request, reply) => {
    const own = await ownCase(deps.db, request);
    const { code } = z.object({ code: z.string() }).parse(request.params);
    if (!own) return reply.redirect(`/theo-doi?ma=${parseCaseCode(code) ?? ''}`, 303);
    const [dossier, kind] = [await registerDossier(deps, own.view.id), paperKinds['giay-tiep-nhan']];
    if (!dossier || !kind) throw refuse(dossierReasons.dossier_not_found);
    const pdf = await drawPaper(deps.db, own.actor.scope, own.view.id, kind, deps.url);
    reply.type('application/pdf').header('content-disposition', `inline; filename="${dossier.code}.pdf"`);
    return reply
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .send(pdf);
  });
  app.get('/kiem-tra-giay', async (request, reply) => {
    const {
      ma,
      'su-kien': seq,
      chung,
      loai,
      'trung-tam': centre,
      tu: from,
      den: to,
    } = querySchema.parse(request.query);
    const checked = centre
      ? await checkPeriod({ centre, from, to }, chung)
      : await checkPaper(deps.db, ma, seq, chung, loai);
    const content = <CheckPage checked={checked} language={request.language} />;
    return showPortal(deps, request, reply, { title: checkTexts.title }, content);
  });

  async function checkPeriod(period: { centre: string; from: string; to: string }, digest: string) {
    const real = [period.from, period.to].every((day) => z.iso.date().safeParse(day).success);
    return real && (await checkRegister(deps, period, digest))
      ? ('register' as const)
      : { genuine: false as const };
  }
}
