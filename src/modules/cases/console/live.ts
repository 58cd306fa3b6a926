import type { Actor } from '#modules/organisation/index.ts';

export type Change = { code: string; path: string };

/** What was announced, or null where it cannot be read. */
export function parseChange(payload: string): Change | null {
  const read: unknown = JSON.parse(payload);
  if (typeof read !== 'object' || read === null || !('code' in read) || !('path' in read)) return null;
  return typeof read.code === 'string' && typeof read.path === 'string'
    ? { code: read.code, path: read.path }
    : null;
}

/** The code alone is told, and only to whoever may see cases of that unit. */
export const concerns = (actor: Actor, change: Change): boolean =>
  actor.scope.system ||
  actor.scope.paths.some((path) => change.path === path || change.path.startsWith(`${path}.`));
