import { fill, type Language } from '#platform/text.ts';
import { Scrolls } from '#ui/parts.tsx';
import type { BoardFacts } from '../facts.ts';
import { mostBars } from '../rules/bars.ts';
import { texts as t } from '../texts.ts';

type Props = { facts: BoardFacts; language: Language; svg: string };

/** A picture of the table below it; whoever cannot see it loses nothing. */
export function Chart({ facts: { board, lines }, language, svg }: Props) {
  return (
    <figure className="chart">
      <figcaption>
        <ul className="chart-keys">
          {board.parts.map(({ label }, part) => (
            <li key={label.en} className={`chart-key-${part + 1}`}>
              {label[language]}
            </li>
          ))}
        </ul>
        <span className="hint">
          {t.chart_same[language]}{' '}
          {lines.lines.length > mostBars && fill(t.chart_first[language], { n: mostBars })}
        </span>
      </figcaption>
      <Scrolls className="chart-scroll" name={t.chart[language]}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here from figures; the library escapes the names in it */}
        <div className="chart-picture" dangerouslySetInnerHTML={{ __html: svg }} />
      </Scrolls>
    </figure>
  );
}
