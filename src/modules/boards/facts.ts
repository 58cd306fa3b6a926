import {
  type ChannelDefinition,
  readChannels,
  readStandards,
  readUtility,
  type Standard,
} from '#modules/catalogue/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { readLimits } from './access-limits.ts';
import { type Board, of } from './board.ts';
import { type BoardUrl, parseBoardUrl } from './board-url.ts';
import { type Names, readNames } from './names.ts';
import {
  countBoard,
  countQuantiles,
  countSteps,
  type ListedCase,
  listBoardCases,
  type StepLine,
} from './queries.ts';
import { asLines, type Lines } from './rules/lines.ts';
import { lastDay, monthOf } from './rules/months.ts';

export type Published = { share: number; source: string };
export type BoardFacts = {
  board: Board;
  url: BoardUrl;
  names: Names;
  lines: Lines;
  asOf: Date;
  /** The month that runs now, where the utility lives. */
  thisMonth: string;
  timeZone: string;
  /** How channels are counted in these months, and what the utility itself published. */
  channels: ChannelDefinition[];
  published: Published | null;
  /** The latest cases with a broken promise, where the board knows of promises. */
  broken: ListedCase[];
  /** How long each step took with each party, where the board tells them apart. */
  steps: StepLine[];
  /** What the definition says of dated standards, as they stand at the end of these months. */
  said: Record<string, number>;
  /** The limits that cases of these months fall under, where the board has limits. */
  limits: Standard[];
};

/** Everything a board's page, file and JSON say. One transaction, so that its figures fit each other. */
export async function readBoard(
  trx: Trx,
  actor: Actor,
  board: Board,
  query: unknown,
  now: Date,
): Promise<BoardFacts> {
  const { url, timeZone, today } = await place(trx, board, query, now);
  const counted = await countBoard(trx, board, url.filter, url.by);
  const quantiles = await countQuantiles(trx, board, url.filter, url.by);
  return {
    board,
    url,
    timeZone,
    asOf: now,
    thisMonth: today.slice(0, 7),
    names: await readNames(trx, actor, url.filter, today),
    lines: asLines(counted, url.by, { quantiles, rank: board.rank }),
    ...(await readDefinition(trx, board, url, today)),
    broken: board.flags.includes('broken')
      ? (await listBoardCases(trx, board, url.filter, { flag: 'broken', most: 10 })).cases
      : [],
    steps: board.steps ? await countSteps(trx, board.steps, url.filter) : [],
    said: await readSaid(trx, board, url, today),
    limits: board.limit ? await readLimits(trx, url.filter) : [],
  };
}

/** Months and days are those of the utility, wherever the server stands. */
async function place(trx: Trx, board: Board, query: unknown, now: Date) {
  const { timezone: timeZone } = await readUtility(trx, dayAt(now));
  const today = dayAt(now, timeZone);
  return { url: parseBoardUrl(query, board, monthOf(now, timeZone)), timeZone, today };
}

async function readSaid(trx: Trx, { said = {} }: Board, { filter }: BoardUrl, today: string) {
  const names = Object.entries(said);
  const end = lastDay(filter.to);
  const standards = names.length > 0 ? await readStandards(trx, end < today ? end : today) : [];
  return Object.fromEntries(
    names.flatMap(([name, code]) => {
      const standard = standards.find((one) => one.code === code);
      return standard ? [[name, standard.value]] : [];
    }),
  );
}

async function readDefinition(trx: Trx, board: Board, { filter }: BoardUrl, today: string) {
  if (!board.flags.includes('online')) return { channels: [], published: null };
  const standard = (await readStandards(trx, today)).find(({ code }) => code === 'online-share');
  return {
    channels: await readChannels(trx, `${filter.from}-01`, lastDay(filter.to)),
    published: standard ? { share: standard.value / 100, source: standard.source } : null,
  };
}

export type CasesFacts = Pick<BoardFacts, 'board' | 'url' | 'names' | 'timeZone'> & {
  cases: ListedCase[];
  next: string | null;
  number: number;
};

/** The cases behind one figure, a page of them, and how many they are. */
export async function readBoardCases(
  trx: Trx,
  actor: Actor,
  board: Board,
  query: unknown,
  now: Date,
): Promise<CasesFacts> {
  const { url, timeZone, today } = await place(trx, board, query, now);
  const [all] = await countBoard(trx, board, url.filter, []);
  return {
    board,
    url,
    timeZone,
    names: await readNames(trx, actor, url.filter, today),
    ...(await listBoardCases(trx, board, url.filter, url)),
    number: of(all?.counted ?? {}, url.flag ?? 'cases'),
  };
}
