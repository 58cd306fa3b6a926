import type { ReactNode } from 'react';
import { fill, type Language } from '#platform/text.ts';
import { ErrorSummary, type FieldErrors } from '#ui/form.tsx';
import { showTime } from '../moments.ts';
import { callerName, stateName } from './caller-words.ts';
import type { Desk, Typed } from './desk-facts.ts';
import { Known } from './known.tsx';
import { CodeAloud, OtherOutcomes, Outcome } from './outcome.tsx';
import { TakeForm } from './take-form.tsx';
import { texts as t } from './texts.ts';

type Props = {
  desk: Desk;
  typed: Typed;
  errors: FieldErrors;
  /** Where "take a case" is sent. */
  action: string;
  /** The case just opened without a call. */
  opened: string | null;
  refused: string | null;
  guessed: boolean;
  language: Language;
};

/** The page of a call: who it is and what is known, and beside it the form. Without a call it is the same page. */
export function DeskPage(props: Props) {
  const { desk, typed, errors, action, opened, refused, guessed, language } = props;
  return (
    <div className="call-desk" data-live-calls={desk.call?.id}>
      <p className="trail">
        <a href="/bang/goi">{t.back[language]}</a>
      </p>
      <DeskHead desk={desk} language={language} />
      {opened && <CodeAloud code={opened} language={language} />}
      {refused && Object.keys(errors).length === 0 && (
        <p className="notice bad" role="alert">
          {refused}
        </p>
      )}
      <ErrorSummary title={t.not_saved[language]} errors={errors} />
      {guessed && (
        <p className="notice soon" role="status">
          {t.guessed[language]}
        </p>
      )}
      <div className="desk-columns">
        <div>
          {desk.outcome && <Outcome outcome={desk.outcome} language={language} />}
          {(!desk.outcome || refused) && (
            <TakeForm desk={desk} typed={typed} errors={errors} action={action} language={language} />
          )}
          {desk.call && !desk.outcome && (
            <OtherOutcomes
              desk={desk}
              callId={desk.call.id}
              typed={typed}
              errors={errors}
              language={language}
            />
          )}
        </div>
        <Known desk={desk} language={language} />
      </div>
    </div>
  );
}

function DeskHead({
  desk: { call, chosen, candidates },
  language,
}: Pick<Props, 'desk' | 'language'>): ReactNode {
  if (!call) return <h1>{t.no_call[language]}</h1>;
  const who = chosen?.name ?? (candidates.length > 1 ? candidates.map(({ name }) => name).join(', ') : '');
  return (
    <header className="call-head">
      <h1>{fill(t.call_from[language], { caller: callerName(call, language) })}</h1>
      <p className="case-line">
        {who && <b>{who}</b>}
        <span className={`badge call-${call.state}`}>{stateName(call, language)}</span>
        <span>
          {t.line[language]} {call.line ?? t.unknown_line[language]}, {t.since[language].toLowerCase()}{' '}
          {showTime(call.began_at)}
          {call.extension && `, ${t.at_extension[language].toLowerCase()} ${call.extension}`}
        </span>
      </p>
    </header>
  );
}
