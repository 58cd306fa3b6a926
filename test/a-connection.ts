import type { Insertable } from 'kysely';
import type { Database } from '#platform/postgres/database.ts';
import type { Cases } from '#platform/postgres/schema.ts';
import { aCaseRow } from './a-case-row.ts';

type Setting = { kind: string; code: string; validFrom?: string; validTo?: string } & Record<string, unknown>;

/** Dated settings as the profile loads them. */
export async function settings(owner: Database, entries: readonly Setting[]): Promise<void> {
  const rows = entries.map(({ kind, validFrom = '2018-01-01', ...rest }) => ({
    kind,
    code: rest.code,
    valid_from: validFrom,
    valid_to: rest.validTo ?? null,
    definition: JSON.stringify({
      name: { vi: rest.code, en: rest.code },
      ...rest,
      validFrom,
      source: 'for tests',
    }),
    source: 'for tests',
    loaded_at: new Date('2018-01-01T00:00:00Z'),
  }));
  await owner.insertInto('standard_versions').values(rows).execute();
}

const limit = (code: string, value: number, more: object = {}) => ({
  ...{ kind: 'standard', code, value, unit: 'working_days' },
  ...more,
});

/** The small utility's connections: two classes of one service, limits that changed, and where signs begin. */
export const connectionSettings: readonly Setting[] = [
  {
    ...{ kind: 'connection', code: 'lv-urban', name: { vi: 'Hạ áp thành thị', en: 'Low voltage, town' } },
    ...{ rank: 1, services: ['supply'], when: { area: 'urban' }, standard: 'limit-urban', scored: true },
  },
  {
    ...{ kind: 'connection', code: 'mv', name: { vi: 'Trung áp', en: 'Medium voltage' } },
    ...{ rank: 2, services: ['supply', 'mv-supply'], standard: 'limit-mv' },
    exceptions: [{ variants: ['with-line'], standard: 'limit-line' }],
  },
  limit('limit-urban', 3),
  limit('limit-mv', 7, { validTo: '2026-01-31' }),
  limit('limit-mv', 5, { validFrom: '2026-02-01', uncertain: true }),
  limit('limit-line', 9),
  { kind: 'standard', code: 'sign-near-due', value: 60, unit: 'minutes' },
  { kind: 'standard', code: 'sign-supplements', value: 2, unit: 'times' },
];

const dueBy = JSON.stringify({ limit: { calendar: 'field-work' } });

export type PartyMinutes = Record<string, number>;

/** A finished connection as it stands, with the working minutes of each party: 'unit U1 survey': 450 is a full day there. */
export async function aConnection(
  owner: Database,
  version: number,
  change: Partial<Insertable<Cases>> & { opened_at: Date | string },
  minutes: PartyMinutes,
): Promise<string> {
  const id = await aCaseRow(owner, version, { state: 'finished', due_derivation: dueBy, ...change });
  const rows = Object.entries(minutes).map(([key, working_minutes]) => {
    const [party = '', unit_code = '', step_code = ''] = key.split(' ');
    return {
      case_id: id,
      party,
      unit_code,
      step_code,
      elapsed_ms: working_minutes * 60_000,
      working_minutes,
      counted: party !== 'customer' && party !== 'contractor',
    };
  });
  if (rows.length > 0) await owner.insertInto('case_party_times').values(rows).execute();
  return id;
}
