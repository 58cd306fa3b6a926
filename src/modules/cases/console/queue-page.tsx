import { showPhone } from '#platform/phone.ts';
import type { Language } from '#platform/text.ts';
import { Heads } from '#ui/parts.tsx';
import { showCaseCode } from '../rules/code.ts';
import { parseState } from '../states.ts';
import { stateNames } from '../texts.ts';
import type { QueueFacts } from './queue-facts.ts';
import { QueueFilters } from './queue-filters.tsx';
import { QueueTabs } from './queue-tabs.tsx';
import { filtered, queueHref } from './queue-url.ts';
import { texts as t } from './texts.ts';
import { dueWords, showMoment } from './time-words.ts';

type Props = { facts: QueueFacts; language: Language; now: Date; done: string | null };

export function QueuePage({ facts, language, now, done }: Props) {
  const { url, rows, next } = facts;
  return (
    <div className="queue" data-live="*">
      {done && (
        <p className="notice good" role="status">
          {done}
        </p>
      )}
      <h1>{t.queue[language]}</h1>
      <QueueTabs facts={facts} language={language} />
      <QueueFilters facts={facts} language={language} />
      {rows.length === 0 ? (
        <Nothing facts={facts} language={language} />
      ) : (
        <Rows facts={facts} language={language} now={now} />
      )}
      <nav className="paging" aria-label={t.next_page[language]}>
        {url.sau && <a href={queueHref(url, {})}>{t.first_page[language]}</a>}
        {next && (
          <a rel="next" href={queueHref(url, { sau: next })}>
            {t.next_page[language]}
          </a>
        )}
      </nav>
    </div>
  );
}

function Nothing({ facts: { url }, language }: Omit<Props, 'now' | 'done'>) {
  if (!filtered(url)) return <p className="empty">{t.nothing_here[language]}</p>;
  return (
    <div className="empty">
      <p>{t.nothing_found[language]}</p>
      <p className="hint">{t.nothing_found_hint[language]}</p>
      <a href={`/bang?xem=${url.xem}`}>{t.clear[language]}</a>
    </div>
  );
}

function Rows({ facts: { rows, unitNames }, language, now }: Omit<Props, 'done'>) {
  const heads = [t.code, t.customer, t.service, t.state, t.due, t.held_by];
  return (
    <table className="rows">
      <thead>
        <tr>
          <Heads of={heads} language={language} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { words, tone } = dueWords(row.due_at, now);
          const state = parseState(row.state);
          return (
            <tr key={row.id}>
              <th scope="row">
                <a data-key-row="" href={`/bang/ho-so/${row.code}`}>
                  {showCaseCode(row.code)}
                </a>
              </th>
              <td>
                <b>{row.customer_name}</b>{' '}
                <span className="hint">
                  {row.customer_phone ? showPhone(row.customer_phone) : ''}
                  <br />
                  {row.address}
                </span>
              </td>
              <td>{language === 'vi' ? row.service_vi : row.service_en}</td>
              <td>
                <span className={`badge state-${state}`}>{stateNames[state][language]}</span>
              </td>
              <td className={`due ${row.closed ? 'none' : tone}`}>
                {row.due_at && showMoment(row.due_at, language)}
                {!row.closed && <span className="left">{words[language]}</span>}
              </td>
              <td>
                {unitNames.get(row.unit_code)?.[language] ?? row.unit_code}
                <span className="hint">{row.assignee_name ?? t.nobody[language]}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
