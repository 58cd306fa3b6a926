import { showCaseCode } from '#modules/cases/index.ts';
import { sayMoment } from '#modules/deadlines/index.ts';
import { fill, type Language } from '#platform/text.ts';
import type { Part } from '../keep-files.ts';
import { partWords, silenceWords, stateNames, texts as t } from './texts.ts';

export const tabs = ['tat-ca', 'cho-doc', 'chi-luu', 'khong-bao-nhan'] as const;
export type Tab = (typeof tabs)[number];
const tabNames = { 'tat-ca': t.all, 'cho-doc': t.waiting, 'chi-luu': t.listed, 'khong-bao-nhan': t.silent };

export type ShownMail = {
  id: string;
  at: Date;
  from: string;
  subject: string;
  state: string;
  silence: keyof typeof silenceWords | null;
  trouble: string | null;
  times: number;
  bytes: number;
  parts: Part[];
  code: string | null;
};
type Props = {
  language: Language;
  timezone: string;
  addresses: string;
  tab: Tab;
  mails: ShownMail[];
  next: string | null;
  first: boolean;
  done: boolean;
};

/** Every letter, what became of it, and why its sender was told nothing where that is so. */
export function MailsPage({ language, timezone, addresses, tab, mails, next, first, done }: Props) {
  const href = (change: string) => `/bang/thu-den?loc=${tab}${change}`;
  return (
    <>
      <h1>{t.title[language]}</h1>
      {done && (
        <p className="notice good" role="status">
          {t.done[language]}
        </p>
      )}
      <p className="hint">{fill(t.lead[language], { addresses })}</p>
      <nav aria-label={t.title[language]}>
        <ul className="tabs">
          {tabs.map((one) => (
            <li key={one}>
              <a
                className="tab"
                href={`/bang/thu-den?loc=${one}`}
                aria-current={one === tab ? 'page' : undefined}
              >
                {tabNames[one][language]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {mails.length === 0 && <p className="empty">{t.empty[language]}</p>}
      {mails.map((mail) => (
        <MailCard key={mail.id} mail={mail} language={language} timezone={timezone} />
      ))}
      {(!first || next) && (
        <p className="paging">
          {!first && <a href={href('')}>{t.newest[language]}</a>}
          {next && <a href={href(`&sau=${next}`)}>{t.older[language]}</a>}
        </p>
      )}
    </>
  );
}

type CardProps = { mail: ShownMail; language: Language; timezone: string };

function MailCard({ mail, language, timezone }: CardProps) {
  const at = mail.at.toISOString();
  return (
    <article className="card" aria-labelledby={`m-${mail.id}`}>
      <h2 id={`m-${mail.id}`}>{mail.subject || t.no_subject[language]}</h2>
      <p>
        <span className="badge">{stateNames[mail.state]?.[language]}</span>{' '}
        {mail.code && (
          <>
            {t.case[language]} <a href={`/bang/ho-so/${mail.code}`}>{showCaseCode(mail.code)}</a> ·{' '}
          </>
        )}
        {t.from[language]} <strong>{mail.from}</strong> ·{' '}
        <time dateTime={at}>{sayMoment(at, language, timezone)}</time>
      </p>
      {mail.silence && (
        <p>
          {t.why_silent[language]}: {silenceWords[mail.silence][language]}
        </p>
      )}
      {mail.trouble && (
        <p className="notice soon">
          {t.trouble[language]}: <span lang="en">{mail.trouble}</span>
        </p>
      )}
      {mail.times > 1 && <p className="hint">{fill(t.times[language], { n: mail.times })}</p>}
      <Parts mail={mail} language={language} />
      <MailActs mail={mail} language={language} />
    </article>
  );
}

function Parts({ mail: { parts }, language }: { mail: ShownMail; language: Language }) {
  if (parts.length === 0) return null;
  const words = ({ sha256, why }: Part) => partWords[sha256 ? 'paper' : (why ?? '')] ?? partWords.left;
  return (
    <details>
      <summary>
        {t.files[language]}: {parts.length}
      </summary>
      <ul>
        {parts.map((part) => (
          <li key={JSON.stringify(part)}>
            {part.name} <span className="hint">({words(part)?.[language]})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function MailActs({ mail, language }: { mail: ShownMail; language: Language }) {
  const subject = mail.subject || t.no_subject[language];
  const again = (mail.state === 'listed' ? t.open_it : t.again)[language];
  const raw = t.raw[language];
  return (
    <div className="filter-buttons">
      <a href={`/bang/thu-den/${mail.id}/goc`} data-turbo="false" aria-label={`${raw}: ${subject}`}>
        {raw}
      </a>
      {!mail.code && (
        <form method="post" action={`/bang/thu-den/${mail.id}/mo-lai`}>
          <button type="submit" className="second" aria-label={`${again}: ${subject}`}>
            {again}
          </button>
        </form>
      )}
    </div>
  );
}
