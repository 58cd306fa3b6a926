import { describe, expect, test } from 'vitest';
import { aCalendar, off, worked } from '#test/a-calendar.ts';
import {
  computeDue,
  type Derivation,
  describeChange,
  describeDerivation,
  type Pause,
  readDerivation,
  recompute,
} from '../index.ts';
import { milestones } from './milestones.ts';

const vn = (moment: string) => new Date(`${moment}+07:00`);
const limit = {
  amount: 3,
  unit: 'working_days' as const,
  calendar: 'state-bodies',
  source: 'Quyết định 505',
};
const term = (
  startedAt: string,
  change: Partial<Derivation['limit']> = {},
  calendar = aCalendar(),
  pauses: Pause[] = [],
) => computeDue({ startedAt: vn(startedAt), limit: { ...limit, ...change }, calendar, pauses });
const pause = (from: string, to: string | null, reason = 'supplement'): Pause => ({
  from: vn(from).toISOString(),
  to: to === null ? null : vn(to).toISOString(),
  reason,
});

describe('a last day that is off moves the end', () => {
  test.each([
    ['Tết: the third day would have been Wednesday 14 February', '2018-02-09T15:10', 3, '2018-02-14'],
    ['a substitute Monday after a Sunday', '2018-08-31T10:00', 1, '2018-09-03'],
    ['a weekend alone moves nothing', '2018-03-08T10:00', 2, undefined],
    ['a holiday in the middle moves nothing', '2018-08-31T10:00', 2, undefined],
    ['two days off after one another: the first of them', '2019-04-26T10:00', 1, '2019-04-29'],
    ['the day of receipt, off itself, is not counted', '2018-02-20T10:00', 1, undefined],
  ])('%s', (_, start, amount, from) => {
    const derivation = term(start, { amount });
    expect(derivation.movedFrom).toBe(from);
    expect(describeDerivation(derivation, 'vi').some((line) => line.includes('Điều 148'))).toBe(
      from !== undefined,
    );
  });

  test('a holiday that fell into a pause is not what moved it', () => {
    const resting = [pause('2018-02-13T10:00', '2018-02-20T23:00')];
    expect(term('2018-02-12T10:00', { amount: 1 }, aCalendar(), resting).movedFrom).toBeUndefined();
  });
});

describe('pauses', () => {
  test('tell how much of the limit’s own time they took, overlapping ones once', () => {
    const twice = [
      pause('2018-03-06T10:00', '2018-03-08T10:00'),
      pause('2018-03-07T10:00', '2018-03-09T10:00'),
    ];
    expect(term('2018-03-05T09:00', {}, aCalendar(), twice).paused).toBe(3);
    const hours = term('2018-03-05T08:30', { unit: 'working_hours' }, aCalendar(), [
      pause('2018-03-05T11:00', '2018-03-05T14:00'),
    ]);
    expect(hours).toMatchObject({ paused: 60, dueAt: vn('2018-03-05T14:30').toISOString() });
    expect(describeDerivation(hours, 'vi')).toContain(
      'Tổng thời gian tạm dừng, không tính vào thời hạn: 1 giờ làm việc.',
    );
    const night = [pause('2018-03-05T23:00', '2018-03-05T23:30')];
    expect(term('2018-03-05T22:55', { unit: 'minutes', amount: 120 }, aCalendar(), night)).toMatchObject({
      paused: 30,
      dueAt: vn('2018-03-06T01:25').toISOString(),
    });
  });

  test('over before the term began are not part of it; begun after its end are kept but not told', () => {
    const early = pause('2018-03-01T09:00', '2018-03-02T09:00');
    const late = pause('2018-04-01T09:00', '2018-04-02T09:00');
    const derivation = term('2018-03-05T09:00', {}, aCalendar(), [early, late]);
    expect(derivation.pauses).toEqual([late]);
    expect(describeDerivation(derivation, 'vi').some((line) => line.startsWith('Không tính từ'))).toBe(false);
  });

  test('one that lasts names the days off up to its beginning, and what is left', () => {
    const derivation = term('2018-02-09T09:00', { amount: 5 }, aCalendar(), [
      pause('2018-02-21T09:00', null),
    ]);
    expect(derivation).toMatchObject({ dueAt: null, remaining: 3 });
    expect(derivation.daysOff).toHaveLength(7);
  });

  test('hold up escalation too: nobody is told higher up while the customer is waited for', () => {
    const calendars = new Map([['state-bodies', aCalendar()]]);
    const escalation = {
      warnAtShare: 0.75,
      toCompanyAfter: { ...limit, amount: 1 },
      toCorporationAfter: null,
    };
    const levels = (to: string | null) =>
      milestones(
        term('2018-03-05T09:00', {}, aCalendar(), [pause('2018-03-09T09:00', to)]),
        calendars,
        escalation,
      ).map(({ level, at }) => [level, at.toISOString()]);
    expect(levels(null).map(([level]) => level)).toEqual(['warning', 'overdue']);
    expect(levels('2018-03-14T09:00').at(-1)).toEqual(['company', vn('2018-03-14T17:00').toISOString()]);
  });
});

