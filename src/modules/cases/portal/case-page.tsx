import { describeDerivation, sayDay, sayMoment } from '#modules/deadlines/index.ts';
import { dayAt, utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { ErrorSummary } from '#ui/form.tsx';
import { Notice, type StepItem, StepList } from '#ui/parts.tsx';
import { CaseProgress, PartyTimes } from '../progress/progress.tsx';
import { because } from '../progress/words.ts';
import type { CaseView } from '../read-case.ts';
import { showCaseCode } from '../rules/code.ts';
import { parseState } from '../states.ts';
import { RateForm, SupplementForm, Talk, WithdrawForm } from './case-forms.tsx';
import type { CustomerPage } from './customer-page.ts';
import { stateSentences, texts } from './texts.ts';

/** A case as its customer follows it: where it is, who has it, what is wanted. */
export function CustomerCasePage(props: CustomerPage) {
  const { view, language, errors, done } = props;
  const state = parseState(view.state);
  return (
    <>
      <h1>{view.service.name[language]}</h1>
      <p className="code">{showCaseCode(view.code)}</p>
      {props.dossier}
      {done && (
        <Notice kind="good">
          <p>{done}</p>
        </Notice>
      )}
      <ErrorSummary title={texts.errors[language]} errors={errors} />
      <Now {...props} />
      {props.papers}
      {state === 'waiting' && <SupplementForm {...props} />}
      {props.bodies}
      {(state === 'finished' || state === 'closed') && <RateForm {...props} />}
      {isShared(view) && (
        <CaseProgress
          progress={props.progress}
          holder={view.unit?.name[language] ?? view.unit_code}
          language={language}
          wide={false}
        />
      )}
      <h2>{texts.steps[language]}</h2>
      <StepList steps={stepsOf(view, language)} />
      {isShared(view) && <PartyTimes progress={props.progress} language={language} />}
      <Papers {...props} />
      <Talk {...props} />
      {['opened', 'transferred', 'accepted', 'waiting', 'reopened'].includes(state) && (
        <WithdrawForm {...props} />
      )}
    </>
  );
}

/** Where one party does all, the list says it as well as a picture. */
const isShared = (view: CaseView): boolean => new Set(view.steps.map(({ level }) => level)).size > 1;

function Now({ view, derivation, language, now }: CustomerPage) {
  const state = parseState(view.state);
  const live = !['closed', 'declined', 'withdrawn', 'finished'].includes(state);
  const late = live && view.due_at !== null && view.due_at < now;
  const reason = view.closures.at(-1)?.reason;
  return (
    <div
      className={`notice ${state === 'waiting' ? 'soon' : late || state === 'declined' ? 'bad' : live ? 'plain' : 'good'}`}
    >
      <p>
        <b>{stateSentences[state][language]}</b> {live && waitsFor(view, language)}
      </p>
      {state === 'declined' && <p>{reason}</p>}
      {live && (
        <p>
          {view.due_at
            ? fill(texts.due[language], { at: sayMoment(view.due_at.toISOString(), language, utilityZone) })
            : texts.due_paused[language]}
        </p>
      )}
      {late && <p>{texts.due_over[language]}</p>}
      {live && derivation && (
        <details>
          <summary>{texts.why_due[language]}</summary>
          <ul>
            {describeDerivation(derivation, language).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What is waited for and from whom. */
function waitsFor(view: CaseView, language: Language): string {
  const unit = view.unit?.name[language] ?? view.unit_code;
  if (view.state === 'opened' || view.state === 'transferred')
    return fill(texts.waits_accept[language], { unit });
  if (view.state === 'waiting') return '';
  const whose = view.openSteps.map(({ level }) => fill(whoseStep(level)[language], { unit }));
  // What each of several does stands at the steps; here only whose they are.
  const [only] = view.openSteps;
  const plain = view.openSteps.length === 1 ? [only?.step?.plain[language] ?? ''] : [];
  return [...new Set(whose), ...plain].join(' ');
}

function whoseStep(level: string): Text {
  if (level === 'customer' || level === 'contractor') return texts.waits_you;
  return level === 'agency' || level === 'administration_centre' ? texts.waits_agency : texts.waits_unit;
}

function stepsOf(view: CaseView, language: Language): StepItem[] {
  return view.steps.map((task) => {
    const name = task.step?.name[language] ?? task.step_code;
    if (task.state === 'done')
      return {
        key: task.id,
        name,
        state: 'done',
        stateWords: fill(texts.step_done[language], {
          at: task.completed_at ? sayDay(dayAt(task.completed_at)) : '',
        }),
        more: <p>{task.product}</p>,
      };
    if (task.state === 'open')
      return {
        key: task.id,
        name,
        state: 'now',
        stateWords: texts.step_now[language],
        more: (
          <>
            <p>{task.step?.plain[language]}</p>
            {because(task, language) && <p className="hint">{because(task, language)}</p>}
          </>
        ),
      };
    if (task.state === 'skipped')
      return { key: task.id, name, state: 'skipped', stateWords: texts.step_skipped[language] };
    return { key: task.id, name, state: 'later', stateWords: texts.step_later[language] };
  });
}

function Papers({ view, language }: CustomerPage) {
  return (
    <>
      <h2>{texts.documents[language]}</h2>
      <ul>
        {view.documents.map(({ id, name }) => (
          <li key={id}>
            <a href={`/ho-so/${view.code}/tep/${id}`}>{name}</a>
          </li>
        ))}
        <li>
          <a href={`/ho-so/${view.code}/bien-nhan`}>{texts.receipt[language]}</a>
        </li>
      </ul>
    </>
  );
}
