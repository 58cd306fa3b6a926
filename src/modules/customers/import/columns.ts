import { fold } from '#platform/fold.ts';

/** `names`: what the header may call it, the first being the documented one. */
export type Column = { names: readonly [string, ...string[]]; needed: boolean };
export type ColumnName = string;

const alike = (name: string): string => fold(name.replaceAll('_', ' ')).replace(/[ .]+/g, '_');

/** Where each column stands in the file, by its documented name; or those that are missing. */
export function readHeader(
  columns: readonly Column[],
  header: readonly string[],
): { at: Map<ColumnName, number>; missing: string[] } {
  const given = header.map(alike);
  const at = new Map<ColumnName, number>();
  for (const { names } of columns) {
    const known = names.map(alike);
    const index = given.findIndex((name) => known.includes(name));
    if (index >= 0) at.set(names[0], index);
  }
  const missing = columns
    .filter(({ names, needed }) => needed && !at.has(names[0]))
    .map(({ names }) => names[0]);
  return { at, missing };
}
