import type { ReactNode } from 'react';
import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { TextField } from '#ui/form.tsx';
import { Notice } from '#ui/parts.tsx';
import type { AttemptRow } from '../queries-messages.ts';
import { statusName } from '../texts.ts';
import type { ConnectionLog } from './connection-facts.ts';
import { kindNames, messageStates, texts as t } from './texts.ts';

type Props = { language: Language; log: ConnectionLog; keeps: boolean; done: string | null };

/** The messages of one connection, each way. */
export function MessagesPage({ language, log, keeps, done }: Props) {
  const { endpoint, view } = log;
  const base = `/bang/lien-thong/${endpoint.code}`;
  const tabs: [string, Text][] = [
    ['', t.all],
    ['?chieu=di', t.outgoing],
    ['?chieu=di&xem=cho', t.only_open],
    ['?chieu=den', t.incoming],
    ['?chieu=den&xem=cho', t.only_held],
    ['?xem=hong', t.only_failed],
  ];
  return (
    <>
      <h1>{endpoint.name}</h1>
      {done && <Notice kind="good">{done}</Notice>}
      <p className="long-words">{endpoint.url}</p>
      {log.moves.map(({ id, from_url, at: when, by_whom }) => (
        <p key={id} className="hint long-words">
          {fill(t.moved_from[language], { from: from_url, who: by_whom, at: at(when, language) })}
        </p>
      ))}
      {keeps && <Keep language={language} log={log} />}
      <nav aria-label={t.state[language]}>
        <p className="wrap filter-buttons">
          {tabs.map(([search, name]) => (
            <a key={search} href={base + search} aria-current={search === view.search ? 'page' : undefined}>
              {name[language]}{' '}
            </a>
          ))}
        </p>
      </nav>
      {view.outgoing && <Outgoing language={language} log={log} keeps={keeps} />}
      {view.incoming && <Incoming language={language} log={log} />}
      <p>
        <a href="/bang/lien-thong">{t.back[language]}</a>
      </p>
    </>
  );
}

function Keep({ language, log: { endpoint } }: { language: Language; log: ConnectionLog }) {
  const base = `/bang/lien-thong/${endpoint.code}`;
  return (
    <div className="filter-buttons wrap">
      <form method="post" action={`${base}/${endpoint.active ? 'tat' : 'bat'}`}>
        <button type="submit" className="quiet">
          {(endpoint.active ? t.switch_off : t.switch_on)[language]}
        </button>
      </form>
      <form method="post" action={`${base}/doi-khoa`} data-turbo="false">
        <button type="submit" className="quiet">
          {t.rotate[language]}
        </button>
      </form>
      <details className="act">
        <summary>{t.move[language]}</summary>
        <form method="post" action={`${base}/dia-chi`}>
          <TextField
            name="url"
            type="url"
            label={t.address[language]}
            value={endpoint.url}
            autoComplete="off"
          />
          <button type="submit">{t.move[language]}</button>
        </form>
      </details>
    </div>
  );
}

const at = (moment: Date, language: Language) => sayMoment(moment.toISOString(), language, utilityZone);

function Outgoing({ language, log, keeps }: { language: Language; log: ConnectionLog; keeps: boolean }) {
  return (
    <section>
      <h2>{t.outgoing[language]}</h2>
      {log.outgoing.length === 0 && <p className="empty">{t.none[language]}</p>}
      {log.outgoing.map((message) => (
        <Message
          key={message.id}
          title={`${message.line}, ${message.seq}`}
          kind={kindNames[message.kind]?.[language] ?? message.kind}
          status={message.status}
          state={message.state}
          when={message.created_at}
          language={language}
        >
          <Tries attempts={message.attempts} language={language} />
          {message.next_try_at && message.tries > 0 && (
            <p className="hint">{fill(t.next_try[language], { at: at(message.next_try_at, language) })}</p>
          )}
          {keeps && message.state === 'dead' && (
            <form method="post" action={`/bang/lien-thong/${log.endpoint.code}/tin/${message.id}/gui-lai`}>
              <button type="submit">{t.send_again[language]}</button>
            </form>
          )}
        </Message>
      ))}
    </section>
  );
}

function Tries({ attempts, language }: { attempts: readonly AttemptRow[]; language: Language }) {
  if (attempts.length === 0) return null;
  return (
    <ul>
      {attempts.slice(-5).map((one) => (
        <li key={one.id}>
          {one.status === null
            ? fill(t.not_answered[language], { at: at(one.at, language), error: one.error ?? '' })
            : fill(t.answered[language], { at: at(one.at, language), status: one.status })}
        </li>
      ))}
    </ul>
  );
}

function Incoming({ language, log }: { language: Language; log: ConnectionLog }) {
  return (
    <section>
      <h2>{t.incoming[language]}</h2>
      {log.incoming.length === 0 && <p className="empty">{t.none[language]}</p>}
      {log.incoming.map((message) => (
        <Message
          key={message.id}
          title={message.line ? `${message.line}, ${message.seq}` : message.message_id}
          kind={message.kind ? (kindNames[message.kind]?.[language] ?? message.kind) : '?'}
          status={null}
          state={message.state}
          when={message.received_at}
          language={language}
        >
          {message.answer_status >= 400 && (
            <p className="hint">
              {fill(t.answered[language], {
                at: at(message.received_at, language),
                status: message.answer_status,
              })}
            </p>
          )}
          {message.repeats > 0 && (
            <p className="hint">{fill(t.repeated[language], { n: message.repeats })}</p>
          )}
        </Message>
      ))}
    </section>
  );
}

type MessageProps = {
  title: string;
  kind: string;
  status: number | null;
  state: string;
  when: Date;
  language: Language;
  children: ReactNode;
};

function Message({ title, kind, status, state, when, language, children }: MessageProps) {
  const bad = state === 'dead' || state === 'refused' || state === 'conflict';
  return (
    <article className="card">
      <h3 className="long-words">{title}</h3>
      <p>
        {kind}
        {status === null ? '' : `: ${statusName(status)[language]}`}, {at(when, language)}.{' '}
        <span className={`badge ${bad ? 'late' : 'state-finished'}`}>
          {messageStates[state]?.[language] ?? state}
        </span>
      </p>
      {children}
    </article>
  );
}
