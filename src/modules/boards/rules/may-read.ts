import type { Actor } from '#modules/organisation/index.ts';

/** Figures are for whoever answers for a unit or talks to its customers; a desk and a crew see cases, not figures. */
export const mayReadBoards = (actor: Pick<Actor, 'role'>): boolean =>
  actor.role !== null && actor.role !== 'desk_clerk' && actor.role !== 'crew';
