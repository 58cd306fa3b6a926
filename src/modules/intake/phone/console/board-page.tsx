import { fill, type Language } from '#platform/text.ts';
import { type FieldErrors, TextField } from '#ui/form.tsx';
import { Heads } from '#ui/parts.tsx';
import { showTime } from '../moments.ts';
import type { CallRow } from '../queries.ts';
import { callerName, stateName } from './caller-words.ts';
import { texts as t } from './texts.ts';

export type Board = {
  extension: string | null;
  live: (CallRow & { staff_name: string | null })[];
  unrecorded: CallRow[];
};
type Props = {
  board: Board;
  typed: string;
  errors: FieldErrors;
  /** Somebody else sits there: the form offers to take over. */
  taken: boolean;
  language: Language;
};

/** Where an agent says at which telephone they sit, and sees what rings. */
export function BoardPage({ board, typed, errors, taken, language }: Props) {
  return (
    <div className="call-board" data-live-calls="*">
      <h1>{t.calls[language]}</h1>
      <Seat board={board} typed={typed} errors={errors} taken={taken} language={language} />
      <h2>{t.live_now[language]}</h2>
      <CallTable calls={board.live} language={language} />
      {board.unrecorded.length > 0 && (
        <>
          <h2>{t.to_record[language]}</h2>
          <CallTable
            calls={board.unrecorded.map((call) => ({ ...call, staff_name: null }))}
            language={language}
          />
        </>
      )}
      <ul className="board-links">
        <li>
          <a href="/bang/goi/moi">{t.without_call[language]}</a>
        </li>
        <li>
          <a href="/bang/goi/so-lieu">{t.figures[language]}</a>
        </li>
      </ul>
    </div>
  );
}

function Seat({ board: { extension }, typed, errors, taken, language }: Props) {
  return (
    <section className="seat" aria-labelledby="seat-title">
      <h2 id="seat-title">{t.your_phone[language]}</h2>
      <p>{extension ? fill(t.sits_at[language], { extension }) : t.sits_nowhere[language]}</p>
      <form method="post" action="/bang/goi/may">
        <TextField
          name="extension"
          label={t.extension[language]}
          hint={t.extension_hint[language]}
          error={errors.extension}
          value={typed || (extension ?? '')}
          inputMode="tel"
          autoComplete="off"
          width="short"
        />
        <p className="take-buttons">
          <button type="submit">{t.sit[language]}</button>
          {taken && (
            <button type="submit" name="takeOver" value="yes" className="quiet">
              {t.take_over[language]}
            </button>
          )}
        </p>
      </form>
      {extension && (
        <form method="post" action="/bang/goi/roi-may">
          <button type="submit" className="quiet">
            {t.leave[language]}
          </button>
        </form>
      )}
    </section>
  );
}

function CallTable({ calls, language }: { calls: Board['live']; language: Language }) {
  if (calls.length === 0) return <p className="empty">{t.nothing_live[language]}</p>;
  const heads = [t.caller, t.state, t.since, t.line, t.at_extension];
  return (
    <table className="rows">
      <thead>
        <tr>
          <Heads of={heads} language={language} />
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <tr key={call.id}>
            <th scope="row">
              <a data-key-row="" href={`/bang/goi/${call.id}`}>
                {callerName(call, language)}
              </a>
            </th>
            <td>
              <span className={`badge call-${call.state}`}>{stateName(call, language)}</span>
            </td>
            <td>{showTime(call.began_at)}</td>
            <td>{call.line ?? t.unknown_line[language]}</td>
            <td>
              {call.extension} <span className="hint">{call.staff_name}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
