import { randomUUID } from 'node:crypto';
import { type Actor, type Role, staffActor } from '#modules/organisation/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';

export const source = 'for tests';
const text = (vi: string) => ({ vi, en: vi });
const workday: [string, string][] = [
  ['07:30', '11:30'],
  ['13:30', '17:00'],
];
const calendar = {
  code: 'field-work',
  timezone: 'Asia/Ho_Chi_Minh',
  name: text('Lịch thử'),
  week: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] },
  exceptions: [{ date: '2026-04-30', intervals: [], name: text('Ngày Chiến thắng'), source }],
  validFrom: '2018-01-01',
  validTo: '2027-12-31',
};
export const days = (amount: number) => ({ amount, unit: 'working_days', calendar: 'field-work', source });
export const step = (code: string, actor: object, amount: number | null, counted = true) => ({
  code,
  name: text(`Bước ${code}`),
  plain: text(`Đang làm bước ${code}`),
  actor,
  limit: amount === null ? null : days(amount),
  counted,
  produces: text(`Biên bản ${code}`),
});

/** A service with a survey, a customer's own part that does not count, and the energising. */
export const aService = {
  code: 'supply',
  number: 1,
  name: text('Cấp điện mới'),
  group: 'supply',
  needs: [text('xin cấp điện mới')],
  applicant: text('Chủ nhà'),
  fee: text('Không thu'),
  visits: 1,
  result: text('Có điện'),
  fields: [
    {
      name: 'area',
      type: 'choice',
      label: text('Khu vực'),
      required: true,
      options: [
        { value: 'urban', label: text('Thành thị') },
        { value: 'rural', label: text('Nông thôn') },
      ],
    },
  ],
  documents: [{ code: 'identity', name: text('Giấy tờ tùy thân'), required: true }],
  variants: [
    { code: 'urban', name: text('Thành thị'), limit: days(3), when: { field: 'area', equals: 'urban' } },
    { code: 'rural', name: text('Nông thôn'), limit: days(5) },
  ],
  steps: [
    { ...step('survey', { level: 'unit', role: 'clerk' }, 2), papers: ['survey-minutes'] },
    step('wiring', { level: 'customer' }, null, false),
    step('energise', { level: 'unit', role: 'crew' }, 2),
  ],
  source,
  validFrom: '2018-01-01',
};

const units = [
  ['T', 'corporation', null, 'T'],
  ['C1', 'company', 'T', 'T.C1'],
  ['C2', 'company', 'T', 'T.C2'],
  ['U1', 'district_unit', 'C1', 'T.C1.U1'],
  ['U2', 'district_unit', 'C1', 'T.C1.U2'],
  ['U3', 'district_unit', 'C2', 'T.C2.U3'],
  ['CARE', 'care_centre', 'T', 'T.CARE'],
] as const;

/** A small utility: two companies, three district units, one service, one calendar. Returns the service's version id. */
export async function aUtility(owner: Database): Promise<{ serviceVersionId: number }> {
  const rows = units.map(([code, kind, parent_code, path]) => ({
    code,
    kind,
    parent_code,
    path,
    name_vi: `Đơn vị ${code}`,
    name_en: `Unit ${code}`,
    valid_from: '2018-01-01',
    source,
  }));
  await owner.insertInto('org_units').values(rows).execute();
  await owner
    .insertInto('org_unit_paths')
    .values(rows.map(({ code, path }) => ({ unit_code: code, path, valid: '[2018-01-01,)' })))
    .execute();
  const loaded_at = new Date('2018-01-01T00:00:00Z');
  await owner
    .insertInto('calendar_versions')
    .values({ calendar_code: calendar.code, version: 1, definition: JSON.stringify(calendar), loaded_at })
    .execute();
  const escalation = {
    code: 'work',
    appliesTo: ['working_days'],
    warnAtShare: 0.8,
    toCompanyAfter: days(1),
    toCorporationAfter: days(3),
    source,
    validFrom: '2018-01-01',
  };
  await owner
    .insertInto('standard_versions')
    .values({
      kind: 'escalation',
      code: 'work',
      valid_from: '2018-01-01',
      definition: JSON.stringify(escalation),
      source,
      loaded_at,
    })
    .execute();
  const version = await owner
    .insertInto('service_versions')
    .values({
      service_code: aService.code,
      valid_from: aService.validFrom,
      definition: JSON.stringify(aService),
      source,
      loaded_at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { serviceVersionId: version.id };
}

/** The desk of a public administration centre, in no company's tree. */
export const aDesk = (owner: Database, code: string, province_code: string | null = null) =>
  owner
    .insertInto('org_units')
    .values({
      ...{ code, kind: 'administration_centre', path: code, province_code, source },
      ...{ name_vi: `Trung tâm ${code}`, name_en: `Centre ${code}`, valid_from: '2018-01-01' },
    })
    .execute();

/** Somebody of the staff, taken on for the test. */
export async function aStaffMember(owner: Database, role: Role, unitCode = 'U1'): Promise<Actor> {
  const id = randomUUID();
  await owner
    .insertInto('staff')
    .values({ id, name: `${role} ${unitCode}`, email: `${id}@example.com`, role, unit_code: unitCode })
    .execute();
  return inScope(owner, systemScope, (trx) =>
    staffActor(trx, {
      id,
      userId: null,
      name: `${role} ${unitCode}`,
      email: `${id}@example.com`,
      role,
      unitCode,
      active: true,
    }),
  );
}

/** What a customer sends; each call has a request id of its own. */
export const aRequest = (serviceVersionId: number, change: object = {}) => ({
  requestId: randomUUID(),
  serviceVersionId,
  unitCode: 'U1',
  channel: 'web' as const,
  customer: {
    name: 'Nguyễn Thị Đào',
    phone: '+84912345678',
    email: 'dao@example.com',
    address: 'Ấp 3, xã Tân Bình',
    customerCode: null,
  },
  details: { area: 'rural' },
  language: 'vi' as const,
  documents: [{ kind: 'identity', name: 'cccd.jpg', sha256: 'a'.repeat(64), mime: 'image/jpeg', bytes: 10 }],
  ...change,
});
