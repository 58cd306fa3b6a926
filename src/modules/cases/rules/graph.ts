import type { Party, Turn } from './party-times.ts';
import { mustComeFirst, type Standing } from './procedure.ts';

/** As much of a step of a case as its picture is drawn from; times in milliseconds since 1970. */
export type GraphStep = Standing & {
  party: Party;
  unit: string;
  dueAt: number | null;
  completedAt: number | null;
};
export type NodeState = 'waiting' | 'open' | 'late' | 'done' | 'done_late' | 'skipped';
export type Lane = { party: Party; unit: string };
export type GraphNode = {
  id: string;
  state: NodeState;
  /** How many steps must come before it at least. */
  column: number;
  lane: number;
  /** Whose turn it is now, since when; null where it is nobody's. */
  turn: { party: Party; unit: string; since: number; supplement: boolean } | null;
};
export type Arrow = { from: string; to: string; passed: boolean };
export type CaseGraph = { lanes: Lane[]; nodes: GraphNode[]; arrows: Arrow[] };

/** The steps of a case as a graph: what waits for what, who does it, how far it is, whose turn it is now. */
export function graphOf(steps: readonly GraphStep[], turns: readonly Turn[], now: number): CaseGraph {
  const arrows = arrowsOf(steps);
  const lanes = lanesOf(steps);
  const nodes = steps.map((step) => ({
    id: step.id,
    state: stateOf(step, now),
    column: columnOf(step.id, arrows),
    lane: lanes.findIndex((lane) => isOf(lane, step)),
    turn: step.state === 'open' ? turnAt(step, turns) : null,
  }));
  return {
    lanes,
    nodes: nodes.sort((a, b) => a.column - b.column),
    arrows: arrows.map((arrow) => ({
      ...arrow,
      passed: steps.some(({ id, state }) => id === arrow.to && state !== 'waiting'),
    })),
  };
}

/** Only from each step to the next: an arrow past a step that lies between would say nothing new. */
function arrowsOf(steps: readonly GraphStep[]): { from: string; to: string }[] {
  const first = (other: GraphStep, step: GraphStep) =>
    mustComeFirst(other, step) || (other.step_code === step.step_code && other.round < step.round);
  return steps.flatMap((step) => {
    const before = steps.filter((other) => first(other, step));
    return before
      .filter((other) => !before.some((between) => first(other, between)))
      .map((other) => ({ from: other.id, to: step.id }));
  });
}

function columnOf(id: string, arrows: readonly { from: string; to: string }[]): number {
  const before = arrows.filter(({ to }) => to === id);
  return before.length === 0 ? 0 : 1 + Math.max(...before.map(({ from }) => columnOf(from, arrows)));
}

const isOf = (lane: Lane, { party, unit }: Lane): boolean =>
  lane.party === party && (isOutside(party) || lane.unit === unit);

/** A customer or a contractor has one lane, whichever unit follows their work. */
const isOutside = (party: Party): boolean => party === 'customer' || party === 'contractor';

function lanesOf(steps: readonly GraphStep[]): Lane[] {
  const lanes: Lane[] = [];
  for (const { party, unit } of steps)
    if (!lanes.some((lane) => isOf(lane, { party, unit })))
      lanes.push({ party, unit: isOutside(party) ? '' : unit });
  return lanes;
}

function stateOf({ state, dueAt, completedAt }: GraphStep, now: number): NodeState {
  if (state === 'open') return dueAt !== null && dueAt < now ? 'late' : 'open';
  if (state === 'done') return dueAt !== null && (completedAt ?? 0) > dueAt ? 'done_late' : 'done';
  return state === 'skipped' ? 'skipped' : 'waiting';
}

/** While the whole case waits for a supplement every open step is at the customer; else each at whoever has its turn. */
function turnAt({ id, party, unit }: GraphStep, turns: readonly Turn[]): GraphNode['turn'] {
  const open = turns.filter(({ to }) => to === null);
  const wait = open.find(({ taskId }) => taskId === null);
  const own = wait ?? open.find(({ taskId }) => taskId === id);
  if (!own) return { party, unit, since: 0, supplement: false };
  return {
    party: own.party,
    unit: own.unit,
    since: own.from,
    supplement: own.party === 'customer' && party !== 'customer' && party !== 'contractor',
  };
}
