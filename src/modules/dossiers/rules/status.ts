/** The list by which dossiers are kept in step with the National Public Service Portal. */
export const statuses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export type Status = (typeof statuses)[number];

/** What of a case tells its status. `taken`: the State's desk took it. `waiting`: what waits for a supplement. */
export type StatusFacts = {
  taken: boolean;
  accepted: boolean;
  waiting: readonly string[];
  paymentOpen: boolean;
  finished: boolean;
  returned: boolean;
  withdrawn: boolean;
  declined: boolean;
};

export function statusOf(facts: StatusFacts): Status {
  if (facts.withdrawn) return 7;
  if (facts.declined) return facts.accepted || facts.taken ? 8 : 3;
  if (facts.returned) return 10;
  if (facts.finished) return 9;
  if (facts.waiting.length > 0) return 5;
  if (facts.paymentOpen) return 6;
  if (facts.accepted) return 4;
  return facts.taken ? 2 : 1;
}

/** Which status may follow which. 3, 7, 8 and 10 end a dossier: only our reopening leads out of them. */
// biome-ignore format: one status a line, so that the table is read as a table
const follows: Record<Status, readonly Status[]> = {
  1:  [2, 3, 4, 7],
  2:  [4, 5, 6, 7, 8],
  3:  [],
  4:  [5, 6, 7, 8, 9],
  5:  [2, 4, 6, 7, 8],
  6:  [2, 4, 5, 7, 8, 9],
  7:  [],
  8:  [],
  9:  [10],
  10: [],
};
/** The work was not right, or the refusal was not: the case is opened again, and its dossier with it. */
const reopened: readonly Status[] = [3, 8, 9, 10];

export const mayFollow = (from: Status, to: Status): boolean => follows[from].includes(to);
export const mayReopen = (from: Status, to: Status): boolean => reopened.includes(from) && to === 4;

export const isStatus = (value: unknown): value is Status => statuses.some((known) => known === value);
