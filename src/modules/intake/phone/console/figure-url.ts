import { z } from 'zod';
import { dayAt } from '#platform/calendar/index.ts';
import type { ListQuery } from '../queries-figures.ts';
import { callResults, type Grouping, groupings } from '../rules/figures.ts';

const day = z.iso.date().optional().catch(undefined);
const urlSchema = z.object({
  tu: day,
  den: day,
  theo: z.enum(groupings).catch('day'),
  gio: z.coerce.number().int().min(0).max(23).nullable().catch(null).default(null),
  so: z
    .string()
    .regex(/^[^\p{Cc}\p{Cs}]{0,100}$/u)
    .nullable()
    .catch(null)
    .default(null),
  'ket-qua': z.enum(callResults).nullable().catch(null).default(null),
  sau: z
    .string()
    .regex(/^\d{4}-[\d :.+-]+~[0-9a-f-]{36}$/)
    .nullable()
    .catch(null)
    .default(null),
});

const week = 6 * 86_400_000;
const most = 50;
export type FigureUrl = { by: Grouping; query: ListQuery };

/** What an address asks for; whatever it does not say is the last seven days. */
export function parseFigureUrl(query: unknown, now: Date): FigureUrl {
  const read = urlSchema.parse(query ?? {});
  const asked = [read.tu ?? dayAt(new Date(now.getTime() - week)), read.den ?? dayAt(now)];
  const [from = '', to = ''] = asked.toSorted();
  const { theo: by, gio: hour, so: line, sau: after } = read;
  return {
    by,
    query: { from, to, hour, line, result: read['ket-qua'], after, most },
  };
}

/** The address of the calls behind a figure. */
export function listHref(query: Partial<ListQuery>): string {
  const search = new URLSearchParams();
  const put = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined) search.set(name, String(value));
  };
  put('tu', query.from);
  put('den', query.to);
  put('gio', query.hour);
  put('so', query.line);
  put('ket-qua', query.result);
  put('sau', query.after);
  return `/bang/goi/danh-sach?${search}`;
}
