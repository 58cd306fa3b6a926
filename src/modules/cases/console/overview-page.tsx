import { fill, type Language } from '#platform/text.ts';
import { parseState } from '../states.ts';
import { stateNames } from '../texts.ts';
import type { OverviewFacts } from './overview-facts.ts';
import { texts as t } from './texts.ts';

type Props = { facts: OverviewFacts; language: Language };
type Line = { key: string; label: string; href?: string; cases: number; overdue: number };

/** What a head of unit looks at in the morning. */
export function OverviewPage({ facts, language }: Props) {
  const sum = (what: 'cases' | 'overdue') => facts.states.reduce((total, row) => total + row[what], 0);
  const states = facts.states.map(({ state, cases, overdue }) => ({
    key: state,
    label: stateNames[parseState(state)][language],
    href: `/bang?xem=tatca&trang-thai=${state}`,
    cases,
    overdue,
  }));
  const units = facts.units.map((row) => ({
    key: row.unit_code,
    label: row.name[language],
    cases: row.cases,
    overdue: row.overdue,
  }));
  return (
    <div data-live="*">
      <h1>{fill(t.overview_of[language], { unit: facts.unit[language] })}</h1>
      <p className="figures">
        <span className="figure">
          <b>{sum('cases')}</b> {t.overview_open[language]}
        </span>
        <a className={sum('overdue') > 0 ? 'figure late' : 'figure'} href="/bang?xem=tatca&han=qua-han">
          <b>{sum('overdue')}</b> {t.overview_overdue[language]}
        </a>
      </p>
      {facts.filedToday !== null && <Desk facts={facts} language={language} />}
      {sum('overdue') === 0 && <p className="notice good">{t.overview_all_on_time[language]}</p>}
      <Figures caption={t.state[language]} lines={states} language={language} />
      {units.length > 1 && <Figures caption={t.held_by[language]} lines={units} language={language} />}
    </div>
  );
}

/** What a desk looks at: what came in, who must bring something, and who is to be called in. */
function Desk({ facts, language }: Props) {
  const of = (state: string) => facts.states.find((row) => row.state === state)?.cases ?? 0;
  const figures = [
    { n: facts.filedToday ?? 0, name: t.desk_today, href: '/bang?xem=tatca&sap-xep=newest' },
    { n: of('waiting'), name: t.desk_waiting, href: '/bang?xem=tatca&trang-thai=waiting' },
    { n: of('finished'), name: t.desk_finished, href: '/bang?xem=tatca&trang-thai=finished' },
  ];
  return (
    <p className="figures">
      {figures.map(({ n, name, href }) => (
        <a key={href} className="figure" href={href}>
          <b>{n}</b> {name[language]}
        </a>
      ))}
    </p>
  );
}

function Figures({ caption, lines, language }: { caption: string; lines: Line[]; language: Language }) {
  return (
    <table className="rows figures-table">
      <thead>
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{t.number[language]}</th>
          <th scope="col">{t.number_overdue[language]}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{line.href ? <a href={line.href}>{line.label}</a> : line.label}</th>
            <td>{line.cases}</td>
            <td className={line.overdue > 0 ? 'late' : undefined}>{line.overdue}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
