import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Clock, todayOf } from '#platform/clock.ts';
import { textShape } from '#platform/http/api/fields.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { defineReasons, refuse } from '#platform/refused.ts';
import type { Limit, ServiceDefinition } from '../definition.ts';
import { findService, listServices, type ServiceVersion } from '../queries.ts';

export const catalogueApiReasons = defineReasons({
  service_unknown: {
    status: 404,
    vi: 'Không có dịch vụ mang mã này, hoặc dịch vụ đã ngừng.',
    en: 'No service has this code, or it has ended.',
  },
});

const limit = z.object({ amount: z.int(), unit: z.string() });
const service = z
  .object({
    code: z.string(),
    name: textShape,
    group: z.string(),
    fee: textShape,
    applicant: textShape,
    result: textShape,
    visitsPromised: z.int(),
    fields: z.array(
      z.object({
        name: z.string(),
        type: z.enum(['text', 'number', 'choice', 'date', 'yes_no']),
        label: textShape,
        hint: textShape.nullable(),
        required: z.boolean(),
        options: z.array(z.object({ value: z.string(), label: textShape })).nullable(),
        min: z.number().nullable(),
        max: z.number().nullable(),
      }),
    ),
    documents: z.array(z.object({ code: z.string(), name: textShape, required: z.boolean() })),
    /** `limit` is null where what the law says of it is not certain. */
    variants: z.array(z.object({ code: z.string(), name: textShape, limit: limit.nullable() })),
    steps: z.array(z.object({ code: z.string(), name: textShape, by: z.string(), limit: limit.nullable() })),
  })
  .meta({ id: 'Service' });

type Deps = { db: Database; clock: Clock };

/** What can be asked for, with the questions and papers of each service. */
export function catalogueApi(instance: FastifyInstance, deps: Deps): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/v1/services',
    {
      schema: {
        operationId: 'listServices',
        tags: ['catalogue'],
        summary: 'The services that can be asked for today',
        response: { 200: z.object({ items: z.array(service) }) },
      },
    },
    async () => ({
      items: (await inScope(deps.db, publicScope, (trx) => listServices(trx, todayOf(deps.clock)))).map(
        asService,
      ),
    }),
  );
  app.get(
    '/api/v1/services/:code',
    {
      schema: {
        operationId: 'readService',
        tags: ['catalogue'],
        summary: 'One service, its questions, papers, limits and steps',
        params: z.object({ code: z.string().max(100) }),
        response: { 200: service },
      },
    },
    async ({ params }) => {
      const found = await inScope(deps.db, publicScope, (trx) =>
        findService(trx, params.code, todayOf(deps.clock)),
      );
      if (!found) throw refuse(catalogueApiReasons.service_unknown);
      return asService(found);
    },
  );
}

function asService({ definition }: ServiceVersion): z.infer<typeof service> {
  const { code, name, group, fee, applicant, result, visits, fields, documents, variants, steps } =
    definition;
  return {
    ...{ code, name, group, fee, applicant, result },
    visitsPromised: visits,
    fields: fields.map(({ name: field, type, label, hint, required, options, min, max }) => ({
      ...{ name: field, type, label, required },
      ...{ hint: hint ?? null, options: options ?? null, min: min ?? null, max: max ?? null },
    })),
    documents,
    variants: variants.map((variant) => ({ ...variant, limit: asLimit(variant.limit) })),
    steps: steps.map((step) => ({ ...step, by: step.actor.level, limit: asLimit(step.limit) })),
  };
}

/** What is not certain is not told as a fact. */
const asLimit = (of: Limit | ServiceDefinition['steps'][number]['limit']) =>
  of && !of.uncertain ? { amount: of.amount, unit: of.unit } : null;
