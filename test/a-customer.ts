import type { Database } from '#platform/postgres/database.ts';

/** For tests: a household with a contract and a meter point. */
export async function aCustomer(
  owner: Database,
  {
    code,
    unitCode,
    phones,
    name = 'Nguyễn Thị Đào',
  }: { code: string; unitCode: string; phones: string[]; name?: string },
): Promise<void> {
  const unit = await owner
    .selectFrom('org_units')
    .select('path')
    .where('code', '=', unitCode)
    .executeTakeFirstOrThrow();
  const address = 'Số 12, ấp Long Thới, xã Long Thành Trung';
  await owner
    .insertInto('customers')
    .values({
      ...{
        code,
        name,
        address,
        phones,
        unit_code: unitCode,
        unit_path: unit.path,
        kind: 'household',
        search: '',
      },
      imported_at: new Date('2026-01-01T00:00:00Z'),
    })
    .execute();
  const number = `HD${code}`;
  await owner
    .insertInto('contracts')
    .values({ number, customer_code: code, purpose: 'residential' })
    .execute();
  await owner
    .insertInto('meter_points')
    .values({ code: `${code}001`, contract_number: number, customer_code: code, address, phases: 1 })
    .execute();
}
