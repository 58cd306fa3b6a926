import { listHref } from '../board-url.ts';
import { showFigure } from '../rules/show.ts';
import { sayParty, sayStep } from '../say-part.ts';
import { texts as t } from '../texts.ts';
import type { PageProps } from './props.ts';

/** How long each step took with each party; each line opens to the cases that had it. */
export function StepTable({ facts: { board, url, names, steps }, language }: PageProps) {
  const heads = [t.cases, t.mean, t.median, t.p90];
  return (
    <section aria-labelledby="by-step">
      <h2 id="by-step">{t.by_step[language]}</h2>
      <p>{t.by_step_lead[language]}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="table-scroll" tabIndex={0} aria-label={`${t.step[language]}, ${t.party[language]}`}>
        <table className="rows figures-table board-table">
          <thead>
            <tr>
              <th scope="col">
                {t.step[language]}, {t.party[language]}
              </th>
              {heads.map((head) => (
                <th key={head.en} scope="col" className="number">
                  {head[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step, party, cases, mean, median, p90 }) => (
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
                {[mean, median, p90].map((days, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: three figures in a fixed order
                  <td key={place}>
                    <a href={listHref(board, { ...url.filter, part: { step, party } }, {})}>
                      {showFigure(days, 'mean', language)}
                    </a>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
