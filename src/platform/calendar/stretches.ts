import type { Stretch } from './types.ts';

/** Stretches in order, those that touch or overlap made one, so that no time is counted twice. */
export function merge(stretches: readonly Stretch[]): Stretch[] {
  const inOrder = [...stretches].sort((a, b) => a.from - b.from);
  const merged: Stretch[] = [];
  for (const next of inOrder) {
    const last = merged.at(-1);
    if (!last || (last.to !== null && last.to < next.from)) merged.push({ ...next });
    else if (last.to !== null) last.to = next.to === null ? null : Math.max(last.to, next.to);
  }
  return merged;
}

/** What is left of [from, to) once merged stretches are cut out. */
export function subtract(from: number, to: number, merged: readonly Stretch[]): [number, number][] {
  const left: [number, number][] = [];
  let at = from;
  for (const cut of merged) {
    if (cut.to !== null && cut.to <= at) continue;
    if (cut.from >= to) break;
    if (cut.from > at) left.push([at, cut.from]);
    if (cut.to === null) return left;
    at = Math.max(at, cut.to);
  }
  if (at < to) left.push([at, to]);
  return left;
}
