import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { showConsole, signedInAs } from '#modules/accounts/index.ts';
import { codeOf, readCaseRow } from '#modules/cases/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { readPaper } from '../read-paper.ts';
import { paperReasons } from '../reasons.ts';
import { errorsOf } from '../refused-fields.ts';
import { sendPdf } from '../send-pdf.ts';
import { signByUnit } from '../sign-by-unit.ts';
import { signingUnit } from '../signing-unit.ts';
import { texts as t } from '../texts.ts';
import { barredFrom } from '../who-may.ts';
import type { PaperConsoleDeps } from './deps.ts';
import { PaperPage } from './paper-page.tsx';

const querySchema = z.object({ xong: z.string().optional(), ban: z.string().optional() }).catch({});
const formSchema = z.object({
  requestId: z.uuid().optional().catch(undefined),
  seen: z.coerce.number().int().min(1).optional().catch(undefined),
});

/** A paper of a case: read, downloaded, signed by the unit. */
export function paperRoutes(app: FastifyInstance, deps: PaperConsoleDeps): void {
  const address = '/bang/ho-so/:code/van-ban/:id';
  app.get(address, (request, reply) => show(deps, request, reply, null));
  app.get(`${address}/tep`, async (request, reply) => {
    const { paper } = await need(deps, request);
    const issued = querySchema.parse(request.query).ban === 'da-phat-hanh';
    return sendPdf(deps.files, reply, paper.row, issued ? 'issued' : 'newest');
  });
  app.post(`${address}/ky`, async (request, reply) => {
    const { requestId = randomUUID(), seen } = formSchema.parse(request.body ?? {});
    const [code, paperId] = [codeOf(request), idOf(request)];
    try {
      const asked = { code, requestId, seenVersion: seen, paperId };
      await signByUnit(deps, signedInAs(request), asked);
    } catch (error) {
      if (!(error instanceof Refused) || error.reason.status === 404) throw error;
      return show(deps, request, reply, error);
    }
    return reply.redirect(`/bang/ho-so/${code}/van-ban/${paperId}?xong=ky`, 303);
  });
}

const idOf = ({ params }: FastifyRequest): string => {
  const { data } = z.object({ id: z.uuid() }).safeParse(params);
  if (!data) throw refuse(paperReasons.paper_not_found);
  return data.id;
};

/** The paper of the case of the address; one of a case somebody may not see is not there. */
async function need({ db }: PaperConsoleDeps, request: FastifyRequest) {
  const [code, id] = [codeOf(request), idOf(request)];
  return inScope(db, signedInAs(request).scope, async (trx) => {
    const [paper, row] = [await readPaper(trx, id), await readCaseRow(trx, code)];
    if (!paper || !row || paper.row.case_id !== row.id) throw refuse(paperReasons.paper_not_found);
    return { paper, row, signedBy: await signingUnit(trx, row, paper.row.kind) };
  });
}

async function show(
  deps: PaperConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refused | null,
): Promise<FastifyReply> {
  const { paper, row, signedBy } = await need(deps, request);
  const { language } = request;
  const { xong } = querySchema.parse(request.query ?? {});
  const done = refused ? null : xong === 'lap' ? t.done_made : xong === 'ky' ? t.done_signed : null;
  const page = (
    <PaperPage
      paper={paper}
      code={row.code}
      version={row.version}
      barred={barredFrom(signedInAs(request), row, 'sign_paper', signedBy)}
      done={done}
      errors={errorsOf(refused, language, 'sign')}
      language={language}
    />
  );
  const title = paper.template.name;
  return showConsole(deps, request, reply, { title, status: refused?.reason.status }, page);
}
