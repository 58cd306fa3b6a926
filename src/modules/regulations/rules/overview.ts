import { type DraftStage, daysFrom, draftOf, type Stage } from './stages.ts';

export const provinceStates = ['in_force', 'issued_later', 'drafting', 'none'] as const;
export type ProvinceState = (typeof provinceStates)[number];

type Version = { id: number; code: string; province: string; status: 'issued' | 'drafting' };
export type Binding = { regulationId: number; province: string; from: string; to: string | null };
type Moved = { province: string; stage: Stage; since: string; body: string | null };

export type Standing<V> = {
  state: ProvinceState;
  /** The one in force today; else the next to come. */
  regulation: V | null;
  from: string | null;
  to: string | null;
  /** The draft under way, also of one that is to replace what is in force. `days`: how long it has been at this stage. */
  draft: { stage: DraftStage; since: string; body: string | null; days: number } | null;
  /** Being drafted, and nobody has said how far it is. */
  stageUnknown: boolean;
};

/** How one province stands on a day. Moves come oldest first. */
export function standingOf<V extends Version>(
  province: string,
  facts: { versions: readonly V[]; bindings: readonly Binding[]; moves: readonly Moved[] },
  today: string,
): Standing<V> {
  const mine = facts.bindings.filter((binding) => binding.province === province);
  const holdsToday = ({ from, to }: Binding) => from <= today && (to === null || today <= to);
  const later = mine.filter(({ from }) => from > today).sort((a, b) => (a.from < b.from ? -1 : 1));
  const binding = mine.find(holdsToday) ?? later[0];
  const versions = facts.versions.filter((version) => version.province === province);
  const last = facts.moves.filter((move) => move.province === province && move.stage !== 'ended').at(-1);
  const draft = draftOf(last);
  const known = last === undefined && versions.some(({ status }) => status === 'drafting');
  return {
    state: stateOf(binding && holdsToday(binding), binding !== undefined, draft !== null || known),
    regulation: versions.find(({ id }) => id === binding?.regulationId) ?? null,
    from: binding?.from ?? null,
    to: binding?.to ?? null,
    draft: draft && {
      stage: draft.stage,
      since: draft.since,
      body: draft.body,
      days: daysFrom(draft.since, today),
    },
    stageUnknown: draft === null && known && binding === undefined,
  };
}

function stateOf(holds: boolean | undefined, comes: boolean, drafted: boolean): ProvinceState {
  if (holds) return 'in_force';
  if (comes) return 'issued_later';
  return drafted ? 'drafting' : 'none';
}
