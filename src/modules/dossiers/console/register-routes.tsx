import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { showConsole, signedInAs } from '#modules/accounts/index.ts';
import { type Actor, listUnits, type Unit } from '#modules/organisation/index.ts';
import { todayOf } from '#platform/clock.ts';
import { renderPdf } from '#platform/pdf/index.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { Refused } from '#platform/refused.ts';
import type { DossierConsoleDeps } from '../deps.ts';
import { type Period, readRegister, registerPaper } from '../papers/register.ts';
import { centreOfCompany } from '../register-dossier.ts';
import { sendPdf } from '../send-pdf.ts';
import { RegisterPage } from './register-page.tsx';
import { texts } from './texts.ts';

const querySchema = z
  .object({ 'trung-tam': z.string().max(60), tu: z.string().max(10), den: z.string().max(10) })
  .partial()
  .catch({});
const onlySchema = z.object({ han: z.enum(['dung', 'tre', 'chua']).nullable().catch(null) });

/** /bang/so-theo-doi: the register of a centre, on a page and as PDF. */
export function registerRoutes(app: FastifyInstance, deps: DossierConsoleDeps): void {
  app.get('/bang/so-theo-doi', async (request, reply) => {
    const actor = signedInAs(request);
    const [period, centres] = [await periodOf(deps, request, actor), await centresFor(deps, actor)];
    const { language } = request;
    const { han: only } = onlySchema.parse(request.query);
    try {
      const register = await readRegister(deps, actor, period);
      const content = <RegisterPage {...{ language, period, centres, register, only, refused: null }} />;
      return showConsole(deps, request, reply, { title: texts.register }, content);
    } catch (error) {
      if (!(error instanceof Refused) || error.reason.status !== 422) throw error;
      const content = (
        <RegisterPage {...{ language, period, centres, register: null, only, refused: error }} />
      );
      return showConsole(deps, request, reply, { title: texts.register, status: 422 }, content);
    }
  });
  app.get('/bang/so-theo-doi.pdf', async (request, reply) => {
    const actor = signedInAs(request);
    const period = await periodOf(deps, request, actor);
    const register = await readRegister(deps, actor, period);
    const pdf = await renderPdf(registerPaper(register, deps.url, deps.clock.now()));
    return sendPdf(reply, pdf, `so-theo-doi ${period.centre} ${period.from} ${period.to}.pdf`);
  });
}

/** What the address says; else this month, at the desk of whoever asks, or at the centre of their company's province. */
async function periodOf(
  { db, clock }: DossierConsoleDeps,
  { query }: FastifyRequest,
  actor: Actor,
): Promise<Period> {
  const { 'trung-tam': centre, tu, den } = querySchema.parse(query);
  const today = todayOf(clock);
  const own = async () => {
    const company = actor.scope.paths[0]?.split('.')[1];
    if (actor.role === 'desk_clerk' || !company) return actor.unitCode ?? '';
    return (await inScope(db, publicScope, (trx) => centreOfCompany(trx, company)))?.code ?? '';
  };
  return { centre: centre || (await own()), from: tu || `${today.slice(0, 8)}01`, to: den || today };
}

const centresFor = ({ db }: DossierConsoleDeps, { role, unitCode }: Actor): Promise<Unit[]> =>
  inScope(db, publicScope, async (trx) => {
    const centres = await listUnits(trx, { kind: 'administration_centre' });
    return role === 'desk_clerk' ? centres.filter(({ code }) => code === unitCode) : centres;
  });
