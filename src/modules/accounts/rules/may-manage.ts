export type Manager = { role: string | null; paths: readonly string[] };
export type Verdict = { ok: true } | { ok: false; reason: 'administrators_only' | 'unit_unknown' };

/** Only an administrator looks after people, and only of units below their own path. */
export function mayManage(manager: Manager, unitPath: string | null): Verdict {
  if (manager.role !== 'administrator') return { ok: false, reason: 'administrators_only' };
  const below = manager.paths.some((path) => unitPath === path || unitPath?.startsWith(`${path}.`));
  return below ? { ok: true } : { ok: false, reason: 'unit_unknown' };
}
