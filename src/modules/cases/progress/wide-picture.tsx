import type { Language } from '#platform/text.ts';
import type { GraphNode } from '../rules/graph.ts';
import { placeWide, wide } from '../rules/place-wide.ts';
import { wrapWords } from '../rules/wrap-words.ts';
import { NodeMark } from './node-mark.tsx';
import type { Progress } from './read-progress.ts';
import { texts as t } from './texts.ts';
import { nodeWords, partyName } from './words.ts';

type Props = { progress: Progress; language: Language; describedBy: string };

/** The case drawn lying: a lane for each party. All it says stands in the list of steps too. */
export function WidePicture({ progress, language, describedBy }: Props) {
  const plan = placeWide(progress.graph);
  return (
    <svg
      className="graph graph-wide"
      viewBox={`0 0 ${plan.width} ${plan.height}`}
      width={plan.width}
      role="img"
      aria-label={t.picture[language]}
      aria-describedby={describedBy}
    >
      <Arrowhead id="graph-tip" />
      {plan.bands.map(({ lane, y, height }) => (
        <g key={lane} className="lane">
          <rect x="0" y={y} width={plan.width} height={height} className={lane % 2 === 0 ? 'even' : 'odd'} />
          {wrapWords(laneName(progress, lane, language), 16, 5).map((line, row, rows) => (
            <text key={line} x="10" y={y + height / 2 + (row - (rows.length - 1) / 2) * 17 + 5}>
              {line}
            </text>
          ))}
        </g>
      ))}
      {plan.lines.map(({ key, path, passed }) => (
        <path key={key} d={path} className={passed ? 'arrow passed' : 'arrow'} markerEnd="url(#graph-tip)" />
      ))}
      {progress.graph.nodes.map((node) => {
        const box = plan.boxes.find(({ id }) => id === node.id);
        return box && <Box key={node.id} {...{ progress, language, node }} x={box.x} y={box.y} />;
      })}
    </svg>
  );
}

const laneName = (progress: Progress, lane: number, language: Language): string => {
  const found = progress.graph.lanes[lane];
  return found ? partyName(progress, found, language) : '';
};

export const Arrowhead = ({ id }: { id: string }) => (
  <defs>
    <marker id={id} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
      <path className="tip" d="M0 0L8 4L0 8Z" />
    </marker>
  </defs>
);

type BoxProps = { progress: Progress; language: Language; node: GraphNode; x: number; y: number };

function Box({ progress, language, node, x, y }: BoxProps) {
  const words = nodeWords(progress, node, language);
  const here = words.turn !== null;
  return (
    <g className={`step ${node.state}${here ? ' here' : ''}`}>
      {words.because && <title>{words.because}</title>}
      <rect x={x} y={y} width={wide.box} height={wide.height} rx="9" />
      {wrapWords(words.name, 21, 3).map((line, row) => (
        <text key={line} className="name" x={x + 12} y={y + 21 + row * 16}>
          {line}
        </text>
      ))}
      <NodeMark state={node.state} x={x + 19} y={y + 72} r={7} />
      <text x={x + 34} y={y + 77}>
        {words.state}
      </text>
      <text className="soft" x={x + 12} y={y + 96}>
        {words.time}
      </text>
      {here && (
        <>
          <path
            className="turn"
            d={`M${x + 1} ${y + 104}h${wide.box - 2}v15a8 8 0 0 1-8 8h${18 - wide.box}a8 8 0 0 1-8-8Z`}
          />
          <text className="turn-words" x={x + 12} y={y + 120}>
            ▶ {t[node.turn?.supplement ? 'here_supplement' : 'here'][language]}
          </text>
        </>
      )}
    </g>
  );
}
