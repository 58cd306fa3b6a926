import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import { caseApi } from '#modules/cases/index.ts';
import { iso, isoOrNull, moment, textShape } from '#platform/http/api/fields.ts';
import { refuse } from '#platform/refused.ts';
import { type DossierView, readDossier } from '../console/dossier-facts.ts';
import { followPortal } from '../follow-portal.ts';
import { drawPaper, ofColleagues, paperKinds } from '../papers/draw-paper.ts';
import { reappoint } from '../reappoint.ts';
import { dossierReasons } from '../reasons.ts';
import type { DossierDeps } from '../register-dossier.ts';
import { sendPdf } from '../send-pdf.ts';
import { statusName } from '../texts.ts';

type Deps = DossierDeps & { url: string };
const tags = ['dossiers'];
const { act } = caseApi;

const dossierShape = z
  .object({
    code: z.string().describe('By Circular 01/2018/TT-VPCP'),
    centre: z.object({ code: z.string(), name: textShape }),
    status: z.object({ number: z.int(), name: textShape, at: moment }),
    receivedOn: z.string(),
    appointmentAt: moment.nullable(),
    reappointmentAt: moment.nullable().describe('The new date, where an apology was given'),
    onTime: z.boolean().nullable().describe('As of now, by Decision 766/QĐ-TTg'),
    openDifferences: z.int().describe('Where the portal and we differ, and nobody has decided yet'),
    papers: z.array(z.object({ slug: z.string(), name: textShape })),
  })
  .meta({ id: 'Dossier' });

const acts = [
  act(
    'follow-portal',
    'followPortal',
    'What only the State’s desk can say: it took the dossier (2), asks for fees (6), was paid (4)',
    { status: z.union([z.literal(2), z.literal(4), z.literal(6)]) },
    (d, a, r, b) => followPortal(d, a, { ...r, ...b }),
  ),
  act(
    'reappoint',
    'reappoint',
    'An apology with a new date for the result, as often as the law allows',
    { until: z.iso.date(), reason: z.string().min(1).max(4000) },
    (d, a, r, b) => reappoint(d, a, { ...r, ...b }),
  ),
];

/** The State's dossier of a case for programs: read, its slips as PDF, and what the desk does with it. */
export function dossiersApi(app: FastifyInstance, deps: Deps): void {
  readRoute(app, deps);
  paperRoute(app, deps);
  caseApi.actOperations(app, deps, acts);
}

function readRoute(instance: FastifyInstance, deps: Deps): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/cases/:code/dossier',
    {
      schema: {
        ...{ operationId: 'readDossier', tags, summary: 'The State’s dossier of a case' },
        params: caseApi.codeGiven,
        response: { 200: dossierShape },
      },
    },
    async (request) => asDossier(await dossierOf(deps, request, request.params.code)),
  );
}

function paperRoute(instance: FastifyInstance, deps: Deps): void {
  const pdf = z.any().meta({ type: 'string', format: 'binary' });
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/cases/:code/dossier/papers/:slug',
    {
      config: { notJson: true },
      schema: {
        ...{ operationId: 'readDossierPaper', tags, summary: 'A slip of the dossier as PDF' },
        params: caseApi.codeGiven.extend({ slug: z.string().max(60).describe('As the dossier names it') }),
        response: { 200: { content: { 'application/octet-stream': { schema: pdf } } } },
      },
    },
    async (request, reply) => {
      const view = await dossierOf(deps, request, request.params.code);
      const paper = view.papers.find(({ slug }) => slug === request.params.slug);
      const kind = paper && paperKinds[slugOf(paper)];
      if (!kind) throw refuse(dossierReasons.paper_not_due);
      const { scope } = machineOf(request).actor;
      const content = await drawPaper(deps.db, scope, view.caseId, kind, deps.url);
      return sendPdf(reply, content, `${view.dossier.code} ${paper.slug}`);
    },
  );
}

const slugOf = ({ slug }: { slug: string }) => slug.replace(/\.pdf$/, '');

/** A program of the customer sees the slips that are given to the customer. */
async function dossierOf(deps: Deps, request: FastifyRequest, code: string): Promise<DossierView> {
  const { actor } = machineOf(request);
  const view = await readDossier(deps, actor, caseApi.codeIn(code));
  if (actor.kind !== 'customer') return view;
  return { ...view, papers: view.papers.filter((paper) => !ofColleagues.has(slugOf(paper))) };
}

const asDossier = ({ dossier, centreName, onTime, openConflicts, papers }: DossierView) => ({
  code: dossier.code,
  centre: { code: dossier.centre_code, name: centreName },
  status: { number: dossier.status, name: statusName(dossier.status), at: iso(dossier.status_at) },
  receivedOn: dossier.received_on,
  appointmentAt: isoOrNull(dossier.appointment_at),
  reappointmentAt: isoOrNull(dossier.reappointment_at),
  onTime,
  openDifferences: openConflicts,
  papers,
});
