import type { Language } from '#platform/text.ts';
import type { DossierRow } from '../queries.ts';
import { statusName } from '../texts.ts';
import { texts as t } from './texts.ts';

type Props = { dossier: DossierRow; caseCode: string; language: Language };
const inSentence = (status: number, language: Language) =>
  statusName(status)[language].toLocaleLowerCase('vi');

/** The line on the receipt at the desk. */
export function ReceiptLine({ dossier, language }: Omit<Props, 'caseCode'>) {
  return (
    <p className="receipt-dossier">
      {t.dossier_code[language]}: <b>{dossier.code}</b>
      {dossier.agency_uncertain && <span className="hint"> ({t.uncertain_id[language]})</span>}
    </p>
  );
}

/** The section on the page of a case: what the State calls it and where it stands there. */
export function CaseSection({ dossier, caseCode, language }: Props) {
  return (
    <section className="card">
      <h2>{t.dossier[language]}</h2>
      <p>
        <b>{dossier.code}</b>, {inSentence(dossier.status, language)}.{' '}
        <a href={`/bang/ho-so/${caseCode}/mot-cua`}>{t.open_dossier[language]}</a>
      </p>
    </section>
  );
}

/** On the customer's own page: the State's code of their dossier, where it stands, and the receipt as PDF. */
export function CustomersLine({ dossier, caseCode, language }: Props) {
  return (
    <p>
      {t.dossier_code[language]}: <b>{dossier.code}</b> ({inSentence(dossier.status, language)}).{' '}
      <a href={`/ho-so/${caseCode}/giay-tiep-nhan.pdf`}>{t.receipt_pdf[language]}</a>
    </p>
  );
}
