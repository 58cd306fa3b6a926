import { sayMoment } from '#modules/deadlines/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { Notice } from '#ui/parts.tsx';
import type { MessagePage, MessageView } from '../messages.ts';
import type { EndpointRow } from '../queries.ts';
import type { AttemptRow } from '../queries-messages.ts';
import { EndpointState } from './list-page.tsx';
import { stateNames, texts as t, typeNames } from './texts.ts';

type Props = {
  language: Language;
  timezone: string;
  endpoint: EndpointRow;
  page: MessagePage;
  failedOnly: boolean;
  first: boolean;
  done: string | null;
};
const names: Record<string, Text> = typeNames;
const badges: Record<string, string> = {
  waiting: 'state-waiting',
  delivered: 'state-finished',
  failed: 'late',
};

/** One address: how it fares, what can be done, and every message with every try. */
export function LogPage({ language, timezone, endpoint, page, failedOnly, first, done }: Props) {
  const here = `/bang/webhook/${endpoint.id}`;
  const filter = failedOnly ? '?chi=hong' : '';
  return (
    <>
      <p>
        <a href="/bang/webhook">{t.back[language]}</a>
      </p>
      <h1 className="long-words">{endpoint.url}</h1>
      {done && <Notice kind="good">{done}</Notice>}
      <Facts endpoint={endpoint} language={language} timezone={timezone} />
      <Doings endpoint={endpoint} language={language} />
      <h2>{t.log[language]}</h2>
      <p>
        <a href={failedOnly ? here : `${here}?chi=hong`}>
          {(failedOnly ? t.show_all : t.only_failed)[language]}
        </a>
      </p>
      {page.messages.length === 0 && <p className="empty">{t.log_empty[language]}</p>}
      {page.messages.map((message) => (
        <Message
          key={message.id}
          message={message}
          on={endpoint.disabled_at === null}
          language={language}
          timezone={timezone}
        />
      ))}
      <nav className="paging" aria-label={t.log[language]}>
        {!first && <a href={`${here}${filter}`}>{t.newest[language]}</a>}
        {page.next && (
          <a href={`${here}?${failedOnly ? 'chi=hong&' : ''}sau=${page.next}`}>{t.older[language]}</a>
        )}
      </nav>
    </>
  );
}

type Shown = { endpoint: EndpointRow; language: Language; timezone: string };

function Facts({ endpoint, language, timezone }: Shown) {
  const { description, event_types: types, previous_secret_until } = endpoint;
  const until = previous_secret_until?.toISOString();
  return (
    <>
      <p>
        <EndpointState endpoint={endpoint} language={language} />
        {description && ` · ${description}`}
      </p>
      <p>
        {t.types[language]}:{' '}
        {types.length === 0
          ? t.all_types[language]
          : types.map((type) => names[type]?.[language] ?? type).join(', ')}
      </p>
      {until && <p>{fill(t.rotating[language], { until: sayMoment(until, language, timezone) })}</p>}
    </>
  );
}

function Doings({ endpoint, language }: { endpoint: EndpointRow; language: Language }) {
  const on = endpoint.disabled_at === null;
  const to = (slug: string) => `/bang/webhook/${endpoint.id}/${slug}`;
  return (
    <div className="filter-buttons wrap">
      {on && <Do action={to('gui-thu')} label={t.test[language]} />}
      <Do action={to(on ? 'tat' : 'bat')} label={(on ? t.switch_off : t.switch_on)[language]} />
      <Do action={to('doi-khoa')} label={t.rotate[language]} plain />
      <details>
        <summary>{t.remove[language]}</summary>
        <p>{t.remove_hint[language]}</p>
        <Do action={to('xoa')} label={t.remove_do[language]} />
      </details>
    </div>
  );
}

type DoProps = { action: string; label: string; about?: string; plain?: boolean };

function Do({ action, label, about, plain }: DoProps) {
  return (
    <form method="post" action={action} data-turbo={plain ? 'false' : undefined}>
      <button type="submit" className="quiet">
        {label}
        {about && <span className="unseen"> {about}</span>}
      </button>
    </form>
  );
}

type MessageProps = { message: MessageView; on: boolean; language: Language; timezone: string };

function Message({ message, on, language, timezone }: MessageProps) {
  const { id, endpoint_id, event_type, state, next_try_at, attempts } = message;
  const name = names[event_type]?.[language] ?? event_type;
  const at = message.created_at.toISOString();
  const next = attempts.length > 0 ? next_try_at?.toISOString() : undefined;
  return (
    <article className="card" aria-labelledby={`m-${id}`}>
      <h3 id={`m-${id}`}>
        {name} <small>{event_type}</small>
      </h3>
      <p>
        <span className={`badge ${badges[state] ?? ''}`}>{stateNames[state]?.[language] ?? state}</span>{' '}
        <time dateTime={at}>{sayMoment(at, language, timezone)}</time>
        {next && ` · ${fill(t.next_try[language], { at: sayMoment(next, language, timezone) })}`}
      </p>
      {attempts.length === 0 && <p className="hint">{t.no_try[language]}</p>}
      {attempts.length > 0 && (
        <ul>
          {attempts.map((attempt) => (
            <Attempt key={attempt.id} attempt={attempt} language={language} timezone={timezone} />
          ))}
        </ul>
      )}
      <details>
        <summary>
          {t.body[language]}
          <span className="unseen"> {id}</span>
        </summary>
        <code className="long-words">{message.body}</code>
      </details>
      {on && (
        <Do
          action={`/bang/webhook/${endpoint_id}/tin/${id}/gui-lai`}
          label={t.send_again[language]}
          about={id}
        />
      )}
    </article>
  );
}

type AttemptProps = { attempt: AttemptRow; language: Language; timezone: string };

function Attempt({ attempt, language, timezone }: AttemptProps) {
  const { at, status, ms, error, answer } = attempt;
  const words =
    status === null
      ? fill(t.not_answered[language], { error: error ?? '', ms })
      : fill(t.answered[language], { status, ms });
  return (
    <li>
      {sayMoment(at.toISOString(), language, timezone)}: {words}
      {answer && (
        <>
          {' '}
          <small className="long-words" lang="">
            “{answer}”
          </small>
        </>
      )}
    </li>
  );
}
