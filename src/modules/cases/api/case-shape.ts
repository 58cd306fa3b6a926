import { z } from 'zod';
import { moment, textShape } from '#platform/http/api/fields.ts';
import { channels } from '../channels.ts';
import { acts, states } from '../rules/transitions.ts';

/** What leaves by the API of a case. Whatever is not named here stays inside. */
const unit = z.object({ code: z.string(), name: textShape.nullable() });
const summary = {
  code: z.string().describe('Eleven digits'),
  state: z.enum(states),
  service: z.object({ code: z.string(), name: textShape }),
  channel: z.enum(channels),
  unit,
  customerName: z.string(),
  address: z.string(),
  openedAt: moment,
  dueAt: moment.nullable().describe('null while the clock rests'),
  version: z.int(),
};
export const caseSummary = z
  .object({ ...summary, unit: z.object({ code: z.string() }), assignee: z.string().nullable().optional() })
  .meta({ id: 'CaseSummary' });

const step = z.object({
  taskId: z.string(),
  code: z.string(),
  name: textShape,
  state: z.string(),
  counted: z.boolean(),
  dueAt: moment.nullable(),
  completedAt: moment.nullable(),
  product: z.string().nullable(),
});

export const wholeCase = z
  .object({
    ...summary,
    variant: z.string(),
    customer: z.object({
      phone: z.string().nullable(),
      email: z.string().nullable(),
      customerCode: z
        .string()
        .nullable()
        .describe('For an app only where it was given with the case, not where we found it ourselves'),
    }),
    details: z.record(z.string(), z.string()),
    language: z.enum(['vi', 'en']),
    finishedAt: moment.nullable(),
    closedAt: moment.nullable(),
    visits: z.int(),
    visitsPromised: z.int(),
    receiptHash: z.string(),
    steps: z.array(step),
    documents: z.array(
      z.object({
        ...{ id: z.string(), kind: z.string(), name: z.string(), mime: z.string() },
        ...{ bytes: z.int(), sha256: z.string(), at: moment },
      }),
    ),
    messages: z.array(
      z.object({
        direction: z.enum(['in', 'out', 'internal']),
        author: z.string(),
        body: z.string(),
        at: moment,
      }),
    ),
    supplements: z.array(
      z.object({
        ...{ what: z.string(), until: z.string(), askedAt: moment },
        ...{ answer: z.string().nullable(), answeredAt: moment.nullable() },
      }),
    ),
    rating: z.object({ score: z.int(), remark: z.string().nullable() }).nullable(),
    may: z.array(z.enum(acts)).describe('The acts that this key may do now'),
    assignee: z.string().nullable().optional().describe('Whom it is given to; only for keys of the staff'),
  })
  .meta({ id: 'Case' });

export const eventShape = z
  .object({
    seq: z.int(),
    kind: z.string(),
    at: moment,
    title: textShape,
    detail: textShape.nullable(),
    by: z.string().describe('A name for keys of the staff; otherwise the unit, or “customer”'),
    channel: z.string(),
    hash: z.string().describe('SHA-256 over the event and the hash before it'),
  })
  .meta({ id: 'CaseEvent' });

export const codeGiven = z.object({
  code: z.string().min(11).max(20).describe('The case code: eleven digits, with or without dashes'),
});
