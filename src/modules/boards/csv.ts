import { stringify } from 'csv-stringify/sync';
import type { Language } from '#platform/text.ts';
import type { Dimension, Measure } from './board.ts';
import type { BoardFacts } from './facts.ts';
import type { CountedLine } from './queries.ts';
import { dimensionNames } from './texts.ts';

/**
 * The table as a file, one line a counted line and no subtotals, so that it can be added up. Excel opens it by itself:
 * the mark at the front says UTF-8, and the separator is the one that goes with the language's decimal sign.
 */
export function asCsv({ board, url, lines, names }: BoardFacts, language: Language): string {
  const heads = [
    ...url.by.flatMap((name) => headsOf(name, language)),
    ...board.measures.map(({ label, show }) => label[language] + (show === 'share' ? ' (%)' : '')),
  ];
  const inner = lines.lines.flatMap((line) =>
    line.inner.length > 0 ? line.inner.map((one) => ({ ...one, key: { ...line.key, ...one.key } })) : [line],
  );
  const rows = inner.map((line) => [
    ...url.by.flatMap((name) => cellsOf(name, line, names.of(name, line.key[name] ?? '', language))),
    ...board.measures.map((measure) => number(measure, line, language)),
  ]);
  return stringify([heads, ...rows], {
    bom: true,
    delimiter: language === 'vi' ? ';' : ',',
    record_delimiter: 'windows',
    // A cell that a spreadsheet would take for a formula is made plain text.
    escape_formulas: true,
  });
}

const headsOf = (name: Dimension, language: Language): string[] => {
  const head = dimensionNames[name][language];
  return name === 'month' ? [head] : [`${head} (${language === 'vi' ? 'mã' : 'code'})`, head];
};

const cellsOf = (name: Dimension, line: CountedLine, label: string): string[] => {
  const value = line.key[name] ?? '';
  return name === 'month' ? [value.slice(0, 7)] : [value, label];
};

function number({ value, show }: Measure, { counted }: CountedLine, language: Language): string {
  const found = value(counted);
  if (found === null) return '';
  const shown =
    show === 'count' ? String(found) : show === 'share' ? (found * 100).toFixed(1) : found.toFixed(2);
  return language === 'vi' ? shown.replace('.', ',') : shown;
}
