type Row = { id: number; fingerprint: string };

/**
 * Definitions by what they say: to read and check one costs more than the look-up of its row. `most` bounds what is kept;
 * beyond it all is forgotten, save what the asker was already given.
 */
export function knownDefinitions<From, Definition>(
  most: number,
  read: (from: From, ids: number[]) => Promise<{ fingerprint: string; definition: unknown }[]>,
  parse: (definition: unknown) => Definition,
) {
  const known = new Map<string, Definition>();
  return async <R extends Row>(
    from: From,
    rows: readonly R[],
  ): Promise<(R & { definition: Definition })[]> => {
    const found = new Map<string, Definition>();
    for (const { fingerprint } of rows) {
      const definition = known.get(fingerprint);
      if (definition !== undefined) found.set(fingerprint, definition);
    }
    const missing = rows.filter(({ fingerprint }) => !found.has(fingerprint)).map(({ id }) => id);
    for (const fresh of missing.length > 0 ? await read(from, missing) : []) {
      const definition = parse(fresh.definition);
      if (known.size >= most) known.clear();
      known.set(fresh.fingerprint, definition);
      found.set(fresh.fingerprint, definition);
    }
    return rows.flatMap((row) => {
      const definition = found.get(row.fingerprint);
      return definition === undefined ? [] : [{ ...row, definition }];
    });
  };
}
