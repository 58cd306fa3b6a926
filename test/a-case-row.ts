import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Database } from '#platform/postgres/database.ts';
import type { Cases } from '#platform/postgres/schema.ts';

let made = 0;

/** For tests of figures: a row of `cases` as it stands, past every act. Returns its id. */
export async function aCaseRow(
  owner: Database,
  serviceVersionId: number,
  change: Partial<Insertable<Cases>> & { opened_at: Date | string },
): Promise<string> {
  made += 1;
  const id = randomUUID();
  await owner
    .insertInto('cases')
    .values({
      id,
      code: String(made).padStart(11, '0'),
      state: 'accepted',
      service_version_id: serviceVersionId,
      service_code: 'supply',
      variant: 'rural',
      channel: 'web',
      unit_code: 'U1',
      unit_path: 'T.C1.U1',
      customer_name: 'Nguyễn Thị Đào',
      customer_phone: '+84912345678',
      address: 'Ấp 3, xã Tân Bình',
      language: 'vi',
      search: '',
      visits_promised: 1,
      due_derivation: '{}',
      version: 1,
      head_hash: 'a'.repeat(64),
      ...change,
    })
    .execute();
  return id;
}

/** How channels count: dated definitions as the profile loads them. */
export async function channelDefinitions(
  owner: Database,
  definitions: readonly {
    code: string;
    online: boolean;
    uncertain?: boolean;
    validFrom?: string;
    validTo?: string;
  }[],
): Promise<void> {
  const rows = definitions.map(({ validFrom = '2018-01-01', ...rest }) => {
    const definition = { ...rest, validFrom, source: 'for tests' };
    return {
      kind: 'channel',
      code: rest.code,
      valid_from: validFrom,
      valid_to: rest.validTo ?? null,
      definition: JSON.stringify(definition),
      source: 'for tests',
      loaded_at: new Date('2018-01-01T00:00:00Z'),
    };
  });
  await owner.insertInto('standard_versions').values(rows).execute();
}
