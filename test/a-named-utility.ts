import type { Database } from '#platform/postgres/database.ts';

const text = (vi: string) => ({ vi, en: vi });

/** The utility as letters name it. */
export async function aNamedUtility(
  owner: Database,
  change: Record<string, unknown> & { validFrom?: string } = {},
): Promise<void> {
  const valid_from = change.validFrom ?? '2018-01-01';
  const definition = {
    code: 'thu',
    name: { vi: 'Tổng công ty Điện lực Thử', en: 'Trial Power Corporation' },
    shortName: text('Điện lực Thử'),
    corporation: 'T',
    timezone: 'Asia/Ho_Chi_Minh',
    hotlines: ['1900 0000'],
    website: 'thu.example',
    customerCode: { pattern: '^T[0-9]+$', example: 'T1', hint: text('T và số') },
    source: 'for tests',
    validFrom: '2018-01-01',
    ...change,
  };
  await owner
    .insertInto('standard_versions')
    .values({
      kind: 'utility',
      code: 'thu',
      valid_from,
      definition: JSON.stringify(definition),
      source: 'for tests',
      loaded_at: new Date('2018-01-01T00:00:00Z'),
    })
    .execute();
}
