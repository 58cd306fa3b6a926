import type { Actor } from '#modules/organisation/index.ts';

/** Figures are for whoever answers for a unit or talks to its customers; a desk and a crew see cases, not figures, and a State body its own steps. */
const without = ['desk_clerk', 'crew', 'officer'];
export const mayReadBoards = (actor: Pick<Actor, 'role'>): boolean =>
  actor.role !== null && !without.includes(actor.role);
