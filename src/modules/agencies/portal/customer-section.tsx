import { sayDay, sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { acceptedFiles } from '#platform/files/index.ts';
import { fill, type Language } from '#platform/text.ts';
import { signatureWords } from '../body/task-history.tsx';
import type { BodyStep } from '../console/read-bodies.ts';
import { isOpenSupplement } from '../standing.ts';
import { t } from './texts.ts';

type Props = {
  steps: readonly BodyStep[];
  requestIds: readonly string[];
  typed: Record<string, string>;
  language: Language;
};

/** For the customer's page: which body has the case now, what was found of a signature in what one answered, and a form for what one of them asks. */
export function CustomerSection({ steps, requestIds, typed, language }: Props) {
  const shown = steps.filter((step) => step.open || lastSignature(step));
  if (shown.length === 0) return null;
  return (
    <section id="co-quan">
      <h2>{t.title[language]}</h2>
      {shown.map((step, index) => (
        <OneBody
          key={step.taskId}
          step={step}
          language={language}
          requestId={requestIds[index] ?? ''}
          typed={typed.taskId === step.taskId ? typed : {}}
        />
      ))}
    </section>
  );
}

const lastSignature = ({ attempts }: BodyStep) => attempts.at(-1)?.result_signature;

type One = { step: BodyStep; requestId: string; typed: Record<string, string>; language: Language };

function OneBody({ step, requestId, typed, language }: One) {
  const names = { body: step.body[language], step: step.step[language] };
  const last = step.attempts.at(-1);
  const at = (moment: Date) => sayMoment(moment.toISOString(), language, utilityZone);
  if (step.waiting) return <Asked {...{ step, requestId, typed, language }} />;
  if (last && step.decision !== null)
    return (
      <p>
        {fill((step.open ? t.back : t.answered)[language], names)} {sentence(signatureWords(last, language))}
      </p>
    );
  return (
    <p>
      {fill((last?.received_at ? t.has_it : t.sent)[language], names)}{' '}
      {last?.received_at && fill(t.received[language], { ...names, at: at(last.received_at) })}{' '}
      {step.due && fill(t.due[language], { at: at(step.due) })}
    </p>
  );
}

const sentence = (words: string): string => words && `${words}.`;

function Asked({ step, requestId, typed, language }: One) {
  const asked = step.supplements.find(isOpenSupplement);
  const names = { body: step.body[language], step: step.step[language] };
  const [answerId, filesId] = [`answer-${step.taskId}`, `files-${step.taskId}`];
  if (!asked) return null;
  return (
    <div className="sheet">
      <h3>{fill(t.waits[language], names)}</h3>
      <p>
        <b>{asked.what}</b>
      </p>
      <p>{fill(t.until[language], { day: sayDay(asked.until) })}</p>
      <form
        method="post"
        action={`/ho-so/${step.code}/bo-sung-co-quan`}
        encType="multipart/form-data"
        noValidate
      >
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="taskId" value={step.taskId} />
        <div className="field">
          <label htmlFor={answerId}>{t.answer[language]}</label>
          <textarea id={answerId} name="answer" rows={3} defaultValue={typed.answer} />
        </div>
        <div className="field">
          <label htmlFor={filesId}>{t.files[language]}</label>
          <input id={filesId} name="files" type="file" accept={acceptedFiles} multiple />
        </div>
        <button type="submit">{fill(t.send[language], names)}</button>
      </form>
    </div>
  );
}
