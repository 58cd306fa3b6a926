import type { Language } from '#platform/text.ts';
import type { CasePage } from './case-page-facts.ts';
import { caseTexts as t } from './case-texts.ts';
import { eventWords } from './event-words.ts';
import { showMoment } from './time-words.ts';

/** The newest first; each event with its number in the chain. */
export function CaseTimeline({ page, language }: { page: CasePage; language: Language }) {
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t.timeline[language]}</h2>
      <ol className="timeline" reversed>
        {page.view.events.toReversed().map((event) => {
          const { title, detail } = eventWords(event, page.names);
          const unit = event.actor_unit && page.names.units.get(event.actor_unit);
          return (
            <li key={event.seq} value={event.seq}>
              <p>
                <b>{title[language]}</b>
                {detail && <>: {detail[language]}</>}
              </p>
              <p className="hint">
                <time dateTime={event.at.toISOString()}>{showMoment(event.at, language)}</time> ·{' '}
                {event.actor_name}
                {unit && ` · ${unit[language]}`}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
