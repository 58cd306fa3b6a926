import { z } from 'zod';
import type { Actor } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { type QueueQuery, type QueueSort, queueSorts } from '../queries-queue.ts';
import { states } from '../rules/transitions.ts';

export const tabs = ['toi', 'donvi', 'tatca'] as const;
export type Tab = (typeof tabs)[number];
export const dueFilters = ['qua-han', 'hom-nay', '3-ngay', '7-ngay'] as const;
export type DueFilter = (typeof dueFilters)[number];
export const nobody = 'chua-giao';

const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);
const text = z
  .string()
  .trim()
  .max(200)
  .transform((typed) => typed.replaceAll('\0', ''))
  .optional()
  .catch(undefined);
const blankAsNone = (value: unknown) =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, one]) => one !== ''))
    : {};

/** What the address says of a queue. Something unknown in it is as if it were not there: a bookmark still opens. */
const schema = z.preprocess(
  blankAsNone,
  z.object({
    xem: choice(tabs),
    'trang-thai': z
      .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.enum(states)))
      .optional()
      .catch(undefined),
    'dich-vu': text,
    kenh: text,
    han: choice(dueFilters),
    nguoi: text,
    'sap-xep': choice(queueSorts),
    tim: text,
    sau: text,
  }),
);
export type QueueUrl = Omit<z.infer<typeof schema>, 'xem'> & { xem: Tab };

export const mostRows = 50;

export const parseQueueUrl = (query: unknown, actor: Actor): QueueUrl => {
  const read = schema.parse(query);
  return { ...read, xem: read.xem ?? firstTab(actor) };
};

/** Whoever works in a unit sees its pile first; whoever answers for several, everything. */
export function firstTab(actor: Actor): Tab {
  const works = actor.role && ['clerk', 'dispatcher', 'crew', 'unit_head'].includes(actor.role);
  return works ? 'donvi' : 'tatca';
}

/** The same queue with something changed; back to its first page unless the page itself is what changes. */
export function queueHref(url: QueueUrl, change: Partial<QueueUrl>): string {
  const merged = { ...url, sau: undefined, ...change };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(merged)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one) search.append(name, one);
  }
  return `/bang?${search}`;
}

/** Cases lie with district units; above them, "my unit's" are those with a step for the unit to do. */
export function asQuery(url: QueueUrl, actor: Actor, holdsCases: boolean, now: Date): QueueQuery {
  const mine = url.xem === 'donvi' && actor.unitCode;
  return {
    units: mine && holdsCases ? [mine] : null,
    filedAt: actor.scope.desks?.[0],
    openStepOf: mine && !holdsCases ? mine : undefined,
    assignee: url.xem === 'toi' ? actor.id : assigneeOf(url.nguoi),
    unassigned: url.xem !== 'toi' && url.nguoi === nobody,
    states: url['trang-thai'],
    service: url['dich-vu'],
    channel: url.kenh,
    dueBefore: url.han && dueBefore(url.han, now),
    search: url.tim,
    sort: sortOf(url),
    after: url.sau,
    limit: mostRows,
  };
}

export const sortOf = (url: QueueUrl): QueueSort => url['sap-xep'] ?? 'due';
export const filtered = (url: QueueUrl): boolean =>
  Boolean(url['trang-thai']?.length || url['dich-vu'] || url.kenh || url.han || url.nguoi || url.tim);

/** Anything that is no person's id finds nobody. */
const assigneeOf = (value: string | undefined): string | undefined =>
  value && value !== nobody && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : undefined;

/** Whole days end at midnight in Viet Nam, wherever the server stands. */
function dueBefore(filter: DueFilter, now: Date): Date {
  if (filter === 'qua-han') return now;
  const days = { 'hom-nay': 1, '3-ngay': 3, '7-ngay': 7 }[filter];
  const today = dayAt(now);
  return new Date(Date.parse(`${today}T00:00:00+07:00`) + days * 86_400_000);
}

export { queueSorts };
