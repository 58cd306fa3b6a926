import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { ErrorSummary, TextField } from '#ui/form.tsx';
import { Notice, SummaryList } from '#ui/parts.tsx';
import type { CaseView } from '../read-case.ts';
import { showCaseCode } from '../rules/code.ts';
import { texts } from './texts.ts';

/** What the customer keeps: code, due time, and the proof with its QR. `qr` is a picture as a data URL. */
export function ReceiptPage({ view, qr, language }: { view: CaseView; qr: string; language: Language }) {
  const at = (moment: Date) => sayMoment(moment.toISOString(), language, utilityZone);
  const opening = view.events[0]?.data;
  const rows = [
    { name: texts.service[language], value: view.service.name[language] },
    { name: texts.asker[language], value: view.customer_name },
    { name: texts.received_at[language], value: at(view.opened_at) },
    { name: texts.due_at[language], value: <b>{dueWords(opening, view, at, language)}</b> },
    { name: texts.unit[language], value: view.unit?.name[language] ?? view.unit_code },
    { name: texts.papers[language], value: view.documents.map(({ name }) => name).join(', ') || '0' },
    { name: texts.hash[language], value: <span className="hash">{view.receiptHash}</span> },
  ];
  return (
    <>
      <h1>{texts.receipt_title[language]}</h1>
      <p>
        {texts.receipt_lead[language]}
        <br />
        <span className="code">{showCaseCode(view.code)}</span>
      </p>
      <p>{texts.receipt_keep[language]}</p>
      <p className="no-print">
        <a className="button" href={`/ho-so/${view.code}`}>
          {texts.follow_it[language]}
        </a>
      </p>
      <SummaryList rows={rows} />
      <figure className="qr">
        <img src={qr} alt="" width="180" height="180" />
        <figcaption>{texts.qr[language]}</figcaption>
      </figure>
      <p className="hint no-print">{texts.print[language]}</p>
    </>
  );
}

/** The receipt says what was promised when the case was opened, whatever came after. */
function dueWords(
  opening: unknown,
  view: CaseView,
  at: (moment: Date) => string,
  language: Language,
): string {
  const promised =
    typeof opening === 'object' && opening !== null && 'due_at' in opening ? opening.due_at : null;
  if (typeof promised === 'string') return at(new Date(promised));
  return view.due_at ? at(view.due_at) : texts.due_paused[language];
}

export type Checked =
  | { genuine: false }
  | { genuine: true; code: string; openedAt: Date; service: Text; unit: Text | undefined };
type CheckProps = { language: Language; typed: Record<string, string>; checked: Checked | null };

export function CheckReceiptPage({ language, typed, checked }: CheckProps) {
  return (
    <>
      <h1>{texts.check_title[language]}</h1>
      {checked && <Verdict checked={checked} language={language} />}
      <ErrorSummary title="" errors={{}} />
      <p>{texts.check_lead[language]}</p>
      <form method="get" action="/kiem-tra-bien-nhan">
        <TextField
          name="ma"
          label={texts.code[language]}
          value={typed.ma}
          inputMode="numeric"
          autoComplete="off"
          width="short"
        />
        <TextField name="chung" label={texts.hash[language]} value={typed.chung} autoComplete="off" />
        <button type="submit">{texts.check[language]}</button>
      </form>
    </>
  );
}

function Verdict({ checked, language }: { checked: Checked; language: Language }) {
  if (!checked.genuine)
    return (
      <Notice kind="bad">
        <p>{texts.not_genuine[language]}</p>
      </Notice>
    );
  return (
    <Notice kind="good">
      <p>
        <b>{texts.genuine[language]}</b>
      </p>
      <p>
        {showCaseCode(checked.code)} · {checked.service[language]} · {checked.unit?.[language]}
        <br />
        {fill('{label}: {at}', {
          label: texts.received_at[language],
          at: sayMoment(checked.openedAt.toISOString(), language, utilityZone),
        })}
      </p>
    </Notice>
  );
}
