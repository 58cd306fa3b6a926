import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toDataURL } from 'qrcode';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import { inScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { Listener } from '#platform/postgres/listener.ts';
import { refuse } from '#platform/refused.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { readProgress } from '../progress/read-progress.ts';
import { readCaseRow } from '../queries.ts';
import { caseReasons } from '../reasons.ts';
import { parseCaseCode, showCaseCode } from '../rules/code.ts';
import { actNames } from '../texts.ts';
import type { Failed } from './act-form.tsx';
import { CasePage } from './case-page.tsx';
import { readCasePage } from './case-page-facts.ts';
import { caseTexts } from './case-texts.ts';
import { consoleActs } from './console-acts.ts';
import { readReceipt } from './receipt-facts.ts';
import { ReceiptPage } from './receipt-page.tsx';
import { showMoment } from './time-words.ts';

export type CaseConsoleDeps = ConsoleDeps & {
  /** The address people type. */
  url: string;
  changes: Listener;
  files: FileStore;
  /** A section of the case's page that another module writes: what the customer was sent. */
  toldOnCase(trx: Trx, caseId: string, language: Language, say: (at: Date) => string): Promise<ReactNode>;
  /** A line on the receipt that another module writes: the State's code of what came in at its desk. */
  onReceipt(caseId: string, language: Language): Promise<ReactNode>;
  /** Another section: what State bodies have of it, and what the unit can do about that. */
  atBodies(trx: Trx, actor: Actor, caseId: string, language: Language): Promise<ReactNode>;
};

/** The code in the address; one that can be no code is a case that is not there. */
export const codeOf = ({ params }: FastifyRequest): string => {
  const code = parseCaseCode(z.object({ code: z.string() }).parse(params).code);
  if (!code) throw refuse(caseReasons.case_not_found);
  return code;
};

/** The page of a case, its receipt and its papers. */
export function caseRoutes(app: FastifyInstance, deps: CaseConsoleDeps): void {
  app.get('/bang/ho-so/:code', (request, reply) => showCase(deps, request, reply, codeOf(request), null));
  app.get('/bang/ho-so/:code/bien-nhan', (request, reply) => showReceipt(deps, request, reply));
  app.get('/bang/ho-so/:code/tep/:document', async (request, reply) => {
    const { document } = z.object({ document: z.string() }).parse(request.params);
    const page = await inScope(deps.db, signedInAs(request).scope, (trx) =>
      readCasePage(trx, signedInAs(request), codeOf(request)),
    );
    const paper = page?.view.documents.find(({ id }) => id === document);
    if (!paper) throw refuse(caseReasons.case_not_found);
    const named = `attachment; filename*=UTF-8''${encodeURIComponent(paper.name)}`;
    reply.type(paper.mime).header('content-disposition', named).header('x-content-type-options', 'nosniff');
    return reply.header('cache-control', 'private, no-store').send(await deps.files.read(paper.sha256));
  });
}

async function showReceipt(deps: CaseConsoleDeps, request: FastifyRequest, reply: FastifyReply) {
  const actor = signedInAs(request);
  const code = codeOf(request);
  const receipt = await readReceipt(deps, actor, code);
  if (!receipt) throw refuse(caseReasons.case_not_found);
  const address = `${deps.url}/kiem-tra-bien-nhan`;
  const search = new URLSearchParams({ ma: code, chung: receipt.view.receiptHash });
  const qr = await toDataURL(`${address}?${search}`, { margin: 2, width: 320 });
  const open = await inScope(
    deps.db,
    actor.scope,
    async (trx) => (await readCaseRow(trx, code)) !== undefined,
  );
  const { moi } = z.object({ moi: z.string().optional() }).catch({}).parse(request.query);
  const may = { open, fresh: moi === '1' };
  const { language } = request;
  const dossier = await deps.onReceipt(receipt.view.id, language);
  const content = <ReceiptPage {...{ receipt, language, url: deps.url, address, qr, may, dossier }} />;
  return showConsole(deps, request, reply, { title: caseTexts.receipt }, content);
}

/** A case somebody may not see is a case that is not there. */
export async function showCase(
  deps: CaseConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
  failed: Failed | null,
) {
  const actor = signedInAs(request);
  const { language } = request;
  const now = deps.clock.now();
  const { page, progress, told, bodies } = await inScope(deps.db, actor.scope, async (trx) => {
    const found = await readCasePage(trx, actor, code);
    if (!found) throw refuse(caseReasons.case_not_found);
    return {
      page: found,
      progress: await readProgress(trx, found.view, now),
      bodies: await deps.atBodies(trx, actor, found.view.id, language),
      told: await deps.toldOnCase(trx, found.view.id, language, (at) => showMoment(at, language)),
    };
  });
  const done = failed ? null : doneWords(request.query, language);
  const title: Text = {
    vi: `${showCaseCode(code)} ${page.view.service.name.vi}`,
    en: `${showCaseCode(code)} ${page.view.service.name.en}`,
  };
  const content = <CasePage {...{ page, progress, language, now, failed, done, told, bodies }} />;
  return showConsole(deps, request, reply, { title, status: failed?.refused.reason.status }, content);
}

function doneWords(query: unknown, language: 'vi' | 'en'): string | null {
  const { xong } = z.object({ xong: z.string().optional() }).catch({}).parse(query);
  const item = consoleActs.find(({ slug }) => slug === xong);
  return item ? fill(caseTexts.done_now[language], { act: actNames[item.act][language] }) : null;
}
