import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Clock, todayOf } from '#platform/clock.ts';
import { textShape } from '#platform/http/api/fields.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { type Line, readOverview } from '../facts.ts';
import { provinceStates } from '../rules/overview.ts';

const regulation = z.object({
  ...{ code: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable() },
  ...{ from: z.string().nullable(), to: z.string().nullable() },
  services: z.array(z.string()),
  source: z.string(),
  uncertain: z.boolean().describe('The source could not be checked'),
});
const provinceShape = z
  .object({
    province: z.object({ code: z.string(), name: textShape }),
    state: z.enum(provinceStates),
    regulation: regulation.nullable().describe('The one in force today; else the next to come'),
    draft: z.object({ stage: z.string(), since: z.string(), body: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'ProvinceRegulation' });

/** How every province stands with its regulation, for programs. */
export function regulationsApi(
  instance: FastifyInstance,
  { db, clock }: { db: Database; clock: Clock },
): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/regulations',
    {
      schema: {
        ...{ operationId: 'listRegulations', tags: ['catalogue'] },
        summary: 'Which province has which regulation on crossing procedures, as of today',
        response: { 200: z.object({ items: z.array(provinceShape) }) },
      },
    },
    async () => {
      const { lines } = await inScope(db, publicScope, (trx) => readOverview(trx, todayOf(clock)));
      return { items: lines.map(asProvince) };
    },
  );
}

function asProvince({ province, standing }: Line): z.infer<typeof provinceShape> {
  const { state, regulation: version, from, to, draft } = standing;
  const { code = '', name } = province;
  return {
    province: { code, name },
    state,
    regulation: version && {
      ...{ code: version.code, from, to, services: version.definition.services },
      ...{ number: version.definition.number ?? null, issuedOn: version.definition.issuedOn ?? null },
      ...{ source: version.definition.source, uncertain: version.definition.uncertain ?? false },
    },
    draft: draft && { stage: draft.stage, since: draft.since, body: draft.body },
  };
}
