import { sayDay, sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { acceptedFiles } from '#platform/files/index.ts';
import { fill } from '#platform/text.ts';
import { Choices, FileField, TextArea } from '#ui/form.tsx';
import type { CustomerPage } from './customer-page.ts';
import { scores, texts } from './texts.ts';

export function SupplementForm({ view, language, errors, typed, requestIds }: CustomerPage) {
  const asked = view.supplements.find(({ answered_at }) => answered_at === null);
  if (!asked) return null;
  return (
    <section className="sheet" id="bo-sung">
      <h2>{texts.supplement_title[language]}</h2>
      <p>
        <b>{asked.what}</b>
      </p>
      <p>{fill(texts.supplement_until[language], { day: sayDay(asked.until) })}</p>
      <form method="post" action={`/ho-so/${view.code}/bo-sung`} encType="multipart/form-data" noValidate>
        <input type="hidden" name="requestId" value={requestIds.supplement} />
        <TextArea
          name="answer"
          label={texts.answer[language]}
          value={typed.answer}
          error={errors.answer}
          rows={3}
        />
        <FileField
          name="files"
          label={texts.files[language]}
          error={errors.files}
          accept={acceptedFiles}
          multiple
        />
        <button type="submit">{texts.send_supplement[language]}</button>
      </form>
    </section>
  );
}

export function RateForm({ view, language, errors, typed, requestIds }: CustomerPage) {
  if (view.rating)
    return <p className="notice good">{fill(texts.rated[language], { score: view.rating.score })}</p>;
  const choices = scores
    .map((words, index) => ({ value: String(index + 1), label: words[language] }))
    .reverse();
  return (
    <section className="sheet" id="danh-gia">
      <form method="post" action={`/ho-so/${view.code}/danh-gia`} noValidate>
        <input type="hidden" name="requestId" value={requestIds.rate} />
        <Choices
          name="score"
          label={texts.rate_title[language]}
          choices={choices}
          value={typed.score}
          error={errors.score}
        />
        <TextArea name="remark" label={texts.remark[language]} value={typed.remark} rows={2} />
        <button type="submit">{texts.rate[language]}</button>
      </form>
    </section>
  );
}

/** What was said between the customer and the unit; colleagues' own notes stay inside. */
export function Talk({ view, language, errors, typed, requestIds }: CustomerPage) {
  const said = view.messages.filter(({ direction }) => direction !== 'internal');
  return (
    <section id="nhan-tin">
      <h2>{texts.messages[language]}</h2>
      {said.length > 0 && (
        <ul className="talk">
          {said.map(({ id, direction, body, at }) => (
            <li key={id} className={direction === 'in' ? 'mine' : ''}>
              <small className="soft">
                {direction === 'in' ? texts.you[language] : view.unit?.name[language]},{' '}
                {sayMoment(at.toISOString(), language, utilityZone)}
              </small>
              <p>{body}</p>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`/ho-so/${view.code}/nhan-tin`} noValidate>
        <input type="hidden" name="requestId" value={requestIds.message} />
        <TextArea name="body" label={texts.body[language]} value={typed.body} error={errors.body} rows={3} />
        <button type="submit">{texts.send[language]}</button>
      </form>
    </section>
  );
}

export function WithdrawForm({ view, language, typed, requestIds }: CustomerPage) {
  return (
    <details>
      <summary>{texts.withdraw_title[language]}</summary>
      <form method="post" action={`/ho-so/${view.code}/rut`} noValidate>
        <input type="hidden" name="requestId" value={requestIds.withdraw} />
        <TextArea name="reason" label={texts.withdraw_reason[language]} value={typed.reason} rows={2} />
        <button type="submit" className="second">
          {texts.withdraw[language]}
        </button>
      </form>
    </details>
  );
}
