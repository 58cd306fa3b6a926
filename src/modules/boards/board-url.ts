import { z } from 'zod';
import { type Board, boardAddress, type Dimension, dimensions, listAddress } from './board.ts';
import type { Filter } from './queries.ts';
import { isMonth, periodOf } from './rules/months.ts';

/** What each dimension is called in an address. */
export const params = {
  month: 'thang',
  company: 'cong-ty',
  unit: 'don-vi',
  service: 'dich-vu',
  channel: 'kenh',
  class: 'loai',
} as const satisfies Record<Dimension, string>;

const month = z.string().refine(isMonth).optional().catch(undefined);
const code = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,60}$/)
  .optional()
  .catch(undefined);
const dimension = z.string().optional().catch(undefined);

/** Something unknown in an address is as if it were not there: a bookmark still opens. */
const schema = z.object({
  tu: month,
  den: month,
  'cong-ty': code,
  'don-vi': code,
  'dich-vu': code,
  kenh: code,
  loai: code,
  buoc: code,
  ben: code,
  theo: dimension,
  'roi-theo': dimension,
  chon: dimension,
  sau: z.string().max(100).optional().catch(undefined),
});

export type BoardUrl = {
  filter: Filter;
  /** The lines, and what they are divided by. */
  by: [Dimension] | [Dimension, Dimension];
  /** In a list of cases: which of them, and the page. */
  flag: string | undefined;
  after: string | undefined;
};

export function parseBoardUrl(query: unknown, board: Board, thisMonth: string): BoardUrl {
  const read = schema.parse(typeof query === 'object' && query !== null ? query : {});
  const among = (value: string | undefined) =>
    board.dimensions.find((known) => value !== undefined && params[known] === value);
  const first = among(read.theo) ?? 'month';
  const second = among(read['roi-theo']);
  const chosen = board.dimensions
    .filter((name) => name !== 'month')
    .flatMap((name) => {
      const value = read[params[name]];
      return value === undefined ? [] : [[name, value]];
    });
  return {
    filter: {
      ...periodOf({ from: read.tu, to: read.den }, thisMonth),
      ...Object.fromEntries(chosen),
      ...partOf(board, read.buoc, read.ben),
    },
    by: second && second !== first ? [first, second] : [first],
    flag: board.flags.find((flag) => flag === read.chon),
    after: read.sau,
  };
}

/** A step that is none stands as '-' in an address. */
const noStep = '-';

function partOf(board: Board, step: string | undefined, party: string | undefined): Pick<Filter, 'part'> {
  if (!board.steps || step === undefined || party === undefined) return {};
  return { part: { step: step === noStep ? '' : step, party } };
}

const searchOf = (filter: Filter): URLSearchParams => {
  const search = new URLSearchParams({ tu: filter.from, den: filter.to });
  for (const name of dimensions) if (name !== 'month' && filter[name]) search.set(params[name], filter[name]);
  if (filter.part) {
    search.set('buoc', filter.part.step || noStep);
    search.set('ben', filter.part.party);
  }
  return search;
};

/** The board with something changed. */
export function boardHref(board: Board, url: Pick<BoardUrl, 'filter' | 'by'>, file = ''): string {
  const { part: _, ...filter } = url.filter;
  const search = searchOf(filter);
  search.set('theo', params[url.by[0]]);
  if (url.by[1]) search.set('roi-theo', params[url.by[1]]);
  return `${boardAddress(board)}${file}?${search}`;
}

/** The cases behind a figure: those of the filter that also have the values of its line. */
export function listHref(
  board: Board,
  filter: Filter,
  key: Partial<Record<Dimension, string>>,
  { flag, after }: { flag?: string | undefined; after?: string | undefined } = {},
): string {
  const search = searchOf(withKey(filter, key));
  if (flag) search.set('chon', flag);
  if (after) search.set('sau', after);
  return `${listAddress(board)}?${search}`;
}

function withKey(filter: Filter, { month: day, ...key }: Partial<Record<Dimension, string>>): Filter {
  const period = day === undefined ? {} : { from: day.slice(0, 7), to: day.slice(0, 7) };
  return { ...filter, ...key, ...period };
}
