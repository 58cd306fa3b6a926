import type { FastifyInstance, FastifyRequest } from 'fastify';
import { signedInAs } from '#modules/accounts/index.ts';
import { readForm, type SentForm } from '#platform/http/read-form.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { readCaseRow } from '../queries.ts';
import { caseReasons } from '../reasons.ts';
import { type CaseConsoleDeps, codeOf, showCase } from './case-routes.tsx';
import { type ConsoleAct, consoleActs, parseTyped } from './console-acts.ts';

/** Every act on a case at its own address. What is refused comes back on the case's page with what was typed. */
export function actRoutes(app: FastifyInstance, deps: CaseConsoleDeps): void {
  for (const item of consoleActs) {
    app.post(`/bang/ho-so/:code/${item.slug}`, async (request, reply) => {
      const code = codeOf(request);
      const form = await readForm(request, deps.files);
      try {
        await perform(deps, request, item, code, form);
      } catch (error) {
        if (!(error instanceof Refused) || error.reason.status === 404) throw error;
        return showCase(deps, request, reply, code, { act: item.slug, refused: error, typed: form.fields });
      }
      const gone = item.act === 'transfer' && !(await stillSeen(deps, request, code));
      return reply.redirect(gone ? `/bang?da-chuyen=${code}` : `/bang/ho-so/${code}?xong=${item.slug}`, 303);
    });
  }
}

async function perform(
  deps: CaseConsoleDeps,
  request: FastifyRequest,
  item: ConsoleAct,
  code: string,
  form: SentForm,
): Promise<void> {
  const actor = signedInAs(request);
  const typed = parseTyped(form.fields);
  if (!typed.success) throw refuse(caseReasons.request_reused);
  if (!(await stillSeen(deps, request, code))) throw refuse(caseReasons.case_not_found);
  const [refusedFile] = Object.values(form.refusedFiles);
  if (refusedFile) throw refusedFile;
  const { requestId, seen } = typed.data;
  await item.run(deps, actor, { code, requestId, seenVersion: seen }, typed.data, form.files.map(asPaper));
}

const stillSeen = ({ db }: CaseConsoleDeps, request: FastifyRequest, code: string) =>
  inScope(db, signedInAs(request).scope, async (trx) => (await readCaseRow(trx, code)) !== undefined);

/** Which of the papers asked for it is, staff do not say; it stands under its own name. */
const asPaper = ({ name, sha256, mime, bytes }: SentForm['files'][number]) => ({
  ...{ name, sha256, mime, bytes },
  kind: 'other',
});
