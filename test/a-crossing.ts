import type { Database } from '#platform/postgres/database.ts';
import { aService, days, source, step } from './a-utility.ts';

const text = (vi: string) => ({ vi, en: vi });

/**
 * A connection that crosses the utility and the State: survey, agreement, then three bodies side by side (planning only above
 * 2,000 kVA), the customer's own works, energising.
 */
export const aCrossing = {
  ...aService,
  code: 'crossing',
  number: 2,
  group: 'medium-voltage',
  fields: [
    { name: 'capacity_kva', type: 'number', label: text('Công suất'), required: true },
    { name: 'underground', type: 'yes_no', label: text('Cáp ngầm'), required: false },
  ],
  documents: [
    { code: 'identity', name: text('Giấy tờ tùy thân'), required: true },
    { code: 'drawing', name: text('Bản vẽ tuyến'), required: false },
  ],
  variants: [{ code: 'all', name: text('Chung'), limit: days(7) }],
  steps: [
    step('survey', { level: 'unit', role: 'clerk' }, 2),
    step('agreement', { level: 'company' }, 2),
    {
      ...step('planning', { level: 'agency', agency: 'industry-and-trade' }, 3, false),
      after: ['agreement'],
      when: [{ field: 'capacity_kva', above: 2000 }],
      because: text('Trạm trên 2.000 kVA phải hỏi quy hoạch trước'),
      needs: ['identity'],
    },
    {
      ...step('position', { level: 'agency', agency: 'construction' }, 5, false),
      after: ['agreement'],
      needs: ['drawing'],
    },
    {
      ...step('permit', { level: 'agency', agency: 'transport' }, 7, false),
      after: ['agreement'],
      needs: ['drawing'],
    },
    { ...step('build', { level: 'customer' }, null, false), after: ['planning', 'position', 'permit'] },
    step('energise', { level: 'unit', role: 'clerk' }, 3),
  ],
};

const bodies = [
  ['P72', 'agency', null, 'P72', 'peoples-committee', 'Ủy ban nhân dân tỉnh'],
  ['P72_SCT', 'agency', 'P72', 'P72.P72_SCT', 'industry-and-trade', 'Sở Công Thương'],
  ['P72_SXD', 'agency', 'P72', 'P72.P72_SXD', 'construction', 'Sở Xây dựng'],
  ['P72_SGT', 'agency', 'P72', 'P72.P72_SGT', 'transport', 'Sở Giao thông vận tải'],
  ['P72_HCC', 'administration_centre', 'P72', 'P72.P72_HCC', null, 'Trung tâm Phục vụ hành chính công'],
] as const;

/** The province of company C1 of `aUtility` with its State bodies and administration centre, and the crossing service. Returns its version id. */
export async function aProvince(owner: Database): Promise<{ crossingVersionId: number }> {
  await theBodies(owner, '72');
  await owner
    .insertInto('provinces')
    .values({ code: '72', name_vi: 'Tỉnh thử', name_en: 'Test province', company_code: 'C1' })
    .execute();
  return { crossingVersionId: await theCrossing(owner) };
}

/** For tests: the State bodies of a province; where it has a desk already, without another administration centre. */
export async function theBodies(owner: Database, province: string, desk = false): Promise<void> {
  const named = bodies.filter(([, kind]) => !desk || kind === 'agency');
  const here = (code: string) => code.replaceAll('P72', `P${province}`);
  const rows = named.map(([code, kind, parent_code, path, agency_kind, name]) => ({
    ...{ code: here(code), kind, parent_code: parent_code && here(parent_code), path: here(path) },
    ...{ agency_kind, province_code: province, source },
    ...{ name_vi: name, name_en: name, valid_from: '2018-01-01' },
  }));
  await owner.insertInto('org_units').values(rows).execute();
  await owner
    .insertInto('org_unit_paths')
    .values(rows.map(({ code, path }) => ({ unit_code: code, path, valid: '[2018-01-01,)' })))
    .execute();
}

/** For tests: the crossing service itself; gives the id of its version. */
export async function theCrossing(owner: Database): Promise<number> {
  const version = await owner
    .insertInto('service_versions')
    .values({
      service_code: aCrossing.code,
      valid_from: aCrossing.validFrom,
      definition: JSON.stringify(aCrossing),
      source,
      loaded_at: new Date('2018-01-01T00:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return version.id;
}
