import type { ReactNode } from 'react';
import { readCaseById } from '#modules/cases/index.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import { findDossier } from '../queries.ts';
import { type DossierDeps, registerDossier } from '../register-dossier.ts';
import { statusName } from '../texts.ts';
import { texts as t } from './texts.ts';

/** The line on the receipt at the desk: the number must stand there at once, whoever opens the page first. */
export async function dossierOnReceipt(
  deps: DossierDeps,
  caseId: string,
  language: Language,
): Promise<ReactNode> {
  const dossier = await registerDossier(deps, caseId);
  if (!dossier) return null;
  return (
    <p className="receipt-dossier">
      {t.dossier_code[language]}: <b>{dossier.code}</b>
      {dossier.agency_uncertain && <span className="hint"> ({t.uncertain_id[language]})</span>}
    </p>
  );
}

/** The section on the page of a case: what the State calls it and where it stands there. */
export async function dossierOnCase(trx: Trx, caseId: string, language: Language): Promise<ReactNode> {
  const [dossier, found] = [await findDossier(trx, caseId), await readCaseById(trx, caseId)];
  if (!dossier || !found) return null;
  return (
    <section className="card">
      <h2>{t.dossier[language]}</h2>
      <p>
        <b>{dossier.code}</b>, {statusName(dossier.status)[language].toLocaleLowerCase('vi')}.{' '}
        <a href={`/bang/ho-so/${found.code}/mot-cua`}>{t.open_dossier[language]}</a>
      </p>
    </section>
  );
}

/** On the customer's own page: the State's code of their dossier, where it stands, and the receipt as PDF. */
export async function dossierForCustomer(
  { db }: Pick<DossierDeps, 'db'>,
  caseId: string,
  language: Language,
): Promise<ReactNode> {
  const { dossier, found } = await inScope(db, systemScope, async (trx) => ({
    dossier: await findDossier(trx, caseId),
    found: await readCaseById(trx, caseId),
  }));
  if (!dossier || !found) return null;
  return (
    <p>
      {t.dossier_code[language]}: <b>{dossier.code}</b> (
      {statusName(dossier.status)[language].toLocaleLowerCase('vi')}).{' '}
      <a href={`/ho-so/${found.code}/giay-tiep-nhan.pdf`}>{t.receipt_pdf[language]}</a>
    </p>
  );
}
