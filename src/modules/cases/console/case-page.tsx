import type { ReactNode } from 'react';
import { fill, type Language } from '#platform/text.ts';
import { CaseProgress, PartyTimes } from '../progress/progress.tsx';
import type { Progress } from '../progress/read-progress.ts';
import type { Failed } from './act-form.tsx';
import { CaseActs, CaseBarred } from './case-acts.tsx';
import { CaseHead } from './case-head.tsx';
import type { CasePage as Facts } from './case-page-facts.ts';
import { CaseDocuments, CaseMessages } from './case-papers.tsx';
import { CaseSteps } from './case-steps.tsx';
import { caseTexts as t } from './case-texts.ts';
import { CaseTimeline } from './case-timeline.tsx';
import { eventWords } from './event-words.ts';
import { showMoment } from './time-words.ts';

type Props = {
  page: Facts;
  progress: Progress;
  language: Language;
  now: Date;
  failed: Failed | null;
  done: string | null;
  told: ReactNode;
  /** What State bodies have of it. */
  bodies: ReactNode;
};

/** Everything about one case on one page: what it is, its clock, its steps, what was done and what can be done. */
export function CasePage({ page, progress, language, now, failed, done, told, bodies }: Props) {
  return (
    <div className="case" data-live={page.view.code}>
      {done && (
        <p className="notice good" role="status">
          {done}
        </p>
      )}
      {failed && <Refusal page={page} language={language} failed={failed} />}
      <CaseHead page={page} language={language} now={now} />
      <CaseProgress progress={progress} holder={holderOf(page, language)} language={language} wide />
      <div className="case-columns">
        <div className="case-story">
          <CaseSteps page={page} language={language} now={now} />
          <PartyTimes progress={progress} language={language} />
          {bodies}
          <CaseMessages page={page} language={language} />
          {told}
          <CaseDocuments page={page} language={language} />
          <CaseTimeline page={page} language={language} />
        </div>
        <CaseActs page={page} language={language} failed={failed} />
        <CaseBarred page={page} language={language} failed={failed} />
      </div>
    </div>
  );
}

const holderOf = ({ view }: Facts, language: Language): string => view.unit?.name[language] ?? view.unit_code;

/** What is wrong and what to do; on a stale page also what the others did meanwhile. */
function Refusal({ page, language, failed }: { page: Facts; language: Language; failed: Failed }) {
  const { reason, facts } = failed.refused;
  const seen = Number(failed.typed.seen ?? 0);
  const missed = reason.code === 'stale_page' ? page.view.events.filter((event) => event.seq > seen) : [];
  return (
    <div className="notice bad" role="alert" tabIndex={-1}>
      <h2>{missed.length > 0 ? t.changed[language] : t.not_saved[language]}</h2>
      {missed.length === 0 && <p>{fill(reason[language], facts)}</p>}
      {missed.length > 0 && (
        <>
          <p>{t.changed_intro[language]}</p>
          <ul>
            {missed.map((event) => {
              const { title, detail } = eventWords(event, page.names);
              return (
                <li key={event.seq}>
                  {showMoment(event.at, language)}, {event.actor_name}: <b>{title[language]}</b>
                  {detail && ` — ${detail[language]}`}
                </li>
              );
            })}
          </ul>
          <p>{t.changed_kept[language]}</p>
        </>
      )}
    </div>
  );
}
