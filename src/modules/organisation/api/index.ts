import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Clock, todayOf } from '#platform/clock.ts';
import { textShape } from '#platform/http/api/fields.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { listDistricts, listProvinces, listUnits } from '../queries.ts';
import { unitKinds } from '../units.ts';

/** `name` is null where nobody is sure of it. */
const unit = z
  .object({
    code: z.string(),
    kind: z.enum(unitKinds),
    parentCode: z.string().nullable(),
    provinceCode: z.string().nullable(),
    name: textShape.nullable(),
  })
  .meta({ id: 'Unit' });
const province = z.object({ code: z.string(), name: textShape }).meta({ id: 'Province' });
const district = z
  .object({
    code: z.string(),
    provinceCode: z.string(),
    name: textShape,
    area: z.enum(['urban', 'rural']),
    unitCode: z.string(),
  })
  .meta({ id: 'District' });

/** Who does the work where: the open units, the provinces, and the districts with the unit that serves each. */
export function organisationApi(
  instance: FastifyInstance,
  { db, clock }: { db: Database; clock: Clock },
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const tags = ['organisation'];
  const listOf = <T extends z.ZodType>(item: T) => ({ 200: z.object({ items: z.array(item) }) });
  app.get(
    '/api/v1/units',
    {
      schema: {
        ...{ operationId: 'listUnits', tags, summary: 'The units that work today' },
        querystring: z.strictObject({ kind: z.enum(unitKinds).optional() }),
        response: listOf(unit),
      },
    },
    async ({ query }) => {
      const units = await inScope(db, publicScope, (trx) =>
        listUnits(trx, query.kind ? { kind: query.kind } : {}),
      );
      return {
        items: units.map((one) => ({ ...one, name: one.nameStatus === 'found' ? one.name : null })),
      };
    },
  );
  app.get(
    '/api/v1/provinces',
    {
      schema: {
        ...{ operationId: 'listProvinces', tags, summary: 'The provinces served' },
        response: listOf(province),
      },
    },
    async () => ({ items: await inScope(db, publicScope, listProvinces) }),
  );
  app.get(
    '/api/v1/provinces/:code/districts',
    {
      schema: {
        ...{ operationId: 'listDistricts', tags, summary: 'The districts of a province, each with its unit' },
        params: z.object({ code: z.string().max(20) }),
        response: listOf(district),
      },
    },
    async ({ params }) => ({
      items: await inScope(db, publicScope, (trx) => listDistricts(trx, params.code, todayOf(clock))),
    }),
  );
}
