import type { Language, Text } from '#platform/text.ts';
import { texts as progress } from '../progress/texts.ts';
import { because } from '../progress/words.ts';
import type { CasePage } from './case-page-facts.ts';
import { caseTexts as t } from './case-texts.ts';
import { dueWords, showMoment } from './time-words.ts';

const stepStates: Record<string, Text> = {
  waiting: t.step_waiting,
  open: t.step_open,
  done: t.step_done,
  skipped: t.step_skipped,
};

type Task = CasePage['view']['steps'][number];

/** The unit follows what the customer and their contractor do; it does not do it. */
const doer = ({ names }: CasePage, { level, unit_code }: Task): Text =>
  level === 'customer' || level === 'contractor'
    ? progress[level]
    : (names.units.get(unit_code) ?? { vi: unit_code, en: unit_code });

export function CaseSteps({ page, language, now }: { page: CasePage; language: Language; now: Date }) {
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title">{t.steps[language]}</h2>
      <ol className="steps">
        {page.view.steps.map((task) => (
          <li key={task.id} className={task.state} aria-current={task.state === 'open' ? 'step' : undefined}>
            <p>
              <b>{task.step?.name[language] ?? task.step_code}</b>{' '}
              <span className={`badge step-${task.state}`}>{stepStates[task.state]?.[language]}</span>
            </p>
            <p className="hint">
              {doer(page, task)[language]}
              {task.role && ` · ${page.roleNames[task.role]?.[language] ?? task.role}`}
              {!task.counted && ` · ${t.step_uncounted[language]}`}
            </p>
            {because(task, language) && <p className="hint">{because(task, language)}</p>}
            {task.state === 'open' && task.due_at && (
              <p className={`due ${dueWords(task.due_at, now).tone}`}>
                {showMoment(task.due_at, language)}, {dueWords(task.due_at, now).words[language]}
              </p>
            )}
            {task.state === 'open' && task.step && (
              <p className="hint">
                {t.step_produces[language]}: {task.step.produces[language]}
              </p>
            )}
            {task.completed_at && (
              <p>
                {task.product}{' '}
                <span className="hint">
                  {task.completed_by}, {showMoment(task.completed_at, language)}
                </span>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
