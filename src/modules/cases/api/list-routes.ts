import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import { iso, isoOrNull, moment } from '#platform/http/api/fields.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { channels } from '../channels.ts';
import { isCursor, listCases, type QueueRow, queueSorts } from '../queries-queue.ts';
import { caseReasons } from '../reasons.ts';
import { states } from '../rules/transitions.ts';
import { parseState } from '../states.ts';
import { caseSummary } from './case-shape.ts';
import type { CaseApiDeps } from './deps.ts';
import { channelIn } from './narrow.ts';
import { audienceOf } from './read-routes.ts';
import type { Audience } from './show-case.ts';

/** One value may be given alone, several by repeating the name. */
const several = <T extends z.ZodType>(item: T, most: number) =>
  z.union([item.transform((one) => [one]), z.array(item).min(1).max(most)]);
const query = z.strictObject({
  state: several(z.enum(states), states.length)
    .optional()
    .describe('Without it: every case that is not over'),
  unit: several(z.string().min(1).max(40), 50).optional(),
  service: z.string().min(1).max(60).optional(),
  channel: z.enum(channels).optional(),
  assignee: z.uuid().optional(),
  dueBefore: moment.optional(),
  search: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Code, phone, name or address; with or without diacritics'),
  sort: z.enum(queueSorts).default('newest'),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  after: z.string().min(1).max(200).optional().describe('`next` of the page before'),
});

export function listRoutes(instance: FastifyInstance, { db }: CaseApiDeps): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/cases',
    {
      schema: {
        operationId: 'listCases',
        tags: ['cases'],
        summary: 'The cases that this key sees, a page at a time',
        querystring: query,
        response: { 200: z.object({ items: z.array(caseSummary), next: z.string().nullable() }) },
      },
    },
    async (request, reply) => {
      const { unit, state, dueBefore, after, ...rest } = request.query;
      const { actor } = machineOf(request);
      const found = await inScope(db, actor.scope, (trx) =>
        listCases(trx, {
          ...rest,
          ...{ units: unit ?? null, states: state, after: after && cursorIn(after) },
          dueBefore: dueBefore ? new Date(dueBefore) : undefined,
          givenOnly: audienceOf(request) === 'customer',
        }),
      );
      const next = found.next && Buffer.from(found.next).toString('base64url');
      if (next) reply.header('link', `<${nextUrl(request.url, next)}>; rel="next"`);
      return { items: found.rows.map((row) => asSummary(row, audienceOf(request))), next };
    },
  );
}

function cursorIn(given: string): string {
  const cursor = Buffer.from(given, 'base64url').toString();
  if (isCursor(cursor)) return cursor;
  throw refuse(caseReasons.cursor_wrong, {}, { 'query:after': caseReasons.cursor_wrong });
}

function nextUrl(url: string, next: string): string {
  const { pathname, searchParams } = new URL(url, 'http://local');
  searchParams.set('after', next);
  return `${pathname}?${searchParams}`;
}

const asSummary = (row: QueueRow, audience: Audience): z.infer<typeof caseSummary> => ({
  code: row.code,
  state: parseState(row.state),
  service: { code: row.service_code, name: { vi: row.service_vi, en: row.service_en } },
  channel: channelIn(row.channel),
  unit: { code: row.unit_code },
  customerName: row.customer_name,
  address: row.address,
  openedAt: iso(row.opened_at),
  dueAt: isoOrNull(row.due_at),
  version: row.version,
  ...(audience === 'staff' ? { assignee: row.assignee_name } : {}),
});
