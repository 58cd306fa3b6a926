import { createElement, type ReactNode } from 'react';
import { readCaseById } from '#modules/cases/index.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import { findDossier } from '../queries.ts';
import { type DossierDeps, registerDossier } from '../register-dossier.ts';
import { CaseSection, CustomersLine, ReceiptLine } from './dossier-lines.tsx';

/** For the receipt at the desk: the number must stand there at once, whoever opens the page first. */
export async function dossierOnReceipt(
  deps: DossierDeps,
  caseId: string,
  language: Language,
): Promise<ReactNode> {
  const dossier = await registerDossier(deps, caseId);
  return dossier && createElement(ReceiptLine, { dossier, language });
}

/** For the page of a case, as its viewer sees it. */
export async function dossierOnCase(trx: Trx, caseId: string, language: Language): Promise<ReactNode> {
  const [dossier, found] = [await findDossier(trx, caseId), await readCaseById(trx, caseId)];
  return dossier && found ? createElement(CaseSection, { dossier, caseCode: found.code, language }) : null;
}

/** For the customer's page, whose right to it was asked before. */
export const dossierForCustomer = (
  { db }: Pick<DossierDeps, 'db'>,
  caseId: string,
  language: Language,
): Promise<ReactNode> =>
  inScope(db, systemScope, async (trx) => {
    const [dossier, found] = [await findDossier(trx, caseId), await readCaseById(trx, caseId)];
    return dossier && found
      ? createElement(CustomersLine, { dossier, caseCode: found.code, language })
      : null;
  });
