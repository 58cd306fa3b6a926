import { sayMoment } from '#modules/deadlines/index.ts';
import type { Language } from '#platform/text.ts';
import type { NoticePage, NoticeView } from '../list-notices.ts';
import { kindNames } from '../texts.ts';
import { channelNames, outcomeNames, texts as t } from './texts.ts';

type Props = {
  language: Language;
  timezone: string;
  page: NoticePage;
  /** Whether letters really leave. */
  sends: boolean;
  first: boolean;
};

/** What went out, or would have, word by word, with its delivery log. */
export function OutboxPage({ language, timezone, page, sends, first }: Props) {
  return (
    <>
      <h1>{t.title[language]}</h1>
      <p className={sends ? 'hint' : 'notice'}>{(sends ? t.sent_over : t.not_sent)[language]}</p>
      {page.notices.length === 0 && <p className="empty">{t.empty[language]}</p>}
      {page.notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} language={language} timezone={timezone} />
      ))}
      <nav className="paging" aria-label={t.title[language]}>
        {!first && <a href="/bang/thu-di">{t.newest[language]}</a>}
        {page.next && <a href={`/bang/thu-di?sau=${page.next}`}>{t.older[language]}</a>}
      </nav>
    </>
  );
}

type CardProps = { notice: NoticeView; language: Language; timezone: string };
const names: Record<string, { vi: string; en: string }> = kindNames;

function NoticeCard({ notice, language, timezone }: CardProps) {
  const at = notice.created_at.toISOString();
  return (
    <article className="card" aria-labelledby={`n-${notice.id}`}>
      <h2 id={`n-${notice.id}`} lang={notice.language}>
        {notice.subject}
      </h2>
      <p>
        <span className="badge">{names[notice.kind]?.[language] ?? notice.kind}</span>{' '}
        <span className="badge">{channelNames[notice.channel]?.[language]}</span> {t.to[language]}{' '}
        <strong>{notice.recipient}</strong> · <time dateTime={at}>{sayMoment(at, language, timezone)}</time>
      </p>
      <div lang={notice.language} className="letter-body">
        {notice.body_text}
      </div>
      {notice.body_html && (
        <p>
          <a href={`/bang/thu-di/${notice.id}`}>{t.as_seen[language]}</a>
        </p>
      )}
      <Deliveries notice={notice} language={language} timezone={timezone} />
    </article>
  );
}

function Deliveries({ notice, language, timezone }: CardProps) {
  if (notice.deliveries.length === 0) return <p className="hint">{t.waiting[language]}</p>;
  return (
    <>
      <h3>{t.deliveries[language]}</h3>
      <ul>
        {notice.deliveries.map(({ id, at, outcome, detail }) => (
          <li key={id}>
            {sayMoment(at.toISOString(), language, timezone)}: {outcomeNames[outcome]?.[language]}{' '}
            <small lang="en">({detail})</small>
          </li>
        ))}
      </ul>
    </>
  );
}
