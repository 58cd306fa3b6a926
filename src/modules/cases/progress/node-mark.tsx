import type { NodeState } from '../rules/graph.ts';

type Props = { state: NodeState; x: number; y: number; r: number };

/** The state of a step by its form: a full round with a tick, a pointer, a triangle, an empty round, a bar. No colour is needed to read it. */
export function NodeMark({ state, x, y, r }: Props) {
  const tick = `M${x - r * 0.45} ${y}l${r * 0.32} ${r * 0.36}l${r * 0.6} ${-r * 0.72}`;
  if (state === 'late')
    return (
      <g className="mark late">
        <path d={`M${x} ${y - r * 1.1}L${x + r * 1.15} ${y + r * 0.9}H${x - r * 1.15}Z`} />
        <path className="sign" d={`M${x} ${y - r * 0.4}V${y + r * 0.25}M${x} ${y + r * 0.55}v${r * 0.06}`} />
      </g>
    );
  return (
    <g className={`mark ${state}`}>
      <circle cx={x} cy={y} r={r} />
      {state === 'open' && (
        <path
          className="sign full"
          d={`M${x - r * 0.3} ${y - r * 0.5}l${r * 0.85} ${r * 0.5}l${-r * 0.85} ${r * 0.5}Z`}
        />
      )}
      {state === 'done' && <path className="sign" d={tick} />}
      {state === 'done_late' && <path className="sign" d={tick} />}
      {state === 'done_late' && <circle className="again" cx={x} cy={y} r={r + 3} />}
      {state === 'skipped' && <path className="sign" d={`M${x - r * 0.5} ${y}h${r}`} />}
    </g>
  );
}
