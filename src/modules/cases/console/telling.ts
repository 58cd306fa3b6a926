import type { Actor } from '#modules/organisation/index.ts';

/** Something told to one person's screens, or to all who see a path; `data` names a thing and says nothing about it. */
export type Telling = { event: string; data: string } & ({ staff: string } | { path: string });

/** What was told, or null where it is no telling. */
export function parseTelling(payload: string): Telling | null {
  const read: unknown = JSON.parse(payload);
  if (typeof read !== 'object' || read === null || !('event' in read) || !('data' in read)) return null;
  const { event, data } = read;
  if (typeof event !== 'string' || typeof data !== 'string') return null;
  if ('staff' in read && typeof read.staff === 'string') return { event, data, staff: read.staff };
  return 'path' in read && typeof read.path === 'string' ? { event, data, path: read.path } : null;
}

/** Told to a person by name, or to whoever may see what belongs to the path. */
export function isFor({ id, scope }: Actor, telling: Telling): boolean {
  if ('staff' in telling) return telling.staff === id;
  return (
    scope.system || scope.paths.some((own) => telling.path === own || telling.path.startsWith(`${own}.`))
  );
}
