import type { Language } from '#platform/text.ts';
import type { GraphNode } from '../rules/graph.ts';
import { placeTall, tall } from '../rules/place-tall.ts';
import { wrapWords } from '../rules/wrap-words.ts';
import { NodeMark } from './node-mark.tsx';
import type { Progress } from './read-progress.ts';
import { texts as t } from './texts.ts';
import { nodeWords, partyName } from './words.ts';

type Props = { progress: Progress; language: Language; describedBy: string };

const width = 320;
const line = 18;
const firstLine = 16;
/** How wide a letter is at most on average, by how it is written: no script measures it here. */
const letter = { name: 9, 'turn-words': 9, soft: 8, state: 8 };
type Line = { key: string; className: string; words: string };

/** The case drawn standing, for a telephone: a row a step, what runs side by side on tracks of its own. */
export function TallPicture({ progress, language, describedBy }: Props) {
  const plan = placeTall(progress.graph);
  const left = plan.tracks * tall.track + 14;
  const room = width - left - 6;
  const rows = progress.graph.nodes.map((node) => linesOf(progress, node, room, language));
  const tops = rows.map((_, index) => topOf(rows, index));
  const height = topOf(rows, rows.length);
  const xOf = (track: number) => tall.mark + 4 + track * tall.track;
  const middle = (index: number) => (tops[index] ?? 0) + firstLine - 4;
  return (
    <svg
      className="graph graph-tall"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      role="img"
      aria-label={t.picture[language]}
      aria-describedby={describedBy}
    >
      {plan.links.map(({ from, to, track, passed }) => (
        <path
          key={`${from} ${to} ${track}`}
          className={passed ? 'arrow passed' : 'arrow'}
          d={linkPath(
            xOf(trackOf(plan.rows, from)),
            middle(from),
            xOf(track),
            xOf(trackOf(plan.rows, to)),
            middle(to),
          )}
        />
      ))}
      {progress.graph.nodes.map((node, index) => (
        <StandingRow
          key={node.id}
          node={node}
          lines={rows[index] ?? []}
          top={tops[index] ?? 0}
          left={left}
          x={xOf(trackOf(plan.rows, index))}
        />
      ))}
    </svg>
  );
}

type RowProps = { node: GraphNode; lines: readonly Line[]; top: number; left: number; x: number };

function StandingRow({ node, lines, top, left, x }: RowProps) {
  return (
    <g className={`step ${node.state}${node.turn ? ' here' : ''}`}>
      {node.turn && (
        <rect
          className="turn-band"
          x={left - 6}
          y={top - 4}
          width={width - left + 6}
          height={lines.length * line + 8}
          rx="6"
        />
      )}
      <NodeMark state={node.state} x={x} y={top + firstLine - 4} r={8} />
      {lines.map(({ key, className, words }, row) => (
        <text key={key} className={className} x={left} y={top + firstLine + row * line}>
          {words}
        </text>
      ))}
    </g>
  );
}

const topOf = (rows: readonly (readonly unknown[])[], index: number): number =>
  rows.slice(0, index).reduce((sum, lines) => sum + lines.length * line + 20, 6);

const trackOf = (rows: readonly { track: number }[], index: number): number => rows[index]?.track ?? 0;

/** Leaves its row bending to the track, runs along it, and bends to the row it leads to. */
function linkPath(x1: number, y1: number, along: number, x2: number, y2: number): string {
  const bend = 22;
  const out = along === x1 ? '' : `C${x1} ${y1 + bend} ${along} ${y1 + 4} ${along} ${y1 + bend + 4}`;
  const into =
    along === x2 ? `V${y2}` : `V${y2 - bend - 4}C${along} ${y2 - 4} ${x2} ${y2 - bend} ${x2} ${y2}`;
  return `M${x1} ${y1}${out}${into}`;
}

function linesOf(progress: Progress, node: GraphNode, room: number, language: Language): Line[] {
  const words = nodeWords(progress, node, language);
  const lane = progress.graph.lanes[node.lane];
  const part = (className: keyof typeof letter, said: string, most: number): Line[] =>
    wrapWords(said, Math.floor(room / letter[className]), most).map((row) => ({
      key: `${className} ${row}`,
      className,
      words: row,
    }));
  const here =
    words.turn && `▶ ${t[node.turn?.supplement ? 'here_supplement' : 'here'][language]}: ${words.turn}`;
  return [
    ...part('name', words.name, 3),
    ...(here
      ? part('turn-words', here, 2)
      : part('soft', lane ? partyName(progress, lane, language) : '', 2)),
    ...part('state', words.state, 1),
    ...(words.time === '' ? [] : part('soft', words.time, 2)),
  ];
}
