import type { Language } from '#platform/text.ts';
import type { Overview } from '../facts.ts';
import { texts as t } from '../texts.ts';
import { DocumentWords, LimitWords, StageWords, StateBadge } from './standing.tsx';

type Props = { facts: Overview; language: Language; hrefOf?: (province: string) => string };

/** The same as the map says, and the rest. On a phone each line is a card whose parts name themselves. */
export function ProvinceTable({ facts: { lines, today }, language, hrefOf }: Props) {
  return (
    <table className="province-table" id="bang-tinh">
      <caption className="unseen">{t.table[language]}</caption>
      <thead>
        <tr>
          <th scope="col">{t.number_column[language]}</th>
          <th scope="col">{t.province[language]}</th>
          <th scope="col">{t.state[language]}</th>
          <th scope="col">{t.stage[language]}</th>
          <th scope="col">{t.limits[language]}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { code, name } = line.province;
          return (
            <tr key={code} id={`tinh-${code}`}>
              <td className="number">{line.number}</td>
              <th scope="row">
                {hrefOf ? <a href={hrefOf(code)}>{name[language]}</a> : <b>{name[language]}</b>}
                <span className="hint">{line.company?.name[language]}</span>
              </th>
              <td data-label={t.state[language]}>
                <StateBadge line={line} language={language} />
                <DocumentWords line={line} language={language} />
              </td>
              <td data-label={t.stage[language]}>
                <StageWords line={line} language={language} today={today} />
              </td>
              <td data-label={t.limits[language]}>
                <LimitWords line={line} language={language} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
