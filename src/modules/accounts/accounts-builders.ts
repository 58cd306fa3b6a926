import type { Database } from '#platform/postgres/database.ts';
import type { AccountDeps } from './sign-in.ts';
import { createStaff, type NewStaff } from './staff-accounts.ts';

/** For tests: a unit to work in. */
export async function aUnit(owner: Database, code = 'PB0101'): Promise<void> {
  await owner
    .insertInto('org_units')
    .values([
      {
        code: 'PB',
        kind: 'corporation',
        path: 'PB',
        name_vi: 'Tổng công ty',
        name_en: 'Corporation',
        valid_from: '2020-01-01',
        source: 'thử',
      },
      {
        code,
        kind: 'district_unit',
        parent_code: 'PB',
        path: `PB.${code}`,
        name_vi: 'Điện lực',
        name_en: 'Unit',
        valid_from: '2020-01-01',
        source: 'thử',
      },
    ])
    .execute();
}

export const aStaffMember = (deps: AccountDeps, person: Partial<NewStaff> = {}) =>
  createStaff(deps, {
    name: 'Nguyễn Thị Lan',
    email: 'lan@unit.vn',
    role: 'clerk',
    unitCode: 'PB0101',
    password: 'mua thu la bay',
    ...person,
  });
