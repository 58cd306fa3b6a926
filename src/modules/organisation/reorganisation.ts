import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';

/** A unit named by a change: one that exists, or, with a name, one that opens that day. */
export type NamedUnit = { code: string; name?: Text | undefined };
type Dated = { code: string; on: string; source: string };

export type Merge = Dated & { kind: 'merge'; from: string[]; into: NamedUnit };
/** The first part takes everything no other part names by its district; a part may be the old unit itself. */
export type Split = Dated & { kind: 'split'; from: string; parts: (NamedUnit & { districts: string[] })[] };
export type Move = Dated & { kind: 'move'; units: string[]; to: string };

/** A dated change of the organisation: `on` is the first day of the new state. */
export type Reorganisation = Merge | Split | Move;

/**
 * Moves the open cases of one unit to another, passed in by the module that keeps cases. `from` and `to` are the same
 * when only the unit's path changed; `only` narrows it to the districts a split hands on.
 */
export type RehomeOpenCases = (
  trx: Trx,
  from: string,
  to: string,
  only?: { districts: readonly string[] },
) => Promise<unknown>;
