import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import { todayOf } from '#platform/clock.ts';
import type { FileStore } from '#platform/files/index.ts';
import { readForm, type SentForm } from '#platform/http/read-form.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { Notice } from '#ui/parts.tsx';
import { readOverview, readProvince } from '../facts.ts';
import { OverviewPage } from '../pages/overview-page.tsx';
import { ProvinceContent } from '../pages/province-page.tsx';
import { listMoves } from '../queries-follow.ts';
import { regulationReasons as reasons } from '../reasons.ts';
import { wrongIn } from '../record.ts';
import { mayRecord } from '../rules/may-record.ts';
import { texts } from '../texts.ts';
import { consoleActs } from './console-acts.ts';
import { type Failed, RecordForms } from './record-forms.tsx';

export type RegulationConsoleDeps = ConsoleDeps & { files: FileStore };

const provinceOf = ({ params }: FastifyRequest): string => {
  const read = z.object({ province: z.string().max(10) }).safeParse(params);
  if (!read.success) throw refuse(reasons.province_not_found);
  return read.data.province;
};

/** How the provinces stand with their regulations: all staff may read, some may record. */
export function regulationConsole(app: FastifyInstance, deps: RegulationConsoleDeps): void {
  app.get('/bang/quy-che', async (request, reply) => {
    const today = todayOf(deps.clock);
    const facts = await inScope(deps.db, signedInAs(request).scope, (trx) => readOverview(trx, today));
    const hrefOf = (province: string) => `/bang/quy-che/${province}`;
    const content = <OverviewPage facts={facts} language={request.language} hrefOf={hrefOf} />;
    return showConsole(deps, request, reply, { title: texts.title }, content);
  });
  app.get('/bang/quy-che/:province', (request, reply) => showProvince(deps, request, reply, null));
  app.get('/bang/quy-che/:province/van-ban/:move', (request, reply) => sendDocument(deps, request, reply));
  for (const [slug, run] of Object.entries(consoleActs))
    app.post(`/bang/quy-che/:province/${slug}`, async (request, reply) => {
      const [province, actor] = [provinceOf(request), signedInAs(request)];
      const form = await readForm(request, deps.files);
      try {
        await run(deps, actor, province, sentOf(form));
      } catch (error) {
        if (!(error instanceof Refused) || [403, 404].includes(error.reason.status)) throw error;
        return showProvince(deps, request, reply, { act: slug, refused: error, typed: form.fields });
      }
      return reply.redirect(`/bang/quy-che/${province}?xong=${slug}`, 303);
    });
}

function sentOf({ fields, files, refusedFiles }: SentForm) {
  const [refused] = Object.values(refusedFiles);
  if (refused) throw wrongIn('document', refused.reason, refused.facts);
  const file = files.find(({ field }) => field === 'document');
  const document = file ? { sha256: file.sha256, name: file.name, mime: file.mime, bytes: file.bytes } : null;
  return { fields, document };
}

async function showProvince(
  deps: RegulationConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  failed: Failed | null,
): Promise<FastifyReply> {
  const actor = signedInAs(request);
  const { language } = request;
  const page = await inScope(deps.db, actor.scope, (trx) =>
    readProvince(trx, provinceOf(request), todayOf(deps.clock)),
  );
  if (!page) throw refuse(reasons.province_not_found);
  const { company, province } = page.line;
  const aside =
    company && mayRecord(actor, company.path) ? (
      <RecordForms page={page} language={language} failed={failed} />
    ) : (
      <p className="hint">{reasons.not_your_province[language]}</p>
    );
  const { xong } = z.object({ xong: z.string().optional() }).catch({}).parse(request.query);
  const content = (
    <>
      {xong && <Notice kind="good">{texts.done[language]}</Notice>}
      <ProvinceContent page={page} language={language} aside={<aside>{aside}</aside>} />
    </>
  );
  const title = { title: province.name, status: failed?.refused.reason.status };
  return showConsole(deps, request, reply, title, content);
}

const documentShape = z.object({ sha256: z.string(), name: z.string(), mime: z.string() });

async function sendDocument(deps: RegulationConsoleDeps, request: FastifyRequest, reply: FastifyReply) {
  const { move: id } = z.object({ move: z.string() }).parse(request.params);
  const moves = await inScope(deps.db, signedInAs(request).scope, (trx) =>
    listMoves(trx, provinceOf(request)),
  );
  const read = documentShape.safeParse(moves.find((move) => String(move.id) === id)?.document);
  if (!read.success) throw refuse(reasons.document_not_found);
  const { name, mime, sha256 } = read.data;
  reply.type(mime).header('x-content-type-options', 'nosniff').header('cache-control', 'private, no-store');
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  return reply.send(await deps.files.read(sha256));
}
