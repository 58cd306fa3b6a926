import type { Language, Text } from '#platform/text.ts';
import type { CasePage } from './case-page-facts.ts';
import { caseTexts as t } from './case-texts.ts';
import { readOpening } from './opening-facts.ts';
import { showMoment } from './time-words.ts';

type Props = { page: CasePage; language: Language };
const directions: Record<string, Text> = { in: t.from_customer, out: t.to_customer, internal: t.internal };

export function CaseMessages({ page: { view }, language }: Props) {
  return (
    <section aria-labelledby="messages-title">
      <h2 id="messages-title">{t.messages[language]}</h2>
      {view.messages.length === 0 && <p className="hint">{t.no_messages[language]}</p>}
      <ul className="messages">
        {view.messages.map((message) => (
          <li key={message.id} className={message.direction}>
            <p className="hint">
              <b>{directions[message.direction]?.[language]}</b> · {message.author} ·{' '}
              {showMoment(message.at, language)}
            </p>
            <p className="body">{message.body}</p>
            {message.quoted && (
              <details>
                <summary>{t.quoted[language]}</summary>
                <p className="body">{message.quoted}</p>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function CaseDocuments({ page: { view }, language }: Props) {
  const asked = new Map(view.service.documents.map((document) => [document.code, document.name]));
  return (
    <section aria-labelledby="documents-title">
      <h2 id="documents-title">{t.documents[language]}</h2>
      {view.documents.length === 0 && <p className="hint">{t.no_documents[language]}</p>}
      <SeenOriginals view={view} language={language} />
      <ul>
        {view.documents.map((document) => (
          <li key={document.id}>
            <a href={`/bang/ho-so/${view.code}/tep/${document.id}`} data-turbo="false">
              {document.name}
            </a>{' '}
            <span className="hint">
              {asked.get(document.kind)?.[language] ?? ''} · {sizeOf(document.bytes)} · {document.by_whom},{' '}
              {showMoment(document.at, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What lies in no file, and need not be asked for again. */
function SeenOriginals({ view, language }: { view: CasePage['view']; language: Language }) {
  const { visit } = readOpening(view);
  const names = view.service.documents.filter(({ code }) => visit?.shown.includes(code));
  if (!visit || (names.length === 0 && !visit.identity_seen)) return null;
  const said = [
    ...names.map(({ name }) => name[language]),
    ...(visit.identity_seen ? [t.identity_seen[language]] : []),
  ];
  return (
    <p>
      <b>{t.originals_seen[language]}:</b> {said.join('; ')}
    </p>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
