import { showCaseCode } from '#modules/cases/index.ts';
import { fill, type Language } from '#platform/text.ts';
import type { Listed } from '../board.ts';
import type { CasesFacts } from '../facts.ts';
import type { ListedCase } from '../queries.ts';
import { showFigure, showMoment } from '../rules/show.ts';
import { dimensionNames, texts as t } from '../texts.ts';

type Props = {
  facts: Pick<CasesFacts, 'board' | 'names' | 'timeZone'>;
  cases: readonly ListedCase[];
  language: Language;
};

export function CaseRows({ facts: { board, names, timeZone }, cases, language }: Props) {
  const heads = [t.code, t.at, dimensionNames.service, dimensionNames.unit, dimensionNames.channel];
  const title = fill(t.cases_behind[language], { board: board.title[language] });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={title}>
      <table className="rows">
        <thead>
          <tr>
            {[...heads, ...board.listed.map(({ label }) => label)].map((head) => (
              <th key={head.en} scope="col">
                {head[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a data-key-row="" href={`/bang/ho-so/${row.code}`}>
                  {showCaseCode(row.code)}
                </a>
              </th>
              <td>{showMoment(row.at, timeZone, language)}</td>
              <td>{names.of('service', row.service, language)}</td>
              <td>{names.of('unit', row.unit, language)}</td>
              <td>{names.of('channel', row.channel, language)}</td>
              {board.listed.map((column, place) => (
                <Besides
                  key={column.column}
                  column={column}
                  shown={shown(column, row.more[place] ?? '', names, language)}
                  language={language}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Besides({ column, shown, language }: { column: Listed; shown: string; language: Language }) {
  return (
    <td>
      {shown && <span className="on-phone">{column.label[language]}: </span>}
      {shown}
    </td>
  );
}

/** A column of the view, as text, for whoever reads it. */
function shown({ show }: Listed, value: string, names: Props['facts']['names'], language: Language): string {
  if (value === '' || show === undefined) return value;
  if (show === 'flag') return value === 'true' ? t.yes[language] : '';
  return show === 'class' ? names.of('class', value, language) : showFigure(Number(value), 'mean', language);
}
