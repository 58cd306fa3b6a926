import { sayDay, sayMoment } from '#modules/deadlines/index.ts';
import { dayAt, utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { ActForm, type Failed } from '../body/form.tsx';
import { Due } from '../body/list-page.tsx';
import { answerWords } from '../body/task-history.tsx';
import type { AttemptRow } from '../queries.ts';
import { isOpenSupplement } from '../standing.ts';
import type { BodyStep } from './read-bodies.ts';
import { t } from './texts.ts';

type Props = { steps: readonly BodyStep[]; language: Language; now: Date; failed?: Failed | null };

/** A section of a case's page: which body has what, since when, until when, what it answered, and what the unit can do. */
export function BodySection({ steps, language, now, failed = null }: Props) {
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="bodies-title" id="co-quan">
      <h2 id="bodies-title">{t.section[language]}</h2>
      {steps.map((step) => (
        <OneBody key={step.taskId} step={step} language={language} now={now} failed={failed} />
      ))}
    </section>
  );
}

function OneBody({ step, language, now, failed }: { step: BodyStep } & Omit<Props, 'steps'>) {
  const late = step.due !== null && step.due < now;
  const back = step.open && step.decision !== null;
  return (
    <article className="card">
      <h3>
        {step.step[language]}: {step.body[language]}
      </h3>
      {step.open && !back && (
        <p>
          <Due
            task={{
              due_at: step.due,
              daysLeft: step.daysLeft,
              late,
              ...(step.waiting ? { stage: 'waiting' } : {}),
            }}
            language={language}
          />
        </p>
      )}
      {back && <p className="notice">{t.at_unit[language]}</p>}
      <Story step={step} language={language} />
      {step.possible.map((act) => (
        <ActForm
          key={act.slug}
          slug={formOf(act.slug, step.taskId)}
          name={act.name(step)}
          hint={act.hint}
          action={`/bang/ho-so/${step.code}/co-quan/${step.taskId}/${act.slug}`}
          fields={act.fields(step, language)}
          open={false}
          failed={failed ?? null}
          language={language}
        />
      ))}
    </article>
  );
}

/** Several bodies stand on one page: each form has a name of its own. */
export const formOf = (slug: string, taskId: string): string => `${slug}-${taskId.slice(0, 8)}`;

const at = (moment: Date, language: Language) => sayMoment(moment.toISOString(), language, utilityZone);
const sentBy: Record<string, Text> = { system: t.sent_system, mail: t.sent_mail, paper: t.sent_paper };

function Story({ step, language }: { step: BodyStep; language: Language }) {
  const lines = step.attempts.flatMap((attempt) => linesOf(attempt, attempt.body[language], step, language));
  return (
    <>
      {lines.length === 0 && (
        <p className="hint">{fill(t.sending[language], { body: step.body[language] })}</p>
      )}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {step.attempts.map(
          ({ result_document, result_name }) =>
            result_document && (
              <li key={result_document}>
                <a href={`/bang/ho-so/${step.code}/tep/${result_document}`}>{result_name}</a>
              </li>
            ),
        )}
      </ul>
    </>
  );
}

const letterWords = (delivery: string | null): Text => {
  if (delivery === 'failed') return t.letter_failed;
  return delivery === null ? t.letter_waits : t.letter;
};

function linesOf(attempt: AttemptRow, body: string, step: BodyStep, language: Language): string[] {
  const { sent_at, received_at, accepted_at, decided_at, how } = attempt;
  const say = (sentence: Text, facts: Record<string, string> = {}) =>
    fill(sentence[language], { body, ...facts });
  const link = step.links.findLast(({ agency_task_id }) => agency_task_id === attempt.id);
  const until = link ? sayDay(dayAt(link.expires_at)) : '';
  return [
    say(sentBy[how] ?? t.sent_system, { at: at(sent_at, language) }),
    ...(link
      ? [say(letterWords(link.delivery), { to: link.sent_to, at: at(link.made_at, language), until })]
      : []),
    ...(received_at
      ? [say(t.received, { at: at(received_at, language) })]
      : decided_at
        ? []
        : [say(t.not_received)]),
    ...(accepted_at ? [say(t.accepted, { at: at(accepted_at, language) })] : []),
    ...supplementLines(attempt, body, step, language),
    ...(decided_at
      ? [say(t.answered, { at: at(decided_at, language), words: answerWords(attempt, language) })]
      : []),
  ];
}

const supplementLines = ({ id }: AttemptRow, body: string, step: BodyStep, language: Language): string[] =>
  step.supplements
    .filter(({ agency_task_id }) => agency_task_id === id)
    .flatMap((one) => [
      fill(t.asked[language], {
        body,
        at: at(one.asked_at, language),
        what: one.what,
        until: sayDay(one.until),
      }),
      ...(one.counts_late ? [t.counts_late[language]] : []),
      ...(one.answered_at && !isOpenSupplement(one)
        ? [fill(t.given[language], { who: one.answered_by ?? '', at: at(one.answered_at, language) })]
        : []),
    ]);
