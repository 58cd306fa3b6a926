import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { PortalAddressChanges, PortalEndpoints } from '#platform/postgres/schema.ts';

export type EndpointRow = Selectable<PortalEndpoints>;

/** The portal of a centre; where it has none, that of the company. */
export const findEndpointServing = (trx: Trx, centre: string, company: string) =>
  trx
    .selectFrom('portal_endpoints')
    .selectAll()
    .where('active', '=', true)
    .where('unit_code', 'in', [centre, company])
    .orderBy((eb) => eb('unit_code', '=', company))
    .limit(1)
    .executeTakeFirst();

export const findEndpoint = (trx: Trx, code: string): Promise<EndpointRow | undefined> =>
  trx.selectFrom('portal_endpoints').selectAll().where('code', '=', code).executeTakeFirst();

export const listEndpoints = (trx: Trx): Promise<EndpointRow[]> =>
  trx.selectFrom('portal_endpoints').selectAll().orderBy('active', 'desc').orderBy('code').execute();

/** false: the code is taken, or the place has an active one. */
export async function insertEndpoint(trx: Trx, row: Insertable<PortalEndpoints>): Promise<boolean> {
  const inserted = await trx
    .insertInto('portal_endpoints')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const updateEndpoint = (trx: Trx, code: string, change: Updateable<PortalEndpoints>) =>
  trx.updateTable('portal_endpoints').set(change).where('code', '=', code).execute();

export const insertAddressChange = (trx: Trx, row: Insertable<PortalAddressChanges>) =>
  trx.insertInto('portal_address_changes').values(row).execute();

/** Where a portal was before, newest first. */
export const listAddressChanges = (trx: Trx, code: string) =>
  trx
    .selectFrom('portal_address_changes')
    .selectAll()
    .where('endpoint', '=', code)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();

/** Another connection of the same place that works. */
export const findActiveOf = (trx: Trx, unitCode: string, but: string) =>
  trx
    .selectFrom('portal_endpoints')
    .select('code')
    .where('unit_code', '=', unitCode)
    .where('active', '=', true)
    .where('code', '<>', but)
    .executeTakeFirst();
