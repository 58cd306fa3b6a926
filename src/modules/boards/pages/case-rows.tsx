import { showCaseCode } from '#modules/cases/index.ts';
import { fill, type Language, type Text } from '#platform/text.ts';
import { Heads, Scrolls } from '#ui/parts.tsx';
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
  const columns = columnsOf(board.listed, names, language);
  const title = fill(t.cases_behind[language], { board: board.title[language] });
  return (
    <Scrolls className="table-scroll" name={title}>
      <table className="rows case-rows">
        <thead>
          <tr>
            <Heads of={heads} language={language} />
            {columns.map(({ label, number }) => (
              <th key={label.en} scope="col" className={number}>
                {label[language]}
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
              {columns.map((column) => (
                <Besides key={column.label.en} column={column} row={row} language={language} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

type Column = { label: Text; number?: string; say(row: ListedCase): string };

/** A column each, save what is a yes or a no: what a case shows of those stands together in the last. */
function columnsOf(
  listed: readonly Listed[],
  names: Props['facts']['names'],
  language: Language,
): readonly Column[] {
  const own = listed.map((one, place) => ({ ...one, of: (row: ListedCase) => row.more[place] ?? '' }));
  const flags = own.filter(({ show }) => show === 'flag');
  const columns = own
    .filter(({ show }) => show !== 'flag')
    .map(({ label, show, of }) => ({
      label,
      say: (row: ListedCase) => shown(show, of(row), names, language),
      ...(show === 'mean' ? { number: 'number' } : {}),
    }));
  if (flags.length === 0) return columns;
  const say = (row: ListedCase) =>
    flags
      .filter(({ of }) => of(row) === 'true')
      .map(({ label }) => label[language])
      .join('; ');
  return [...columns, { label: t.signs, say }];
}

function Besides({ column, row, language }: { column: Column; row: ListedCase; language: Language }) {
  const said = column.say(row);
  return (
    <td className={column.number}>
      {said && <span className="on-phone">{column.label[language]}: </span>}
      {said}
    </td>
  );
}

/** A column of the view, as text, for whoever reads it. */
function shown(
  show: Listed['show'],
  value: string,
  names: Props['facts']['names'],
  language: Language,
): string {
  if (value === '' || show === undefined) return value;
  return show === 'class' ? names.of('class', value, language) : showFigure(Number(value), 'mean', language);
}
