import { sayMoment } from '#modules/deadlines/index.ts';
import { fill, type Language } from '#platform/text.ts';
import { Notice } from '#ui/parts.tsx';
import type { EndpointRow } from '../queries.ts';
import type { Summary } from '../queries-messages.ts';
import { AddForm, type Failed } from './add-form.tsx';
import { stateNames, texts as t, whyOff } from './texts.ts';

export type EndpointItem = EndpointRow & { summary: Summary | undefined; unitName: string };
type Props = {
  language: Language;
  timezone: string;
  endpoints: EndpointItem[];
  failed: Failed | null;
  done: string | null;
};

export function ListPage({ language, timezone, endpoints, failed, done }: Props) {
  return (
    <>
      <h1>{t.title[language]}</h1>
      {done && <Notice kind="good">{done}</Notice>}
      <p>{t.intro[language]}</p>
      {endpoints.length === 0 && <p className="empty">{t.none[language]}</p>}
      {endpoints.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t.address[language]}</th>
              <th scope="col">{t.unit[language]}</th>
              <th scope="col">{t.state[language]}</th>
              <th scope="col">{t.last[language]}</th>
              <th scope="col">{t.failures[language]}</th>
            </tr>
          </thead>
          <tbody>
            {endpoints.map((endpoint) => (
              <Row key={endpoint.id} endpoint={endpoint} language={language} timezone={timezone} />
            ))}
          </tbody>
        </table>
      )}
      <AddForm language={language} failed={failed} />
    </>
  );
}

type RowProps = { endpoint: EndpointItem; language: Language; timezone: string };

function Row({ endpoint, language, timezone }: RowProps) {
  const { id, url, description, summary, unitName } = endpoint;
  const at = summary?.last_at?.toISOString();
  const failed = summary?.failed ?? 0;
  return (
    <tr>
      <th scope="row">
        <a href={`/bang/webhook/${id}`} className="long-words">
          {url}
        </a>
        {description && <span className="hint">{description}</span>}
      </th>
      <td>{unitName}</td>
      <td>
        <EndpointState endpoint={endpoint} language={language} />
      </td>
      <td>
        {at ? (
          <>
            <time dateTime={at}>{sayMoment(at, language, timezone)}</time>:{' '}
            {stateNames[summary?.last_state ?? '']?.[language]}
          </>
        ) : (
          t.never[language]
        )}
      </td>
      <td>
        <span className="only-narrow">{t.failures[language]}: </span>
        {failed > 0 ? (
          <a href={`/bang/webhook/${id}?chi=hong`} className="late">
            {failed >= 100 ? '100+' : failed}
            <span className="unseen"> {t.only_failed[language]}</span>
          </a>
        ) : (
          0
        )}
      </td>
    </tr>
  );
}

/** On, or off and why. */
export function EndpointState({ endpoint, language }: { endpoint: EndpointRow; language: Language }) {
  const why = endpoint.disabled_why;
  if (!why) return <span className="badge state-finished">{t.on[language]}</span>;
  return (
    <>
      <span className="badge state-closed">{t.off[language]}</span> {whyOff[why]?.[language] ?? why}
    </>
  );
}

/** The one page on which a secret stands. */
export function SecretPage({ language, endpoint, secret, timezone }: SecretProps) {
  const until = endpoint.previous_secret_until?.toISOString();
  return (
    <div className="narrow wide">
      <h1>{t.secret_title[language]}</h1>
      <p className="long-words">{endpoint.url}</p>
      <p className="card">
        <code className="long-words">{secret}</code>
      </p>
      <p>{t.secret_hint[language]}</p>
      {until && <p>{fill(t.rotating[language], { until: sayMoment(until, language, timezone) })}</p>}
      <p>
        <a href={`/bang/webhook/${endpoint.id}`}>{t.to_log[language]}</a>
      </p>
    </div>
  );
}
type SecretProps = { language: Language; endpoint: EndpointRow; secret: string; timezone: string };
