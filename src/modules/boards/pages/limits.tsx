import { fill } from '#platform/text.ts';
import { showDay } from '../rules/show.ts';
import { texts as t } from '../texts.ts';
import type { PageProps } from './props.ts';

/** The limits the figures are held against: since when, by whose word, and which of them nobody has confirmed. */
export function Limits({ facts: { limits }, language }: PageProps) {
  if (limits.length === 0) return null;
  return (
    <>
      <h3>{t.limits[language]}</h3>
      <p>{t.limits_lead[language]}</p>
      <table className="rows definition-table">
        <thead>
          <tr>
            <th scope="col">{t.limit[language]}</th>
            <th scope="col">{t.holds_from[language]}</th>
          </tr>
        </thead>
        <tbody>
          {limits.map((limit) => (
            <tr key={limit.code + limit.validFrom}>
              <th scope="row">
                {limit.name[language]}: {fill(t.limit_days[language], { days: limit.value })}{' '}
                {limit.uncertain && <span className="badge">{t.unconfirmed[language]}</span>}
              </th>
              <td>
                {limit.validTo
                  ? fill(t.holds_to[language], {
                      from: showDay(limit.validFrom),
                      to: showDay(limit.validTo),
                    })
                  : showDay(limit.validFrom)}
                <span className="hint">{fill(t.source[language], { source: limit.source })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
