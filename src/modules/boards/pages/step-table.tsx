import { Scrolls } from '#ui/parts.tsx';
import { listHref } from '../board-url.ts';
import { showFigure } from '../rules/show.ts';
import { sayParty, sayStep } from '../say-part.ts';
import { texts as t } from '../texts.ts';
import type { PageProps } from './props.ts';

const figures = ['mean', 'median', 'p90'] as const;

/** How long each step took with each party; each line opens to the cases that had it. */
export function StepTable({ facts: { board, url, names, steps }, language }: PageProps) {
  return (
    <section aria-labelledby="by-step">
      <h2 id="by-step">{t.by_step[language]}</h2>
      <p>{t.by_step_lead[language]}</p>
      <Scrolls className="table-scroll" name={`${t.step[language]}, ${t.party[language]}`}>
        <table className="rows figures-table board-table">
          <thead>
            <tr>
              <th scope="col">
                {t.step[language]}, {t.party[language]}
              </th>
              {(['cases', ...figures] as const).map((head) => (
                <th key={head} scope="col" className="number">
                  {t[head][language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step, party, cases, ...days }) => (
              <tr key={`${step} ${party}`}>
                <th scope="row">
                  {sayStep(step, names, language)}
                  <span className="hint"> {sayParty(party, language)}</span>
                </th>
                <td>
                  <a href={listHref(board, { ...url.filter, part: { step, party } }, {})}>
                    {showFigure(cases, 'count', language)}
                  </a>
                </td>
                {figures.map((figure) => (
                  <td key={figure}>
                    <a href={listHref(board, { ...url.filter, part: { step, party } }, {})}>
                      {showFigure(days[figure], 'mean', language)}
                    </a>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}
