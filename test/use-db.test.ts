import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useDb } from './use-db.ts';

const t = useDb();

test('the application works as motcua_app on its own clone', async () => {
  const { rows } = await sql<{
    who: string;
    where: string;
  }>`select current_user as who, current_database() as where`.execute(t.db);
  expect(rows[0]?.who).toBe('motcua_app');
  expect(rows[0]?.where).toMatch(/^test_/);
});

test('the clock stands still until it is moved', () => {
  t.clock.advance({ hours: 2 });
  expect(t.clock.now().toISOString()).toBe('2026-03-04T04:00:00.000Z');
});

test('and starts anew with each test', () => {
  expect(t.clock.now().toISOString()).toBe('2026-03-04T02:00:00.000Z');
});

describe('with the profile', () => {
  const withProfile = useDb({ profile: true });

  test('the units of the utility are there', async () => {
    const units = await withProfile.owner.selectFrom('org_units').select('code').execute();
    expect(units.length).toBeGreaterThan(200);
  });
});
