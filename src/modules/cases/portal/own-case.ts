import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { parsePhone } from '#platform/phone.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type Progress, readProgress } from '../progress/read-progress.ts';
import { readCaseRow } from '../queries.ts';
import { type CaseView, readCase } from '../read-case.ts';
import { caseReasons } from '../reasons.ts';
import { parseCaseCode } from '../rules/code.ts';
import { ownCases } from './case-cookie.ts';

export type Own = { actor: Actor; view: CaseView };

/** The case of the address, seen as its customer; null where this browser was not shown to own it. */
export async function ownCase(db: Database, request: FastifyRequest): Promise<Own | null> {
  const code = codeOf(request);
  const ids = ownCases(request);
  const view = await inScope(db, { paths: [], caseIds: ids, system: false }, (trx) => readCase(trx, code));
  return view ? { view, actor: customerActor(view.id, view.customer_name, [view.id]) } : null;
}

export const ownProgress = (db: Database, view: CaseView, now: Date): Promise<Progress> =>
  inScope(db, { paths: [], caseIds: [view.id], system: false }, (trx) => readProgress(trx, view, now));

export function codeOf(request: FastifyRequest): string {
  const code = parseCaseCode(z.object({ code: z.string() }).parse(request.params).code);
  if (!code) throw refuse(caseReasons.case_not_found);
  return code;
}

/** The case that this code and this phone or mail address open, or null: which of the two was wrong is not told. */
export function findOwn(
  db: Database,
  typedCode: string,
  contact: string,
): Promise<{ id: string; code: string } | null> {
  const code = parseCaseCode(typedCode);
  const [phone, mail] = [parsePhone(contact), contact.trim().toLowerCase()];
  if (!code || mail === '') return Promise.resolve(null);
  return inScope(db, systemScope, async (trx) => {
    const row = await readCaseRow(trx, code);
    const fits =
      row && ((phone && row.customer_phone === phone) || row.customer_email?.toLowerCase() === mail);
    return row && fits ? { id: row.id, code: row.code } : null;
  });
}
