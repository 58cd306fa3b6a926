import { showPhone } from '#platform/phone.ts';
import { fill, type Language } from '#platform/text.ts';
import { showCaseCode } from '../rules/code.ts';
import { parseState } from '../states.ts';
import { stateNames } from '../texts.ts';
import type { CasePage } from './case-page-facts.ts';
import { besideTheQuestions, caseTexts as t } from './case-texts.ts';
import { clockWords } from './clock-words.ts';
import { channelNames, texts } from './texts.ts';
import { dueWords, showMoment } from './time-words.ts';

type Props = { page: CasePage; language: Language; now: Date };
const channels: Record<string, { vi: string; en: string }> = channelNames;

export function CaseHead({ page, language, now }: Props) {
  const { view } = page;
  const variant = view.service.variants.find((known) => known.code === view.variant);
  const state = parseState(view.state);
  return (
    <header className="case-head">
      <p className="trail">
        <a href="/bang">{t.back[language]}</a>
      </p>
      <h1>{view.service.name[language]}</h1>
      <p className="case-line">
        <code>{showCaseCode(view.code)}</code>
        <span className={`badge state-${state}`}>{stateNames[state][language]}</span>
        <span>{variant && view.service.variants.length > 1 ? variant.name[language] : ''}</span>
      </p>
      <div className="case-cards">
        <Clock page={page} language={language} now={now} />
        <Customer page={page} language={language} />
        <Holder page={page} language={language} />
      </div>
      <p>
        <a href={`/bang/ho-so/${view.code}/bien-nhan`}>{t.receipt[language]}</a> · {texts.opened[language]}{' '}
        {showMoment(view.opened_at, language)}, {(channels[view.channel] ?? channelNames.web)[language]}
      </p>
    </header>
  );
}

function Clock({ page: { view }, language, now }: Props) {
  const { words, tone } = dueWords(view.due_at, now);
  const running = view.finished_at === null && view.closed_at === null;
  const sentences = clockWords(view.due_derivation, language);
  return (
    <section className="card" aria-labelledby="clock-title">
      <h2 id="clock-title">{t.clock[language]}</h2>
      {view.due_at && <p className="big">{showMoment(view.due_at, language)}</p>}
      {running && <p className={`due ${tone}`}>{words[language]}</p>}
      {sentences.length > 0 && (
        <details>
          <summary>{t.why_due[language]}</summary>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Customer({ page: { view }, language }: Omit<Props, 'now'>) {
  return (
    <section className="card" aria-labelledby="customer-title">
      <h2 id="customer-title">{texts.customer[language]}</h2>
      <p className="big">{view.customer_name}</p>
      <p>
        {view.customer_phone && <a href={`tel:${view.customer_phone}`}>{showPhone(view.customer_phone)}</a>}{' '}
        {view.customer_email && <a href={`mailto:${view.customer_email}`}>{view.customer_email}</a>}
      </p>
      <p>{view.address}</p>
      {view.customer_code && (
        <p>
          {t.customer_code[language]}: <code>{view.customer_code}</code>
        </p>
      )}
      <Answers page={{ view }} language={language} />
    </section>
  );
}

/** What the customer filled in, by the labels of the form they saw. */
function Answers({ page: { view }, language }: { page: Pick<CasePage, 'view'>; language: Language }) {
  const details: Record<string, unknown> =
    typeof view.details === 'object' && view.details ? { ...view.details } : {};
  const shown = view.service.fields.filter(
    (field) => details[field.name] !== undefined && details[field.name] !== '',
  );
  const beside = Object.entries(besideTheQuestions).filter(
    ([name]) => details[name] !== undefined && !shown.some((field) => field.name === name),
  );
  if (shown.length + beside.length === 0) return null;
  return (
    <details>
      <summary>{t.request[language]}</summary>
      <dl>
        {shown.map((field) => {
          const value = String(details[field.name]);
          const option = field.options?.find((known) => known.value === value);
          return (
            <div key={field.name}>
              <dt>{field.label[language]}</dt>
              <dd>{option ? option.label[language] : yesNo(value, language)}</dd>
            </div>
          );
        })}
        {beside.map(([name, label]) => (
          <div key={name}>
            <dt>{label[language]}</dt>
            <dd>{String(details[name])}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const yesNo = (value: string, language: Language): string =>
  value === 'yes' || value === 'true'
    ? t.yes[language]
    : value === 'no' || value === 'false'
      ? t.no[language]
      : value;

function Holder({ page, language }: Omit<Props, 'now'>) {
  const { view } = page;
  const person = page.colleagues.find(({ id }) => id === view.assignee);
  const visits = { done: view.visits, promised: view.visits_promised };
  return (
    <section className="card" aria-labelledby="holder-title">
      <h2 id="holder-title">{texts.held_by[language]}</h2>
      <p className="big">{view.unit?.name[language] ?? view.unit_code}</p>
      <p>
        {texts.assignee[language]}: {person?.name ?? texts.nobody[language]}
      </p>
      <p>
        {t.visits[language]}:{' '}
        {fill((view.visits_promised === 0 ? t.visits_none : t.visits_of)[language], visits)}
      </p>
    </section>
  );
}
