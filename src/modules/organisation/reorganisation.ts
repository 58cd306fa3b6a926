import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import type { Unit } from './units.ts';

/** A unit named by a change: one that exists, or, with a name, one that opens that day. */
export type NamedUnit = { code: string; name?: Text | undefined };
type Dated = { code: string; on: string; source: string };

export type Merge = Dated & { kind: 'merge'; from: string[]; into: NamedUnit };
/** The first part takes everything no other part names by its district; a part may be the old unit itself. */
export type Split = Dated & { kind: 'split'; from: string; parts: (NamedUnit & { districts: string[] })[] };
export type Move = Dated & { kind: 'move'; units: string[]; to: string };

/** A dated change of the organisation: `on` is the first day of the new state. */
export type Reorganisation = Merge | Split | Move;

/** Open cases that change hands: `from` and `to.code` are the same when only the unit's path changed. */
export type Rehoming = {
  from: string;
  to: Unit;
  at: Date;
  /** The decision that says so. */
  decision: string;
  /** Only the cases of these districts, in a split. Whoever cannot tell a case's district leaves all where they are. */
  districts?: readonly string[];
};

/** Moves the open cases of one unit to another; passed in by whoever knows the module that keeps cases. */
export type RehomeOpenCases = (trx: Trx, move: Rehoming) => Promise<unknown>;
