import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Profile, readProfile } from '#modules/catalogue/index.ts';
import type { Calendar, LimitUnit } from '#platform/calendar/index.ts';
import { computeDue, deadlineState, describeDerivation, levels } from './index.ts';
import { milestones } from './rules/milestones.ts';

let profile: Profile;
beforeAll(async () => {
  const read = await readProfile('profiles/evnspc');
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes, null, 2));
  profile = read.profile;
});

const calendarOf = (code: string): Calendar => ({
  ...profile.calendars.find((calendar) => calendar.code === code)!,
  version: 1,
});
const vn = (moment: string) => new Date(`${moment}+07:00`);
const term = (code: string, startedAt: Date, amount: number, unit: LimitUnit = 'working_days') =>
  computeDue({
    startedAt,
    limit: { amount, unit, calendar: code, source: 'Quyết định 505/QĐ-EVN' },
    calendar: calendarOf(code),
    pauses: [],
  });
const due = (...given: Parameters<typeof term>) =>
  new Date(Date.parse(term(...given).dueAt ?? '') + 7 * 3_600_000)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ');

describe('limits in working days of State bodies', () => {
  test.each([
    ['five days over Tết 2018', '2018-02-12T15:10', 5, '2018-02-26 17:00'],
    ['received on the last day before Tết 2018, after closing', '2018-02-13T23:30', 1, '2018-02-21 17:00'],
    ['half past midnight on the first day of Tết', '2018-02-14T00:30', 1, '2018-02-21 17:00'],
    ['Hùng Kings 2018, 30 April and 1 May', '2018-04-24T09:00', 3, '2018-05-02 17:00'],
    ['2 September 2018 on a Sunday', '2018-08-31T10:00', 1, '2018-09-04 17:00'],
    ['31 December 2018 off, Saturday 5 January 2019 worked', '2018-12-28T10:00', 4, '2019-01-05 17:00'],
    ['Tết 2019', '2019-02-01T10:00', 1, '2019-02-11 17:00'],
    ['Hùng Kings 2019 on a Sunday', '2019-04-12T10:00', 1, '2019-04-16 17:00'],
    ['29 April 2019 off, Saturday 4 May worked', '2019-04-26T10:00', 3, '2019-05-04 17:00'],
    ['Tết 2020', '2020-01-22T10:00', 1, '2020-01-30 17:00'],
    ['1 May 2021 on a Saturday', '2021-04-29T10:00', 1, '2021-05-04 17:00'],
    ['two days of 2 September from 2021', '2021-09-01T10:00', 1, '2021-09-06 17:00'],
    ['one day of 2 September until 2020', '2020-09-01T10:00', 1, '2020-09-03 17:00'],
  ])('%s', (_, start, amount, end) => expect(due('state-bodies', vn(start), amount)).toBe(end));

  test('the words for Tết 2018, as a customer reads them', () => {
    const said = describeDerivation(term('state-bodies', vn('2018-02-12T15:10'), 2), 'vi');
    expect(said).toContain('Không tính từ 14/02/2018 đến 20/02/2018: Tết Nguyên đán.');
    expect(said).toContain(
      'Ngày cuối đúng ra là 14/02/2018 nhưng là ngày nghỉ, nên hạn chuyển sang ngày làm việc kế tiếp (Bộ luật Dân sự 2015, Điều 148).',
    );
    expect(said).toContain('Hạn chót: 17:00 thứ Tư, ngày 21/02/2018.');
  });
});

describe('work in the field', () => {
  test.each([
    ['goes on over a weekend', '2018-03-09T16:30', 2, '2018-03-10 08:00'],
    ['rests over noon', '2018-03-09T11:00', 1, '2018-03-09 13:30'],
    ['rests on the five days of Tết alone', '2018-02-14T17:00', 1, '2018-02-20 07:30'],
    ['knows no exchanged day', '2019-04-28T17:00', 1, '2019-04-29 07:30'],
  ])('%s', (_, start, hours, end) => expect(due('field-work', vn(start), hours, 'working_hours')).toBe(end));

  test('a trouble call runs by the clock through Tết', () => {
    expect(due('field-work', vn('2018-02-15T23:30'), 120, 'minutes')).toBe('2018-02-16 01:30');
  });
});

test('every limit of every service can be counted from every day of the ten years, but the last weeks', () => {
  const limits = profile.services.flatMap((service) => [
    ...service.variants.map(({ limit }) => limit),
    ...service.steps.flatMap(({ limit }) => (limit ? [limit] : [])),
  ]);
  expect(limits.length).toBeGreaterThan(40);
  const minute = fc.integer({
    min: Date.parse('2017-12-31T17:00Z') / 60_000,
    max: Date.parse('2027-10-01') / 60_000,
  });
  fc.assert(
    fc.property(fc.constantFrom(...limits), minute, (limit, start) => {
      const calendar = calendarOf(limit.calendar);
      const { dueAt } = computeDue({ startedAt: new Date(start * 60_000), limit, calendar, pauses: [] });
      expect(Date.parse(dueAt ?? '')).toBeGreaterThan(start * 60_000);
    }),
    { numRuns: 300 },
  );
});

test('each limit of the profile has a setting that says when who is told, and its levels come in order', () => {
  const calendars = new Map(profile.calendars.map(({ code }) => [code, calendarOf(code)]));
  for (const { limit } of profile.services.flatMap(({ variants }) => variants)) {
    const setting = profile.escalations.find(({ appliesTo }) => appliesTo.includes(limit.unit))!;
    const calendar = calendarOf(limit.calendar);
    const derivation = computeDue({ startedAt: vn('2018-02-09T09:00'), limit, calendar, pauses: [] });
    const told = milestones(derivation, calendars, setting);
    expect(told.map(({ level }) => level)).toEqual(levels);
    expect(told.map(({ at }) => at.getTime())).toEqual(
      told.map(({ at }) => at.getTime()).sort((a, b) => a - b),
    );
    for (const { level, at } of told) {
      expect(deadlineState(derivation, calendars, setting, at)).toBe(level);
      expect(deadlineState(derivation, calendars, setting, new Date(at.getTime() - 1))).not.toBe(level);
    }
  }
});
