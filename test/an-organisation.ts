import { randomUUID } from 'node:crypto';
import {
  type Actor,
  addStaff,
  putOrganisation,
  type Role,
  staffActor,
  type UnitEntry,
  type UnitKind,
} from '#modules/organisation/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';

const dated = { source: 'for tests', validFrom: '2018-01-01' };

const aUnit = (
  code: string,
  kind: UnitKind,
  parent: string | null,
  more: Partial<UnitEntry> = {},
): UnitEntry => ({
  code,
  kind,
  parent,
  name: { vi: `Đơn vị ${code}`, en: `Unit ${code}` },
  nameStatus: 'found',
  agencyKind: null,
  province: null,
  ...dated,
  ...more,
});

const aDistrict = (code: string, unit: string) => ({
  code,
  province: '72',
  name: { vi: `Huyện ${code}`, en: `District ${code}` },
  area: 'rural' as const,
  unit,
  uncertain: false,
  ...dated,
});

/** A corporation with a care centre, two companies of two units each, four districts and two State bodies. */
export async function anOrganisation(db: Database): Promise<void> {
  await inScope(db, systemScope, (trx) =>
    putOrganisation(trx, {
      units: [
        aUnit('CORP', 'corporation', null),
        aUnit('CARE', 'care_centre', 'CORP'),
        aUnit('AA', 'company', 'CORP', { province: '72' }),
        aUnit('AA0001', 'district_unit', 'AA'),
        aUnit('AA0002', 'district_unit', 'AA'),
        aUnit('BB', 'company', 'CORP'),
        aUnit('BB0001', 'district_unit', 'BB'),
        aUnit('BB0002', 'district_unit', 'BB'),
        aUnit('P72', 'agency', null, { agencyKind: 'peoples-committee', province: '72' }),
        aUnit('P72_TRADE', 'agency', 'P72', { agencyKind: 'industry-and-trade', province: '72' }),
        aUnit('P72_DESK', 'administration_centre', 'P72', { province: '72' }),
      ],
      provinces: [{ code: '72', name: { vi: 'Tỉnh Thử', en: 'Test Province' }, company: 'AA' }],
      districts: [
        aDistrict('701', 'AA0001'),
        aDistrict('702', 'AA0001'),
        aDistrict('703', 'AA0002'),
        aDistrict('704', 'BB0001'),
      ],
    }),
  );
}

/** A person of a unit, as the actor they are right now. */
export function aMember(db: Database, unitCode: string, role: Role = 'clerk'): Promise<Actor> {
  const email = `${randomUUID()}@example.vn`;
  return inScope(db, systemScope, async (trx) =>
    staffActor(trx, await addStaff(trx, { name: 'Nguyễn Văn A', email, role, unitCode })),
  );
}
