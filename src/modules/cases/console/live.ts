import type { Actor } from '#modules/organisation/index.ts';

/** `desk`: where it was filed, when that was at a desk. */
export type Change = { code: string; path: string; desk: string | null };

/** What was announced, or null where it cannot be read. */
export function parseChange(payload: string): Change | null {
  const read: unknown = JSON.parse(payload);
  if (typeof read !== 'object' || read === null || !('code' in read) || !('path' in read)) return null;
  const desk = 'desk' in read && typeof read.desk === 'string' ? read.desk : null;
  return typeof read.code === 'string' && typeof read.path === 'string'
    ? { code: read.code, path: read.path, desk }
    : null;
}

/** The code alone is told, and only to whoever may see cases of that unit or filed at that desk. */
export const concerns = (actor: Actor, change: Change): boolean =>
  actor.scope.system ||
  (change.desk !== null && actor.scope.desks?.includes(change.desk) === true) ||
  actor.scope.paths.some((path) => change.path === path || change.path.startsWith(`${path}.`));
