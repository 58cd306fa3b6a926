export const callEventKinds = ['ringing', 'answered', 'ended', 'abandoned'] as const;
export type CallEventKind = (typeof callEventKinds)[number];

/** What a switchboard told of a call. Empty strings where it did not say. */
export type CallEvent = {
  event: CallEventKind;
  at: Date;
  extension: string;
  line: string;
  callerGiven: string;
};

/** A call as far as it has been told of. `wait` is in seconds, null where the ringing or the answer was never told. */
export type Call = {
  state: CallEventKind;
  beganAt: Date;
  rangAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  extension: string;
  /** When it came to this extension; null where no telephone was told of. */
  reachedAt: Date | null;
  line: string;
  callerGiven: string;
};

const rank: Record<CallEventKind, number> = { ringing: 0, answered: 1, ended: 2, abandoned: 2 };

/**
 * The call that these events tell of, the same in whatever order and however often they came. Somebody took it as soon as an
 * answer is among them, whatever else is said; one that ended without an answer was abandoned. The extension is the last that
 * answered, else the last that rang; line and caller are the first that were told.
 */
export function foldCall(events: readonly [CallEvent, ...CallEvent[]]): Call {
  const told = events.toSorted(inOrder);
  const of = (...kinds: CallEventKind[]) => told.filter(({ event }) => kinds.includes(event));
  const [answered, ended] = [of('answered'), of('ended', 'abandoned')];
  const endedAt = ended.at(-1)?.at ?? null;
  const answeredAt = answered[0]?.at ?? null;
  const reached = lastReached(answered) ?? lastReached(of('ringing')) ?? lastReached(ended);
  return {
    state: stateOf(answeredAt !== null, endedAt !== null),
    beganAt: told[0]?.at ?? events[0].at,
    rangAt: of('ringing')[0]?.at ?? null,
    answeredAt,
    endedAt,
    extension: reached?.extension ?? '',
    reachedAt: reached?.at ?? null,
    line: told.find(({ line }) => line !== '')?.line ?? '',
    callerGiven: told.find(({ callerGiven }) => callerGiven !== '')?.callerGiven ?? '',
  };
}

const stateOf = (answered: boolean, ended: boolean): CallEventKind =>
  ended ? (answered ? 'ended' : 'abandoned') : answered ? 'answered' : 'ringing';

const lastReached = (events: readonly CallEvent[]): CallEvent | undefined =>
  events.findLast(({ extension }) => extension !== '');

/** By time; what happened in the same instant in the order of a call's life, then by its words, so that no order is left to chance. */
const inOrder = (a: CallEvent, b: CallEvent): number =>
  a.at.getTime() - b.at.getTime() ||
  rank[a.event] - rank[b.event] ||
  compare(a.event, b.event) ||
  compare(a.extension, b.extension) ||
  compare(a.line, b.line) ||
  compare(a.callerGiven, b.callerGiven);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
