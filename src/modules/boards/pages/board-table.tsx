import type { Language } from '#platform/text.ts';
import { Scrolls } from '#ui/parts.tsx';
import { type Dimension, type Measure, of } from '../board.ts';
import { listHref } from '../board-url.ts';
import type { BoardFacts } from '../facts.ts';
import type { CountedLine } from '../queries.ts';
import type { Line } from '../rules/lines.ts';
import { showFigure } from '../rules/show.ts';
import { dimensionNames, texts as t } from '../texts.ts';

type Props = { facts: BoardFacts; language: Language };

/** The figures, each a link to the cases it counts; subtotals first in each group, the total last. */
export function BoardTable({ facts, language }: Props) {
  const { board, url, lines } = facts;
  const columns = board.measures.filter(({ aside }) => !aside);
  return (
    <Scrolls className="table-scroll" name={board.title[language]}>
      <table className="rows figures-table board-table">
        <thead>
          <tr>
            <th scope="col">{url.by.map((name) => dimensionNames[name][language]).join(', ')}</th>
            {columns.map(({ name, label }) => (
              <th key={name} scope="col" className="number">
                {label[language]}
              </th>
            ))}
          </tr>
        </thead>
        {lines.lines.map((line) => (
          <Group key={Object.values(line.key).join()} line={line} facts={facts} language={language} />
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t.total[language]}</th>
            <Figures facts={facts} language={language} line={{ key: {}, counted: lines.total }} />
          </tr>
        </tfoot>
      </table>
    </Scrolls>
  );
}

function Group({ line, facts, language }: Props & { line: Line }) {
  const [first, second] = facts.url.by;
  const name = nameOf(first, line, facts, language);
  if (!second)
    return (
      <tbody>
        <tr>
          <th scope="row">
            {name}
            <Few facts={facts} language={language} line={line} />
          </th>
          <Figures facts={facts} language={language} line={line} />
        </tr>
      </tbody>
    );
  return (
    <tbody>
      <tr className="subtotal">
        <th scope="rowgroup">
          {name}
          <Few facts={facts} language={language} line={line} />
        </th>
        <Figures facts={facts} language={language} line={line} />
      </tr>
      {line.inner.map((inner) => (
        <tr key={inner.key[second]}>
          <th scope="row" className="inner">
            {nameOf(second, inner, facts, language)}
            <Few facts={facts} language={language} line={inner} />
          </th>
          <Figures
            facts={facts}
            language={language}
            line={{ ...inner, key: { ...line.key, ...inner.key } }}
          />
        </tr>
      ))}
    </tbody>
  );
}

/** A mark for a line of so few cases that its figures say little. */
function Few({ facts: { board }, language, line }: Props & { line: CountedLine }) {
  if (board.few === undefined || of(line.counted, 'cases') >= board.few) return null;
  return (
    <>
      {' '}
      <span className="badge">{t.few[language]}</span>
    </>
  );
}

const nameOf = (dimension: Dimension, { key }: CountedLine, { names }: BoardFacts, language: Language) =>
  names.of(dimension, key[dimension] ?? '', language);

function Figures({ facts, language, line }: Props & { line: CountedLine }) {
  return facts.board.measures
    .filter(({ aside }) => !aside)
    .map((measure) => (
      <td key={measure.name}>
        <Figure facts={facts} language={language} measure={measure} line={line} />
      </td>
    ));
}

/** A figure, and the way to the cases behind it. Where there is none, there is nowhere to go. */
export function Figure({ facts, language, measure, line }: Props & { measure: Measure; line: CountedLine }) {
  const value = measure.value(line.counted);
  const shown = showFigure(value, measure.show, language);
  if (!line.counted[measure.opens ?? 'cases']) return shown;
  return <a href={listHref(facts.board, facts.url.filter, line.key, { flag: measure.opens })}>{shown}</a>;
}
