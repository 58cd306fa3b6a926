import { z } from 'zod';
import { eventTypes } from '../event-types.ts';
import type { MessageView } from '../messages.ts';
import type { EndpointRow } from '../queries.ts';

const eventType = z.enum(eventTypes);
const moment = z.iso.datetime();

export const ofEndpoint = z.object({ id: z.uuid() });

export const newEndpoint = z.object({
  url: z.string().min(1).max(2000).describe('https address that receives the events'),
  description: z.string().max(200).default(''),
  eventTypes: z
    .array(eventType)
    .max(100)
    .default([])
    .describe('types to be told of; none: all, future ones included'),
});

export const endpoint = z
  .object({
    id: z.uuid(),
    url: z.string(),
    description: z.string(),
    eventTypes: z.array(z.string()),
    unit: z.string().describe('the unit whose cases it is told of'),
    createdAt: moment,
    createdBy: z.string(),
    disabledAt: moment.nullable(),
    disabledWhy: z.string().nullable().describe('by_hand, gone (it answered 410), failing or key_ended'),
    previousSecretUntil: moment.nullable().describe('until then the secret before signs too'),
  })
  .meta({ id: 'WebhookEndpoint' });

/** The one answer in which a secret stands. */
export const endpointWithSecret = endpoint
  .extend({ secret: z.string().describe('whsec_…; shown only now') })
  .meta({ id: 'WebhookEndpointWithSecret' });

const attempt = z.object({
  at: moment,
  status: z.number().int().nullable().describe('null: no answer'),
  ms: z.number().int(),
  error: z.string().nullable(),
  answer: z.string().describe('how the answer began'),
});

export const message = z
  .object({
    id: z.uuid().describe('the webhook-id of every try'),
    type: z.string(),
    state: z.string().describe('waiting, delivered or failed'),
    createdAt: moment,
    nextTryAt: moment.nullable(),
    body: z.string().describe('as it is signed and sent'),
    attempts: z.array(attempt),
  })
  .meta({ id: 'WebhookMessage' });

const iso = (at: Date | null) => at?.toISOString() ?? null;

export const showEndpoint = (row: EndpointRow): z.infer<typeof endpoint> => ({
  id: row.id,
  url: row.url,
  description: row.description,
  eventTypes: row.event_types,
  unit: row.unit_code,
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
  disabledAt: iso(row.disabled_at),
  disabledWhy: row.disabled_why,
  previousSecretUntil: iso(row.previous_secret_until),
});

export const showMessage = (row: MessageView): z.infer<typeof message> => ({
  id: row.id,
  type: row.event_type,
  state: row.state,
  createdAt: row.created_at.toISOString(),
  nextTryAt: iso(row.next_try_at),
  body: row.body,
  attempts: row.attempts.map(({ at, status, ms, error, answer }) => ({
    at: at.toISOString(),
    ...{ status, ms, error, answer },
  })),
});
