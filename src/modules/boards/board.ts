import type { Text } from '#platform/text.ts';

/** Along what a board can be read. Each is a column of every board's view. */
export const dimensions = ['month', 'company', 'unit', 'service', 'channel'] as const;
export type Dimension = (typeof dimensions)[number];

/** What was counted: `cases`, and each flag and sum of the board by its name. */
export type Counted = Record<string, number>;

export type Measure = {
  name: string;
  label: Text;
  /** A share is of 1. Null: there is nothing to divide by. */
  value(counted: Counted): number | null;
  show: 'count' | 'share' | 'mean';
  /** The flag of the cases behind the figure; without one, all cases of the line. */
  opens?: string;
  /** Told in exports and above the table, but no column of it. */
  aside?: true;
};

/**
 * A board is one view and one of these. The view has a row a case: case_id, code, at, the dimensions, and what is named
 * here. Every figure and every list behind a figure is counted from that view.
 */
export type Board = {
  view: 'online_share' | 'visits_per_case';
  /** Its address below /bang/so-lieu. */
  slug: string;
  title: Text;
  lead: Text;
  /** How cases come to be counted, in words. */
  counting: Text;
  dimensions: readonly Dimension[];
  /** Columns of the view that are true or false. */
  flags: readonly string[];
  /** Columns of the view that are added up. */
  sums: readonly string[];
  measures: readonly Measure[];
  /** The parts of a bar of the chart, which together are all cases of its line. */
  parts: readonly { label: Text; value(counted: Counted): number }[];
  /** Whether its bars are divided as shares or as numbers, when read along this dimension. */
  scale(by: Dimension): 'share' | 'count';
  /** What each list of cases is called, by flag; and which columns of the view it shows besides. */
  lists: Record<string, Text>;
  listed: readonly { column: string; label: Text }[];
};

export const of = (counted: Counted, name: string): number => counted[name] ?? 0;
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
export const listAddress = (board: Board): string => `/bang/so-lieu/${board.slug}/ho-so`;
export const boardAddress = (board: Board): string => `/bang/so-lieu/${board.slug}`;
