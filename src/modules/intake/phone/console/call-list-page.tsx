import type { Actor } from '#modules/organisation/index.ts';
import { fill, type Language } from '#platform/text.ts';
import { Heads } from '#ui/parts.tsx';
import { showDay, showMoment } from '../moments.ts';
import type { ListedCall, ListQuery } from '../queries-figures.ts';
import { callResults } from '../rules/figures.ts';
import { mayTakeCalls } from '../rules/who-may.ts';
import { callerName } from './caller-words.ts';
import { listHref } from './figure-url.ts';
import { figureTexts as f, texts as t } from './texts.ts';

type Props = {
  rows: readonly ListedCall[];
  next: string | null;
  query: ListQuery;
  actor: Actor;
  language: Language;
};

/** The calls behind a figure. Whoever works with calls opens them from here. */
export function CallListPage({ rows, next, query, actor, language }: Props) {
  const heads = [t.since, t.caller, t.line, f.result, f.waited, t.at_extension];
  return (
    <div className="call-figures">
      <p className="trail">
        <a href={`/bang/goi/so-lieu?tu=${query.from}&den=${query.to}`}>{f.back[language]}</a>
      </p>
      <h1>{f.list[language]}</h1>
      <p>
        {[query.from, query.to].map((day) => showDay(day, language)).join(' – ')}
        {query.hour !== null && `, ${query.hour}:00–${query.hour}:59`}
        {query.line !== null &&
          `, ${t.line[language].toLowerCase()} ${query.line || t.unknown_line[language]}`}
        {query.result && `, ${resultName(query.result, language)}`}
      </p>
      {rows.length === 0 && <p className="empty">{f.nothing[language]}</p>}
      {rows.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              <Heads of={heads} language={language} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CallRow key={row.id} row={row} opens={mayTakeCalls(actor)} language={language} />
            ))}
          </tbody>
        </table>
      )}
      <nav className="paging" aria-label={f.next[language]}>
        {query.after && <a href={listHref({ ...query, after: null })}>{f.first[language]}</a>}
        {next && (
          <a rel="next" href={listHref({ ...query, after: next })}>
            {f.next[language]}
          </a>
        )}
      </nav>
    </div>
  );
}

function CallRow({ row, opens, language }: { row: ListedCall; opens: boolean; language: Language }) {
  const at = showMoment(row.began_at, language);
  return (
    <tr>
      <th scope="row">{opens ? <a href={`/bang/goi/${row.id}`}>{at}</a> : at}</th>
      <td>{callerName(row, language)}</td>
      <td>{row.line ?? t.unknown_line[language]}</td>
      <td>{resultName(row.result ?? '', language)}</td>
      <td>{row.waited !== null && fill(f.seconds[language], { n: Math.round(row.waited) })}</td>
      <td>{row.staff_name}</td>
    </tr>
  );
}

function resultName(result: string, language: Language): string {
  const known = callResults.find((one) => one === result);
  return known ? f[known === 'in_time' ? 'in_time_plain' : known][language] : '';
}
