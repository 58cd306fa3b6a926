import type { Language } from '#platform/text.ts';
import { boardAddress } from '../board.ts';
import { boardHref, params } from '../board-url.ts';
import { addMonths } from '../rules/months.ts';
import { showMonth } from '../rules/show.ts';
import { dimensionNames, texts as t } from '../texts.ts';
import type { PageProps } from './props.ts';

type Choice = { id: string; label: string; value: string; options: { value: string; label: string }[] };

/** One form with a plain address behind it: what is looked at can be kept, sent and opened again. */
export function BoardFilters({ facts, language }: PageProps) {
  const { board, url } = facts;
  const narrowed = Object.keys(url.filter).length > 2 || url.by[1] !== undefined;
  return (
    <search>
      <form className="filters" method="get" action={boardAddress(board)}>
        <input type="hidden" name="theo" value={params[url.by[0]]} />
        <details open={narrowed || undefined}>
          <summary>{t.filters[language]}</summary>
          <div className="filter-fields">
            {[
              ...monthChoices(facts, language),
              ...valueChoices(facts, language),
              ...lineChoices(facts, language),
            ].map(({ id, label, value, options }) => (
              <div className="field" key={id}>
                <label htmlFor={id}>{label}</label>
                <select id={id} name={id} defaultValue={value}>
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </select>
              </div>
            ))}
            <p className="filter-buttons">
              <button type="submit">{t.apply[language]}</button>
              <a href={boardAddress(board)}>{t.clear[language]}</a>
            </p>
          </div>
        </details>
      </form>
    </search>
  );
}

type Props = [facts: PageProps['facts'], language: Language];
const monthsBack = 36;

function monthChoices(...[{ url, thisMonth }, language]: Props): Choice[] {
  const recent = Array.from({ length: monthsBack }, (_, back) => addMonths(thisMonth, -back));
  const months = [...new Set([...recent, url.filter.from, url.filter.to])].sort().reverse();
  const options = months.map((value) => ({ value, label: showMonth(value) }));
  return [
    { id: 'tu', label: t.from[language], value: url.filter.from, options },
    { id: 'den', label: t.to[language], value: url.filter.to, options },
  ];
}

/** Where somebody sees one company or unit only, there is nothing to choose. */
function valueChoices(...[{ board, url, names }, language]: Props): Choice[] {
  return board.dimensions
    .filter((name) => name !== 'month')
    .filter((name) => names.options[name].length > 1)
    .map((name) => ({
      id: params[name],
      label: dimensionNames[name][language],
      value: url.filter[name] ?? '',
      options: [
        { value: '', label: t.all[language] },
        ...names.options[name].map((option) => ({ value: option.value, label: option.name[language] })),
      ],
    }));
}

function lineChoices(...[{ board, url }, language]: Props): Choice[] {
  const others = board.dimensions.filter((name) => name !== url.by[0]);
  const options = others.map((name) => ({
    value: params[name],
    label: dimensionNames[name][language],
  }));
  const second = url.by[1];
  return [
    {
      id: 'roi-theo',
      label: t.then_by[language],
      value: second ? params[second] : '',
      options: [{ value: '', label: t.no_second[language] }, ...options],
    },
  ];
}

/** What the lines stand for, one tap away. */
export function LineTabs({ facts: { board, url }, language }: PageProps) {
  const [first, second] = url.by;
  return (
    <nav aria-label={t.by[language]}>
      <ul className="tabs">
        {board.dimensions.map((name) => (
          <li key={name}>
            <a
              className="tab"
              href={boardHref(board, { ...url, by: second && second !== name ? [name, second] : [name] })}
              aria-current={name === first ? 'page' : undefined}
            >
              {dimensionNames[name][language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
