import type { ServiceDefinition } from '#modules/catalogue/index.ts';
import { listBodies, listProvinces, type Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';

/** The State bodies and the administration centre of one province, by kind of body. */
export type Bodies = { province: string; byKind: ReadonlyMap<string, Unit> };
export const centreKind = 'administration-centre';

/** Whether somebody outside the utility has a step of its own in the procedure. */
export const crossesToState = (definition: ServiceDefinition | undefined): boolean =>
  definition?.steps.some(({ actor: { level } }) => level === 'agency' || level === 'administration_centre') ??
  false;

/** The bodies there are on a day ('YYYY-MM-DD'), by the company of their province. */
export async function readBodies(trx: Trx, on: string): Promise<Map<string, Bodies>> {
  const provinces = await listProvinces(trx);
  const bodies = await listBodies(trx, on);
  return new Map(
    provinces.map(({ code, companyCode }) => [
      companyCode,
      {
        province: code,
        byKind: new Map(
          bodies
            .filter((body) => body.provinceCode === code)
            .map((body) => [body.agencyKind ?? centreKind, body]),
        ),
      },
    ]),
  );
}
