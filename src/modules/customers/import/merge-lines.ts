import type { ImportConnection, MergeResult, StagedLine } from './queries-import.ts';

const nothing: MergeResult = { added: 0, changed: 0, same: 0, repeated: 0, strays: [] };

/**
 * Merges a batch. Where PostgreSQL itself refuses a value that nobody foresaw, the batch is halved until the line at fault
 * stands alone: it is reported, and the others come in.
 */
export async function mergeLines(
  connection: ImportConnection,
  lines: readonly StagedLine[],
  now: Date,
): Promise<MergeResult> {
  try {
    return lines.length === 0 ? nothing : await connection.merge(lines, now);
  } catch (error) {
    if (!isOfTheData(error)) throw error;
    const [only] = lines;
    if (lines.length === 1 && only)
      return { ...nothing, strays: [{ line: only.line, field: '', reason: 'not_taken' }] };
    const middle = Math.ceil(lines.length / 2);
    const first = await mergeLines(connection, lines.slice(0, middle), now);
    return sum(first, await mergeLines(connection, lines.slice(middle), now));
  }
}

/** Data exceptions and integrity violations; anything else, such as a full disk, is no line's fault. */
const isOfTheData = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));

const sum = (one: MergeResult, other: MergeResult): MergeResult => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  same: one.same + other.same,
  repeated: one.repeated + other.repeated,
  strays: [...one.strays, ...other.strays],
});
