import { showCaseCode } from '#modules/cases/index.ts';
import type { Language } from '#platform/text.ts';
import type { CasesFacts } from '../facts.ts';
import type { ListedCase } from '../queries.ts';
import { showMoment } from '../rules/show.ts';
import { dimensionNames, texts as t } from '../texts.ts';

type Props = {
  facts: Pick<CasesFacts, 'board' | 'names' | 'timeZone'>;
  cases: readonly ListedCase[];
  language: Language;
};

export function CaseRows({ facts: { board, names, timeZone }, cases, language }: Props) {
  const heads = [t.code, t.at, dimensionNames.service, dimensionNames.unit, dimensionNames.channel];
  return (
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
            {board.listed.map(({ column, label }, place) => (
              <td key={column}>
                {row.more[place] && <span className="on-phone">{label[language]}: </span>}
                {row.more[place]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
