import type { Limit } from '#platform/calendar/index.ts';
import type { Text } from '#platform/text.ts';

/** Time that does not count, with its reason; `to` null while it lasts. Instants in ISO 8601. */
export type Pause = { from: string; to: string | null; reason: string; document?: string | undefined };

/** How a due time came about; stored beside it, never rewritten. The limit's `source` is its legal basis. */
export type Derivation = {
  /** ISO 8601, or null while a pause lasts: then `remaining` says how much is left, in the limit's unit (hours as minutes). */
  dueAt: string | null;
  remaining?: number | undefined;
  startedAt: string;
  /** The day that counts as the day of receipt, where the office's rule moved it. */
  receivedOn?: string | undefined;
  limit: Limit;
  calendar: { code: string; version: number; name?: Text | undefined };
  timezone?: string | undefined;
  pauses: Pause[];
  /** How much of the limit's own kind of time fell into pauses, overlapping ones once (hours as minutes). */
  paused?: number | undefined;
  /** Dated days off between start and end (or now-known end), weekly ones not named. */
  daysOff: { date: string; name: Text }[];
  /** Dated days worked that the week has off: swapped Saturdays. */
  daysWorked: { date: string; name: Text }[];
  /** The day on which it would have ended, were that not off: it ends on the next working day (Civil Code 2015, Art. 148). */
  movedFrom?: string | undefined;
};
