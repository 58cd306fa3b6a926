import { parse } from 'csv-parse/sync';
import type { Line } from './read-lines.ts';

export type Cells = { number: number; cells: string[] | null };

/**
 * One line is one record, so that a quotation mark left open spoils its own line and not the rest of the file. All lines are
 * parsed together; where they do not come out one for one, each by itself.
 */
export function parseLines(lines: readonly Line[], delimiter: string): Cells[] {
  const together = tryParse(lines.map(({ text }) => text ?? '""').join('\n'), delimiter);
  const alike = together?.length === lines.length;
  return lines.map(({ number, text }, index) => {
    if (text === null) return { number, cells: null };
    const records = alike ? [together[index] ?? []] : tryParse(text, delimiter);
    return { number, cells: records?.length === 1 ? (records[0] ?? null) : null };
  });
}

function tryParse(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true });
  } catch {
    return null;
  }
}

/** What stands between the columns, told from the header: Excel in Vietnam writes semicolons. */
export const delimiterOf = (header: string): string =>
  [',', ';', '\t'].reduce((best, next) =>
    header.split(next).length > header.split(best).length ? next : best,
  );
