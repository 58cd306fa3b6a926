import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { access } from './access.ts';
import { type Board, dimensions } from './board.ts';
import { params } from './board-url.ts';
import { type BoardFacts, readBoard } from './facts.ts';
import { gaming } from './gaming.ts';
import { onlineShare } from './online-share.ts';
import type { CountedLine } from './queries.ts';
import { boardReasons } from './reasons.ts';
import { mayReadBoards } from './rules/may-read.ts';
import { isMonth } from './rules/months.ts';
import { visits } from './visits.ts';

const month = z.string().refine(isMonth, 'a month is written YYYY-MM').optional();
const code = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,60}$/)
  .optional();
const dimension = z.enum(dimensions);
const query = z.object({
  from: month.describe('First month, YYYY-MM. Eleven months before the last one unless given.'),
  to: month.describe('Last month, YYYY-MM. The month that runs now unless given.'),
  company: code,
  unit: code,
  service: code,
  channel: code,
  class: code,
  by: dimension.default('month').describe('What each line stands for.'),
  thenBy: dimension.optional().describe('What each line is divided by.'),
});

const figures = z.record(z.string(), z.number().nullable());
const line = z.object({ key: z.partialRecord(dimension, z.string()), figures });
const answer = z.object({
  asOf: z.iso.datetime(),
  timeZone: z.string(),
  from: z.string(),
  to: z.string(),
  lines: z.array(line),
  total: figures,
  definition: z.array(
    z.object({
      channel: z.string(),
      online: z.boolean(),
      uncertain: z.boolean(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
      source: z.string(),
    }),
  ),
  published: z.object({ share: z.number(), source: z.string() }).nullable(),
});

type Deps = { db: Database; clock: Clock };

/** The figures of the boards, for programs; the same as on the pages. */
export function boardsApi(app: FastifyInstance, deps: Deps): void {
  const routes: [string, string, string, Board][] = [
    ['online-share', 'readOnlineShare', 'Share of online transactions', onlineShare],
    ['visits', 'readVisits', 'Visits per finished case', visits],
    ['access-to-electricity', 'readAccess', 'Working days of each party per finished connection', access],
    ['gaming-signs', 'readGamingSigns', 'Signs that a figure may have been worked for', gaming],
  ];
  for (const [path, operationId, summary, board] of routes)
    app.withTypeProvider<ZodTypeProvider>().get(
      `/api/v1/boards/${path}`,
      {
        schema: { operationId, tags: ['boards'], summary, querystring: query, response: { 200: answer } },
      },
      async (request, reply) => {
        const { actor } = machineOf(request);
        if (!mayReadBoards(actor)) throw refuse(boardReasons.figures_not_yours);
        const asked = asAddress(request.query);
        const facts = await inScope(deps.db, actor.scope, (trx) =>
          readBoard(trx, actor, board, asked, deps.clock.now()),
        );
        reply.header('cache-control', 'no-store');
        return asJson(facts);
      },
    );
}

/** The pages' addresses speak Vietnamese; a board is asked in one language only. */
const asAddress = ({ from, to, by, thenBy, ...values }: z.infer<typeof query>) => ({
  tu: from,
  den: to,
  theo: params[by],
  'roi-theo': thenBy && params[thenBy],
  [params.company]: values.company,
  [params.unit]: values.unit,
  [params.service]: values.service,
  [params.channel]: values.channel,
  [params.class]: values.class,
});

function asJson({
  board,
  url,
  lines,
  asOf,
  timeZone,
  channels,
  published,
}: BoardFacts): z.infer<typeof answer> {
  const figuresOf = ({ counted }: Pick<CountedLine, 'counted'>) =>
    Object.fromEntries(board.measures.map(({ name, value }) => [name, value(counted)]));
  const asLine = ({ key, counted }: CountedLine) => ({
    key: key.month === undefined ? key : { ...key, month: key.month.slice(0, 7) },
    figures: figuresOf({ counted }),
  });
  const all = lines.lines.flatMap((one) =>
    one.inner.length > 0
      ? one.inner.map((inner) => ({ ...inner, key: { ...one.key, ...inner.key } }))
      : [one],
  );
  return {
    asOf: asOf.toISOString(),
    timeZone,
    from: url.filter.from,
    to: url.filter.to,
    lines: all.map(asLine),
    total: figuresOf({ counted: lines.total }),
    definition: channels.map(({ code: channel, online, uncertain, validFrom, validTo, source }) => ({
      channel,
      online,
      uncertain: uncertain ?? false,
      validFrom,
      validTo: validTo ?? null,
      source,
    })),
    published,
  };
}
