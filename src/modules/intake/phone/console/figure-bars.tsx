import type { Language } from '#platform/text.ts';
import { figureTexts as t } from './texts.ts';

type Bar = { key: string | null; name: string; in_time: number; late: number; abandoned: number };
type Props = { rows: readonly Bar[]; language: Language };

const [left, width, step, thick] = [150, 450, 26, 18];
const kinds = ['in_time', 'late', 'abandoned'] as const;

/** One bar a row: taken in time, taken late, abandoned. The table below says the same in figures. */
export function FigureBars({ rows, language }: Props) {
  const longest = Math.max(1, ...rows.map((row) => row.in_time + row.late + row.abandoned));
  const names = {
    in_time: t.in_time_plain[language],
    late: t.late[language],
    abandoned: t.abandoned[language],
  };
  return (
    <figure className="bars">
      <figcaption>
        {kinds.map((kind) => (
          <span key={kind} className={`key is-${kind}`}>
            {names[kind]}
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${left + width} ${rows.length * step}`} role="img" aria-label={t.bars[language]}>
        {rows.map((row, index) => (
          <g key={row.key}>
            <text x={left - 8} y={index * step + thick - 4} textAnchor="end">
              {row.name}
            </text>
            {pieces(row, longest).map(({ kind, x, length }) => (
              <rect
                key={kind}
                className={`is-${kind}`}
                x={x}
                y={index * step}
                width={length}
                height={thick}
              />
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}

function pieces(row: Bar, longest: number) {
  const length = (count: number) => (count * width) / longest;
  return kinds.map((kind, index) => ({
    kind,
    length: length(row[kind]),
    x: left + length(kinds.slice(0, index).reduce((sum, before) => sum + row[before], 0)),
  }));
}
