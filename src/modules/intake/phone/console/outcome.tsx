import { randomUUID } from 'node:crypto';
import { showCaseCode } from '#modules/cases/index.ts';
import { fill, type Language } from '#platform/text.ts';
import { type FieldErrors, Select, TextArea } from '#ui/form.tsx';
import { Keyed } from '#ui/parts.tsx';
import { showMoment } from '../moments.ts';
import type { OutcomeRow } from '../queries.ts';
import type { Desk, Typed } from './desk-facts.ts';
import { texts as t } from './texts.ts';

/** The code as large as it is read aloud. */
export function CodeAloud({ code, language }: { code: string; language: Language }) {
  return (
    <div className="code-aloud" role="status">
      <p>{t.read_aloud[language]}</p>
      <p className="code">{showCaseCode(code)}</p>
      <p className="hint">{t.follow_hint[language]}</p>
      <p>
        <a href={`/bang/ho-so/${code}`}>{t.see_case[language]}</a>
      </p>
    </div>
  );
}

const names = { case: t.result_case, note: t.result_note, answered: t.result_answered };

export function Outcome({ outcome, language }: { outcome: OutcomeRow; language: Language }) {
  const kind = outcome.kind === 'case' || outcome.kind === 'note' ? outcome.kind : 'answered';
  const facts = { name: outcome.by_whom, at: showMoment(outcome.at, language) };
  return (
    <section className="outcome" aria-labelledby="outcome-title">
      <h2 id="outcome-title">
        {t.result[language]}: {names[kind][language]}
      </h2>
      {outcome.kind === 'case' && outcome.case_code && (
        <CodeAloud code={outcome.case_code} language={language} />
      )}
      {outcome.kind === 'note' && outcome.case_code && (
        <p>
          <a href={`/bang/ho-so/${outcome.case_code}`}>{showCaseCode(outcome.case_code)}</a>
        </p>
      )}
      {outcome.reason && <p>{outcome.reason}</p>}
      <p className="hint">{fill(t.by[language], facts)}</p>
    </section>
  );
}

type Props = {
  desk: Desk;
  callId: string;
  typed: Typed;
  errors: FieldErrors;
  language: Language;
};

/** The two other ways a call can end: a note on a case that is there, or an answer and no case. */
export function OtherOutcomes({ desk, callId, typed, errors, language }: Props) {
  const cases = [...desk.related.open, ...desk.related.atAddress, ...desk.related.recent].map((found) => ({
    value: found.code,
    label: `${showCaseCode(found.code)} ${found.service[language]}, ${found.customer_name}`,
  }));
  const open = (...fields: string[]) => fields.some((name) => errors[name] !== undefined) || undefined;
  return (
    <div className="other-outcomes">
      {cases.length > 0 && (
        <details open={open('case', 'note')}>
          <Keyed as="summary" letter="h">
            {t.about_case[language]}
          </Keyed>
          <form method="post" action={`/bang/goi/${callId}/ghi-chu`}>
            <RequestId typed={typed} />
            <Select
              name="case"
              label={t.which_case[language]}
              choices={cases}
              value={typed.case ?? (cases.length === 1 ? cases[0]?.value : undefined)}
              error={errors.case}
              empty={t.choose[language]}
            />
            <TextArea name="note" label={t.note[language]} rows={2} value={typed.note} error={errors.note} />
            <button type="submit">{t.save_note[language]}</button>
          </form>
        </details>
      )}
      <details open={open('answered')}>
        <Keyed as="summary" letter="t">
          {t.just_answered[language]}
        </Keyed>
        <form method="post" action={`/bang/goi/${callId}/da-tra-loi`}>
          <RequestId typed={typed} />
          <TextArea
            name="answered"
            label={t.what_answered[language]}
            rows={2}
            value={typed.answered}
            error={errors.answered}
          />
          <button type="submit">{t.save_answered[language]}</button>
        </form>
      </details>
    </div>
  );
}

const RequestId = ({ typed }: { typed: Typed }) => (
  <input type="hidden" name="requestId" value={typed.requestId ?? randomUUID()} />
);
