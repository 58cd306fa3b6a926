import type { Text } from '#platform/text.ts';

/** Along what a board can be read. Each that a board names is a column of its view. */
export const dimensions = ['month', 'company', 'unit', 'service', 'channel', 'class'] as const;
export type Dimension = (typeof dimensions)[number];

/** What was counted: `cases`, and each flag, sum and quantile of the board by its name. A quantile of nothing is absent. */
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
  view: 'online_share' | 'visits_per_case' | 'access_to_electricity' | 'gaming_signs';
  /** Its address below /bang/so-lieu. */
  slug: string;
  title: Text;
  lead: Text;
  /** How cases come to be counted, in words. */
  counting: Text;
  /** The dated standards that `counting` speaks of, by their names in it. */
  said?: Record<string, string>;
  dimensions: readonly Dimension[];
  /** Columns of the view that are true or false. */
  flags: readonly string[];
  /** Columns of the view that are added up. */
  sums: readonly string[];
  /** Quantiles of a column, 0 to 1, between two cases by the distance (percentile_cont). They do not add up: each line has its own. */
  quantiles?: readonly { name: string; column: string; at: number }[];
  measures: readonly Measure[];
  /** The parts of a bar of the chart, which together are all cases of its line. */
  parts: readonly { label: Text; value(counted: Counted): number }[];
  /** Whether its bars are divided as shares or as numbers, when read along this dimension. */
  scale(by: Dimension): 'share' | 'count';
  /** Where its lines stand in an order of their own, months apart: the smallest first. */
  rank?(counted: Counted): number;
  /** With fewer cases than this a line is marked: its figures say little. */
  few?: number;
  /** The limit of all cases counted, in the measure of the chart, where they have one and the same. */
  limit?(counted: Counted): number | null;
  /** The view of the same cases by step and party. */
  steps?: 'access_steps';
  /** Since when it is counted in this way. */
  defined?: string;
  /** What each list of cases is called, by flag; and which columns of the view it shows besides. */
  lists: Record<string, Text>;
  listed: readonly Listed[];
};

/** A column that lists of cases show besides: as it stands, or as a figure, a yes, or the name of a class. */
export type Listed = { column: string; label: Text; show?: 'mean' | 'flag' | 'class' };

export const of = (counted: Counted, name: string): number => counted[name] ?? 0;
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
export const listAddress = (board: Board): string => `/bang/so-lieu/${board.slug}/ho-so`;
export const boardAddress = (board: Board): string => `/bang/so-lieu/${board.slug}`;
