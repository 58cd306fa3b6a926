import { sayDay, sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language } from '#platform/text.ts';
import type { AttemptRow } from '../queries.ts';
import type { TaskView } from '../read-task.ts';
import { decisionNames, t } from './texts.ts';

type Entry = { at: Date; words: string; who: string | null };

/** What happened to this step at this body, and to no other, oldest first. */
export function TaskHistory({ view, language }: { view: TaskView; language: Language }) {
  const entries = [
    ...view.attempts.flatMap((attempt) => ofAttempt(attempt, view, language)),
    ...ofSupplements(view, language),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{t.history[language]}</h2>
      <ol className="timeline">
        {entries.map(({ at, words, who }) => (
          <li key={`${at.getTime()} ${words}`}>
            <p>{words}</p>
            <p className="hint">
              <time dateTime={at.toISOString()}>{sayMoment(at.toISOString(), language, utilityZone)}</time>
              {who && ` · ${who}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ofAttempt(attempt: AttemptRow, view: TaskView, language: Language): Entry[] {
  const { sent_at, received_at, accepted_at, decided_at, decision } = attempt;
  const sent = fill(t.h_sent[language], { body: view.body[language], n: attempt.attempt });
  return [
    { at: sent_at, words: sent, who: view.unit[language] },
    ...(received_at ? [{ at: received_at, words: t.h_received[language], who: attempt.received_by }] : []),
    ...(accepted_at ? [{ at: accepted_at, words: t.h_accepted[language], who: attempt.accepted_by }] : []),
    ...(decided_at && decision
      ? [{ at: decided_at, words: answerWords(attempt, language), who: attempt.decided_by }]
      : []),
  ];
}

/** What a body answered, in a sentence: number and day, the reason, and that it was written down from paper. */
export function answerWords(attempt: AttemptRow, language: Language): string {
  const { decision, document_number, document_date, note, recorded_by_unit } = attempt;
  const name = decisionNames[decision ?? '']?.[language] ?? '';
  const document = document_number && document_date ? `${document_number}, ${sayDay(document_date)}` : '';
  const paper = recorded_by_unit ? t.by_unit[language] : '';
  return [name, document, note, paper, signatureWords(attempt, language)].filter((part) => part).join('. ');
}

/** Whether the file of the answer is signed, and by whom; nothing where nobody looked. */
export function signatureWords(
  { result_signature, result_signed_by }: Pick<AttemptRow, 'result_signature' | 'result_signed_by'>,
  language: Language,
): string {
  if (result_signature === 'holds') return fill(t.signed_by[language], { who: result_signed_by ?? '' });
  if (result_signature === null) return '';
  return (result_signature === 'none' ? t.not_signed : t.signature_unread)[language];
}

const ofSupplements = ({ supplements }: TaskView, language: Language): Entry[] =>
  supplements.flatMap((one) => [
    {
      at: one.asked_at,
      words:
        fill(t.h_asked[language], { what: one.what, until: sayDay(one.until) }) +
        (one.counts_late ? `; ${t.h_counts_late[language]}` : ''),
      who: one.asked_by,
    },
    ...(one.answered_at
      ? [
          {
            at: one.answered_at,
            words: fill(t.h_given[language], { answer: one.answer ?? '' }),
            who: one.answered_by,
          },
        ]
      : []),
  ]);
