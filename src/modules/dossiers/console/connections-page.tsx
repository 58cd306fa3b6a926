import type { ReactNode } from 'react';
import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language } from '#platform/text.ts';
import { Notice } from '#ui/parts.tsx';
import type { CompanyHealth, Connected, Connections } from '../health.ts';
import { healthNames, texts as t } from './texts.ts';

type Props = { language: Language; found: Connections; done: string | null; form: ReactNode };

/** How each company is connected, each figure opening to its messages. */
export function ConnectionsPage({ language, found, done, form }: Props) {
  const { companies, connected, limit } = found;
  return (
    <>
      <h1>{t.connections[language]}</h1>
      {done && <Notice kind="good">{done}</Notice>}
      <p className="figure">
        <b>{fill(t.connected_of[language], { connected, all: companies.length })}</b>
      </p>
      <p className="hint">
        {fill(t.connected_rule[language], { hours: limit.hours })}{' '}
        {limit.uncertain && t.limit_uncertain[language]}
      </p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t.company[language]}</th>
            <th scope="col">{t.health[language]}</th>
            <th scope="col">{t.last_out[language]}</th>
            <th scope="col">{t.last_in[language]}</th>
            <th scope="col">{t.backlog[language]}</th>
            <th scope="col">{t.held[language]}</th>
            <th scope="col">{t.errors[language]}</th>
            <th scope="col">{t.conflicts[language]}</th>
          </tr>
        </thead>
        <tbody>{companies.flatMap((company) => rowsOf(company, language))}</tbody>
      </table>
      {form}
    </>
  );
}

function rowsOf({ company, connections, health }: CompanyHealth, language: Language): ReactNode[] {
  if (connections.length === 0)
    return [
      <tr key={company.code}>
        <th scope="row">{company.name[language]}</th>
        <td>
          <HealthBadge health={health} language={language} />
        </td>
        <td colSpan={6} />
      </tr>,
    ];
  return connections.map((one) => (
    <Row key={one.endpoint.code} one={one} name={company.name[language]} language={language} />
  ));
}

function HealthBadge({ health, language }: { health: Connected['health']; language: Language }) {
  const look = health === 'connected' ? 'state-finished' : health === 'no_portal' ? 'state-closed' : 'late';
  return <span className={`badge ${look}`}>{healthNames[health][language]}</span>;
}

type RowProps = { one: Connected; name: string; language: Language };

function Row({ one: { endpoint, found, health }, name, language }: RowProps) {
  const base = `/bang/lien-thong/${endpoint.code}`;
  const at = (moment: Date) => sayMoment(moment.toISOString(), language, utilityZone);
  const waiting = found.waiting + found.dead;
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="hint">
          <a href={base}>{endpoint.name}</a>
        </span>
      </th>
      <td>
        <HealthBadge health={health} language={language} />
      </td>
      <td>
        <Labelled label={t.last_out[language]}>
          <a href={`${base}?chieu=di`}>{found.last_out ? at(found.last_out) : t.never[language]}</a>
        </Labelled>
      </td>
      <td>
        <Labelled label={t.last_in[language]}>
          <a href={`${base}?chieu=den`}>{found.last_in ? at(found.last_in) : t.never[language]}</a>
        </Labelled>
      </td>
      <td>
        <Labelled label={t.backlog[language]}>
          <a href={`${base}?chieu=di&xem=cho`}>{waiting}</a>
          {found.oldest && <span className="hint">{fill(t.since[language], { at: at(found.oldest) })}</span>}
        </Labelled>
      </td>
      <td>
        <Labelled label={t.held[language]}>
          <a href={`${base}?chieu=den&xem=cho`}>{found.held}</a>
          {found.oldest_held && (
            <span className="hint">{fill(t.since[language], { at: at(found.oldest_held) })}</span>
          )}
        </Labelled>
      </td>
      <td>
        <Labelled label={t.errors[language]}>
          <a href={`${base}?xem=hong`}>{found.errors}</a>
        </Labelled>
      </td>
      <td>
        <Labelled label={t.conflicts[language]}>
          <a href={`/bang/lien-thong/cho-lech?cong=${endpoint.code}`}>{found.conflicts}</a>
        </Labelled>
      </td>
    </tr>
  );
}

/** On a narrow screen a row is a card, and each figure says what it is. */
function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <span className="only-narrow">{label}: </span>
      {children}
    </>
  );
}
