import { describe, expect, test } from 'vitest';
import { acting } from '#modules/cases/index.ts';
import { currentCalendar } from '#modules/catalogue/index.ts';
import { computeDue } from '#modules/deadlines/index.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { useDb } from '#test/use-db.ts';
import { daysLeft } from './list-tasks.ts';

const t = useDb({ profile: true });
const limit = (amount: number) => ({
  amount,
  unit: 'working_days',
  calendar: 'state-bodies',
  source: 'for tests',
});
const dueOf = (
  began: string,
  amount: number,
  pauses: { from: string; to: string | null; reason: string }[] = [],
) =>
  inScope(t.db, publicScope, async (trx) => {
    const calendar = await currentCalendar(trx, 'state-bodies');
    const term = acting.readLimit(limit(amount));
    if (!term) throw new Error('a limit');
    return computeDue({ startedAt: new Date(began), limit: term, calendar, pauses });
  });
const left = (due: string, now: string) =>
  inScope(t.db, publicScope, (trx) => daysLeft(trx, limit(5), new Date(due), new Date(now)));

/** With the calendar of the profile, as State bodies kept it in 2019. */
describe('the clock of a body', () => {
  test('does not run over Tết 2019: what was sent on the 31st of January is due on the 14th of February', async () => {
    const { dueAt } = await dueOf('2019-01-31T09:00:00+07:00', 5);
    // 1 February, then 2-10 February off: 11, 12, 13, 14.
    expect(dueAt?.slice(0, 10)).toBe('2019-02-14');
    expect(await left(dueAt ?? '', '2019-02-01T09:00:00+07:00')).toBe(4);
    expect(await left(dueAt ?? '', '2019-02-06T09:00:00+07:00')).toBe(4);
  });

  test('has the Saturday of the swap as a working day, and Monday the 29th of April off', async () => {
    const { dueAt, daysWorked } = await dueOf('2019-04-26T09:00:00+07:00', 3);
    // 29 April to 1 May off; 2 May, 3 May, Saturday 4 May worked.
    expect(dueAt?.slice(0, 10)).toBe('2019-05-04');
    expect(daysWorked.map(({ date }) => date)).toEqual(['2019-05-04']);
  });

  test('rests while the customer is asked, over holidays or not', async () => {
    const pause = {
      from: '2019-01-31T15:00:00+07:00',
      to: '2019-02-12T09:00:00+07:00',
      reason: 'supplement',
    };
    const { dueAt } = await dueOf('2019-01-31T09:00:00+07:00', 5, [pause]);
    expect(dueAt?.slice(0, 10)).toBe('2019-02-18');
  });
});
