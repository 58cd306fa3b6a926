import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { type Board, boardAddress, type Counted, listAddress, of } from './board.ts';
import { boards } from './boards.ts';
import { drawBars, type Mark } from './chart.ts';
import { asCsv } from './csv.ts';
import { type BoardFacts, readBoard, readBoardCases } from './facts.ts';
import { readOutages } from './outages.ts';
import { BoardPage } from './pages/board-page.tsx';
import { CasesPage } from './pages/cases-page.tsx';
import { FiguresPage } from './pages/index-page.tsx';
import { ScorePage } from './pages/score-page.tsx';
import { boardReasons } from './reasons.ts';
import { barsOf } from './rules/bars.ts';
import { mayReadBoards } from './rules/may-read.ts';
import { readScore } from './score.ts';
import { scoreTexts } from './score-texts.ts';
import { scoreAddress } from './score-url.ts';
import { texts } from './texts.ts';

export type BoardDeps = Pick<ConsoleDeps, 'links' | 'asset'> & { db: Database; clock: Clock };

/** The boards for staff: the page, the same as a file, and the cases behind each figure. */
export function boardRoutes(app: FastifyInstance, deps: BoardDeps): void {
  app.get('/bang/so-lieu', (request, reply) => {
    readerOf(request);
    return showConsole(
      deps,
      request,
      reply,
      { title: texts.figures },
      <FiguresPage language={request.language} />,
    );
  });
  scoreRoute(app, deps);
  for (const board of boards) {
    const read = (request: FastifyRequest) => {
      const actor = readerOf(request);
      return inScope(deps.db, actor.scope, (trx) =>
        readBoard(trx, actor, board, request.query, deps.clock.now()),
      );
    };
    app.get(boardAddress(board), async (request, reply) => {
      const { language } = request;
      const facts = await read(request);
      const page = <BoardPage facts={facts} language={language} svg={await drawBoard(facts, language)} />;
      return showConsole(deps, request, reply, { title: board.title }, page);
    });
    app.get(`${boardAddress(board)}.csv`, async (request, reply) => {
      const facts = await read(request);
      const { from, to } = facts.url.filter;
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${board.slug}-${from}-${to}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(asCsv(facts, request.language));
    });
    app.get(listAddress(board), async (request, reply) => {
      const actor = readerOf(request);
      const now = deps.clock.now();
      const facts = await inScope(deps.db, actor.scope, (trx) =>
        readBoardCases(trx, actor, board, request.query, now),
      );
      const page = <CasesPage facts={facts} language={request.language} />;
      return showConsole(deps, request, reply, { title: board.title }, page);
    });
  }
}

function scoreRoute(app: FastifyInstance, deps: BoardDeps): void {
  app.get(scoreAddress, async (request, reply) => {
    const actor = readerOf(request);
    const facts = await inScope(deps.db, actor.scope, (trx) =>
      readScore(trx, actor, request.query, deps.clock.now(), readOutages),
    );
    const page = <ScorePage facts={facts} language={request.language} />;
    return showConsole(deps, request, reply, { title: scoreTexts.title }, page);
  });
}

function readerOf(request: FastifyRequest): Actor {
  const actor = signedInAs(request);
  if (!mayReadBoards(actor)) throw refuse(boardReasons.figures_not_yours);
  return actor;
}

function drawBoard({ board, url, lines, names, published }: BoardFacts, language: Language): Promise<string> {
  const [first] = url.by;
  const scale = board.scale(first);
  return drawBars({
    bars: barsOf(board, lines.lines, ({ key }) => names.of(first, key[first] ?? '', language)),
    parts: board.parts.map(({ label }) => label[language]),
    mark:
      scale === 'share' ? markOfPublished(published, language) : markOfLimit(board, lines.total, language),
    scale,
  });
}

const markOfPublished = (published: BoardFacts['published'], language: Language): Mark | null =>
  published && {
    at: published.share * 100,
    name: fill(texts.published_short[language], { share: `${Math.round(published.share * 100)} %` }),
  };

function markOfLimit(board: Board, total: Counted, language: Language): Mark | null {
  const at = board.limit?.(total) ?? null;
  if (at === null) return null;
  const says = of(total, 'limit_uncertain') > 0 ? texts.limit_short_uncertain : texts.limit_short;
  return { at, name: fill(says[language], { days: at }) };
}
