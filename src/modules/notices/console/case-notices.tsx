import type { Language } from '#platform/text.ts';
import type { NoticeView } from '../list-notices.ts';
import { channelNames, outcomeNames, texts as t } from './texts.ts';

type Props = { notices: readonly NoticeView[]; language: Language; say(at: Date): string };

/** A section of a case's page: what the customer was sent, how, and whether it left. */
export function CaseNotices({ notices, language, say }: Props) {
  return (
    <section aria-labelledby="notices-title">
      <h2 id="notices-title">{t.of_case[language]}</h2>
      {notices.length === 0 && <p className="hint">{t.none_of_case[language]}</p>}
      <ul className="messages">
        {notices.map((notice) => (
          <Told key={notice.id} notice={notice} language={language} say={say} />
        ))}
      </ul>
    </section>
  );
}

function Told({ notice, language, say }: { notice: NoticeView; language: Language; say(at: Date): string }) {
  const { subject, channel, recipient, created_at, deliveries } = notice;
  const last = deliveries.at(-1);
  return (
    <li className="out">
      <p className="hint">
        <b>{channelNames[channel]?.[language]}</b> · {recipient} · {say(created_at)} ·{' '}
        {last ? outcomeNames[last.outcome]?.[language] : t.waiting[language]}
      </p>
      <details>
        <summary lang={notice.language}>{subject}</summary>
        <div lang={notice.language} className="letter-body">
          {notice.body_text}
        </div>
      </details>
    </li>
  );
}
