import type { Language, Text } from '#platform/text.ts';
import { states } from '../rules/transitions.ts';
import { stateNames } from '../texts.ts';
import type { QueueFacts } from './queue-facts.ts';
import { dueFilters, filtered, nobody, queueSorts, sortOf } from './queue-url.ts';
import { channelNames, dueFilterNames, sortNames, texts as t } from './texts.ts';

type Props = { facts: QueueFacts; language: Language };
type Option = { value: string; label: string };
type Choice = { id: string; label: Text; none?: Text; value: string | undefined; options: Option[] };

/** One form with a plain address behind it: what is looked at can be kept, sent and opened again. */
export function QueueFilters({ facts, language }: Props) {
  const { url } = facts;
  const choices = choicesOf(facts, language);
  const narrowed = choices.some(({ id, value }) => value && !(id === 'sap-xep' && value === 'due'));
  return (
    <search>
      <form className="filters" method="get" action="/bang">
        <input type="hidden" name="xem" value={url.xem} />
        <Find typed={url.tim} language={language} />
        <details open={narrowed || undefined}>
          <summary>{t.filters[language]}</summary>
          <div className="filter-fields">
            {choices.map((choice) => (
              <Select key={choice.id} choice={choice} language={language} />
            ))}
            <p className="filter-buttons">
              <button type="submit">{t.apply[language]}</button>
              {filtered(url) && <a href={`/bang?xem=${url.xem}`}>{t.clear[language]}</a>}
            </p>
          </div>
        </details>
      </form>
    </search>
  );
}

function Find({ typed, language }: { typed: string | undefined; language: Language }) {
  return (
    <div className="find">
      <label htmlFor="tim">{t.search[language]}</label>
      <p className="hint" id="tim-hint">
        {t.search_hint[language]}
      </p>
      <div className="find-line">
        <input
          id="tim"
          name="tim"
          type="search"
          defaultValue={typed}
          aria-describedby="tim-hint"
          data-key-search=""
        />
        <button type="submit">{t.find[language]}</button>
      </div>
    </div>
  );
}

function choicesOf({ url, services, channels, colleagues }: QueueFacts, language: Language): Choice[] {
  const named = <K extends string>(values: readonly K[], names: Record<K, Text>): Option[] =>
    values.map((value) => ({ value, label: names[value][language] }));
  const offered = services.map(({ code, name }) => ({ value: code, label: name[language] }));
  const people = [{ value: nobody, label: t.nobody[language] }, ...colleagues];
  const { all: none } = t;
  const everywhere: Choice[] = [
    {
      id: 'trang-thai',
      label: t.state,
      none: t.state_live,
      value: url['trang-thai']?.[0],
      options: named(states, stateNames),
    },
    { id: 'dich-vu', label: t.service, none, value: url['dich-vu'], options: offered },
    { id: 'kenh', label: t.channel, none, value: url.kenh, options: named(channels, channelNames) },
    { id: 'han', label: t.due, none, value: url.han, options: named(dueFilters, dueFilterNames) },
    { id: 'sap-xep', label: t.sort, value: sortOf(url), options: named(queueSorts, sortNames) },
  ];
  if (url.xem !== 'donvi') return everywhere;
  return [
    ...everywhere,
    { id: 'nguoi', label: t.assignee, none: t.anyone, value: url.nguoi, options: people },
  ];
}

function Select({
  choice: { id, label, none, value, options },
  language,
}: {
  choice: Choice;
  language: Language;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label[language]}</label>
      <select id={id} name={id} defaultValue={value ?? ''}>
        {none && <option value="">{none[language]}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
