export const utilityParties = ['corporation', 'company', 'unit'] as const;
export const stateParties = ['agency', 'administration_centre'] as const;
const otherParties = ['customer', 'contractor'] as const;
export const parties = [...utilityParties, ...stateParties, ...otherParties] as const;
export type Party = (typeof parties)[number];

/** Times in milliseconds since 1970; `to` null while it lasts. */
type Stretch = { from: number; to: number | null };
/**
 * Whose turn a step is at; `taskId` null: the whole case waits for the customer. `unit` '' where the party is no unit. `counted` false:
 * work of the utility that its limit leaves out, such as works it was hired for.
 */
export type Turn = Stretch & {
  taskId: string | null;
  party: Party;
  unit: string;
  step: string;
  counted: boolean;
};
export type History = {
  from: number;
  /** The finish, or now while it runs. */
  to: number;
  turns: readonly Turn[];
  /** Which unit held the case since when, in order; the first from the opening. */
  holders: readonly { since: number; unit: string }[];
  /** Between an end and a reopening the case is nobody's. */
  ended: readonly Stretch[];
};
/** `counted`: the time is in the limit of the utility or of a State body. */
type Owner = { party: Party; unit: string; step: string; counted: boolean };
/** A part of the case's time in which the same owners shared it, each an equal part of it. */
export type Segment = { from: number; to: number; owners: readonly Owner[] };

/**
 * The time of a case cut where anything about its turns changes. An instant belongs to the customer while the unit waits for a
 * supplement; else to those of the utility whose turn it is; else to the State bodies; else to the customer, the contractor, or the
 * utility at work that no limit counts; and to the unit that holds the case where it is nobody's turn. Those side by side share it equally.
 */
export function segmentsOf(history: History): Segment[] {
  const cuts = cutsOf(history);
  const segments: Segment[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined || history.ended.some((stretch) => covers(stretch, from))) continue;
    segments.push({ from, to, owners: ownersAt(history, from) });
  }
  return segments;
}

const covers = ({ from, to }: Stretch, at: number): boolean => from <= at && (to === null || at < to);

function cutsOf({ from, to, turns, holders, ended }: History): number[] {
  const edges = [...turns, ...ended].flatMap((stretch) => [stretch.from, stretch.to ?? to]);
  const within = [...edges, ...holders.map(({ since }) => since)].filter((at) => from < at && at < to);
  return [...new Set([from, ...within, to])].sort((a, b) => a - b);
}

/** Whose turn it is at an instant. */
export function ownersAt({ turns, holders }: History, at: number): Owner[] {
  const open = turns.filter((turn) => covers(turn, at));
  const waits = open.filter(({ taskId }) => taskId === null);
  if (waits.length > 0) return waits.slice(0, 1).map((wait) => ({ ...wait, counted: false }));
  for (const group of ['utility', 'state', 'other']) {
    const own = open.filter((turn) => groupOf(turn) === group);
    if (own.length > 0) return own.map((turn) => ({ ...turn, counted: group !== 'other' }));
  }
  const holder = holders.findLast(({ since }) => since <= at) ?? holders[0];
  return [{ party: 'unit', unit: holder?.unit ?? '', step: '', counted: true }];
}

function groupOf({ party, counted }: Turn): 'utility' | 'state' | 'other' {
  if (stateParties.some((one) => one === party)) return 'state';
  return counted && utilityParties.some((one) => one === party) ? 'utility' : 'other';
}

export type PartyTime = {
  party: Party;
  unit: string;
  step: string;
  counted: boolean;
  elapsedMs: number;
  workingMinutes: number;
};

/**
 * What each party's part came to. Whole milliseconds, whose sum is the case's time exactly: what does not divide goes to the first
 * owners of a segment. `working` counts the working minutes between two instants, by the calendar of the step.
 */
export function partyTimes(
  history: History,
  working: (step: string, from: number, to: number) => number,
): PartyTime[] {
  const sums = new Map<string, PartyTime>();
  for (const { from, to, owners } of segmentsOf(history))
    for (const [index, { party, unit, step, counted }] of owners.entries()) {
      const key = JSON.stringify([party, unit, step, counted]);
      const sum = sums.get(key) ?? { party, unit, step, counted, elapsedMs: 0, workingMinutes: 0 };
      sum.elapsedMs += shareOf(to - from, owners.length, index);
      sum.workingMinutes += working(step, from, to) / owners.length;
      sums.set(key, sum);
    }
  return [...sums.values()];
}

const shareOf = (whole: number, parts: number, index: number): number =>
  Math.floor(whole / parts) + (index < whole % parts ? 1 : 0);