describe('receipt after hours, where the office has such a rule', () => {
  const strict = aCalendar({ receiptAfterHours: 'next_working_day' });
  test.each([
    ['at the very close', '2018-03-05T17:00', undefined, '2018-03-06T17:00'],
    ['a minute later', '2018-03-05T17:01', '2018-03-06', '2018-03-07T17:00'],
    ['Friday evening', '2018-03-09T18:00', '2018-03-12', '2018-03-13T17:00'],
    ['on a Sunday', '2018-03-11T09:00', '2018-03-12', '2018-03-13T17:00'],
    ['23:30 before Tết', '2018-02-13T23:30', '2018-02-21', '2018-02-22T17:00'],
  ])('%s', (_, start, receivedOn, due) => {
    const derivation = term(start, { amount: 1 }, strict);
    expect(derivation).toMatchObject({ dueAt: vn(due).toISOString() });
    expect(derivation.receivedOn).toBe(receivedOn);
  });

  test('without the rule the day it came in stays the day of receipt', () => {
    expect(term('2018-03-05T17:01', { amount: 1 }).dueAt).toBe(vn('2018-03-06T17:00').toISOString());
  });

  test('is said', () => {
    expect(describeDerivation(term('2018-03-09T18:00', {}, strict), 'vi')).toContain(
      'Gửi ngoài giờ làm việc nên coi như nhận ngày 12/03/2018.',
    );
  });
});

describe('words', () => {
  test('days off that differ only in brackets are one holiday', () => {
    const exceptions = [
      off('2018-02-14', 'Tết Nguyên đán (nghỉ bù)'),
      off('2018-02-15', 'Tết Nguyên đán'),
      off('2018-02-16', 'Tết Nguyên đán (nghỉ theo thông báo)'),
    ];
    const lines = describeDerivation(term('2018-02-13T09:00', {}, aCalendar({ exceptions })), 'vi');
    expect(lines).toContain('Không tính từ 14/02/2018 đến 16/02/2018: Tết Nguyên đán.');
  });

  test('a holiday on which it came in is not told as left out: the day of receipt never counts', () => {
    expect(term('2018-02-20T10:00').daysOff).toEqual([]);
    expect(term('2018-02-19T10:00').daysOff).toMatchObject([{ date: '2018-02-20' }]);
  });

  test('an ordinary working day with other hours is not told as worked in exchange', () => {
    const short = {
      ...worked('2018-03-06', 'Nghỉ sớm'),
      intervals: [['07:30', '11:30']] satisfies [string, string][],
    };
    expect(term('2018-03-05T09:00', {}, aCalendar({ exceptions: [short] })).daysWorked).toEqual([]);
  });

  test('what a newer calendar changed, in both languages', () => {
    const stored = term('2018-03-05T09:00');
    const newer = aCalendar({
      version: 2,
      exceptions: [off('2018-03-08', 'Nghỉ bão'), worked('2018-03-10', 'Làm bù')],
    });
    const { derivation } = recompute(stored, newer);
    expect(describeChange(stored, derivation, 'vi')).toEqual([
      '“Cơ quan nhà nước” đổi từ bản 1 sang bản 2.',
      'Thêm ngày nghỉ 08/03/2018: Nghỉ bão.',
      'Hạn chót cũ: 17:00 thứ Năm, ngày 08/03/2018. Hạn chót mới: 17:00 thứ Sáu, ngày 09/03/2018.',
    ]);
    expect(describeChange(derivation, stored, 'en')).toContain('No longer a day off: 08/03/2018, Nghỉ bão.');
    expect(describeChange(stored, stored, 'en').at(-1)).toBe('Due as before: Thursday 08/03/2018 at 17:00.');
  });

  test('a term that nothing moved is not said to have moved', () => {
    const stored = term('2018-03-05T09:00');
    expect(recompute(stored, aCalendar({ version: 2 })).moved).toBe(false);
  });

  test('what is stored comes back as it was; what is none is none', () => {
    const whole = term('2018-02-09T18:00', {}, aCalendar({ receiptAfterHours: 'next_working_day' }), [
      pause('2018-02-12T09:00', '2018-02-13T09:00'),
    ]);
    expect(readDerivation(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
    expect(readDerivation({})).toBeNull();
  });

  test('a calendar that ends is refused by its name and its days', () => {
    expect(() => term('2027-12-30T09:00')).toThrow(
      expect.objectContaining({
        facts: expect.objectContaining({ vi: 'Cơ quan nhà nước', day: '2028-01-01' }),
      }),
    );
  });
});
