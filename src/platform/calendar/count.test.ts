import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCalendar, off, worked } from '#test/a-calendar.ts';
import {
  addMinutes,
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  type End,
  type Stretch,
  workingDaysBetween,
  workingMinutesBetween,
} from './index.ts';

const vn = (moment: string) => Date.parse(`${moment}+07:00`);
const show = (end: End) =>
  end.at === null
    ? `còn ${end.remaining}`
    : new Date(end.at + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('working days', () => {
  test.each([
    ['an ordinary week', '2018-03-05T09:00', 3, '2018-03-08 17:00'],
    ['the day of the event is not counted', '2018-03-09T07:31', 1, '2018-03-12 17:00'],
    ['begun on a Sunday', '2018-03-11T10:00', 1, '2018-03-12 17:00'],
    ['over Tết 2018', '2018-02-13T10:00', 3, '2018-02-23 17:00'],
    ['2 September 2018 on a Sunday, Monday off', '2018-08-31T10:00', 1, '2018-09-04 17:00'],
    ['31 December off, Saturday 5 January 2019 worked', '2018-12-28T10:00', 4, '2019-01-05 17:00'],
    ['29 April off, Saturday 4 May 2019 worked', '2019-04-26T10:00', 3, '2019-05-04 17:00'],
    ['3 May 2021 in lieu of a Saturday', '2021-04-30T10:00', 1, '2021-05-04 17:00'],
    ['23:30 in Viet Nam is still that day', '2018-03-05T23:30', 1, '2018-03-06 17:00'],
    ['00:30 in Viet Nam is the next', '2018-03-06T00:30', 1, '2018-03-07 17:00'],
  ])('%s', (_, start, amount, due) => expect(show(addWorkingDays(aCalendar(), vn(start), amount))).toBe(due));

  test.each([
    ['Wednesday to Friday: two days', '2018-03-07T10:00', '2018-03-09T16:00', '2018-03-14 17:00'],
    ['within one day: none', '2018-03-07T08:00', '2018-03-07T16:00', '2018-03-12 17:00'],
    [
      'begun on the last day, over the weekend: that day goes on on Monday',
      '2018-03-12T16:30',
      '2018-03-13T10:00',
      '2018-03-13 17:00',
    ],
    ['a weekend: none', '2018-03-09T18:00', '2018-03-11T20:00', '2018-03-12 17:00'],
    ['after the end: none', '2018-03-13T10:00', '2018-03-20T10:00', '2018-03-12 17:00'],
  ])('paused, %s', (_, from, to, due) => {
    const pauses = [{ from: vn(from), to: vn(to) }];
    expect(show(addWorkingDays(aCalendar(), vn('2018-03-05T09:00'), 5, pauses))).toBe(due);
  });

  test('while a pause lasts there is no end, only what is left', () => {
    const pauses = [{ from: vn('2018-03-07T10:00'), to: null }];
    expect(addWorkingDays(aCalendar(), vn('2018-03-05T09:00'), 5, pauses)).toEqual({
      at: null,
      remaining: 4,
    });
  });

  test('a day that the calendar does not cover is refused, not guessed', () => {
    expect(() => addWorkingDays(aCalendar(), vn('2027-12-30T09:00'), 5)).toThrow('calendar_ends');
  });
});

describe('working hours', () => {
  test.each([
    ['within a morning', '2018-03-05T08:00', 2, '2018-03-05 10:00'],
    ['over noon', '2018-03-05T10:30', 2, '2018-03-05 14:30'],
    ['begun at noon', '2018-03-05T12:00', 1, '2018-03-05 14:30'],
    ['over a weekend', '2018-03-09T16:00', 2, '2018-03-12 08:30'],
    ['to the very close', '2018-03-05T07:30', 7.5, '2018-03-05 17:00'],
  ])('%s', (_, start, hours, due) =>
    expect(show(addWorkingMinutes(aCalendar(), vn(start), hours * 60))).toBe(due),
  );
});

test('calendar minutes run day and night, and rest in a pause', () => {
  expect(show(addMinutes(vn('2018-03-05T23:30'), 120))).toBe('2018-03-06 01:30');
  expect(
    show(
      addMinutes(vn('2018-03-05T23:30'), 120, [{ from: vn('2018-03-06T00:00'), to: vn('2018-03-06T03:00') }]),
    ),
  ).toBe('2018-03-06 04:30');
});

// The naive counters know only the wall clock of Viet Nam (UTC+7, no summer time) and go day by day, minute by minute.
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const dayAt = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
const naiveIntervals = (calendar: Calendar, day: string) => {
  const exception = calendar.exceptions.find(({ date }) => date === day);
  return exception?.intervals ?? ([0, 6].includes(weekdayOf(day)) ? [] : calendar.week.mon);
};
function naiveDue(calendar: Calendar, start: number, amount: number, pauses: readonly Stretch[]) {
  let day = dayAt(start);
  const closed = () => {
    const close = naiveIntervals(calendar, day).at(-1)?.[1];
    return close === undefined || start > vn(`${day}T${close}`);
  };
  while (calendar.receiptAfterHours === 'next_working_day' && closed()) day = next(day);
  for (let counted = 0; counted < amount; ) {
    day = next(day);
    const close = vn(`${day}T${naiveIntervals(calendar, day).at(-1)?.[1] ?? '00:00'}`);
    const resting = pauses.some(({ from, to }) => from <= close && (to === null || close < to));
    if (naiveIntervals(calendar, day).length > 0 && !resting) counted += 1;
  }
  return vn(`${day}T${naiveIntervals(calendar, day).at(-1)?.[1]}`);
}
function naiveMinutes(calendar: Calendar, start: number, minutes: number, pauses: readonly Stretch[]) {
  let at = start;
  for (let counted = 0; counted < minutes; at += 60_000) {
    const clock = new Date(at + 7 * 3_600_000).toISOString().slice(11, 16);
    const working = naiveIntervals(calendar, dayAt(at)).some(([from, to]) => from <= clock && clock < to);
    const resting = pauses.some(({ from, to }) => from <= at && (to === null || at < to));
    if (working && !resting) counted += 1;
  }
  return at;
}

const firstMinute = Date.parse('2018-01-01T00:00:00Z') / 60_000;
const lastMinute = Date.parse('2027-06-01T00:00:00Z') / 60_000;
const aMoment = fc.integer({ min: firstMinute, max: lastMinute }).map((minute) => minute * 60_000);
const aDay = aMoment.map((at) => dayAt(at));
const somePauses = (most: number) =>
  fc.array(fc.tuple(fc.integer({ min: -3000, max: 15_000 }), fc.integer({ min: 1, max: 6000 })), {
    maxLength: most,
  });
const someDays = fc.uniqueArray(fc.tuple(aDay, fc.boolean()), { maxLength: 60, selector: ([day]) => day });
const someCalendar = fc
  .tuple(someDays, fc.constantFrom('same_day' as const, 'next_working_day' as const, undefined))
  .map(([days, receiptAfterHours]) =>
    aCalendar({
      receiptAfterHours,
      exceptions: days.map(([day, isOff]) => (isOff ? off(day) : worked(day))),
    }),
  );

describe('against a naive counter, over ten years', () => {
  test('working days, with pauses', () => {
    fc.assert(
      fc.property(
        someCalendar,
        aMoment,
        fc.integer({ min: 1, max: 30 }),
        somePauses(4),
        (calendar, start, amount, raw) => {
          const pauses = raw.map(([after, length]) => ({
            from: start + after * 60_000,
            to: start + (after + length) * 60_000,
          }));
          expect(addWorkingDays(calendar, start, amount, pauses)).toEqual({
            at: naiveDue(calendar, start, amount, pauses),
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  test('working minutes, with pauses', () => {
    fc.assert(
      fc.property(
        someCalendar,
        aMoment,
        fc.integer({ min: 1, max: 900 }),
        somePauses(3),
        (calendar, start, minutes, raw) => {
          const pauses = raw.map(([after, length]) => ({
            from: start + after * 60_000,
            to: start + (after + length) * 60_000,
          }));
          expect(addWorkingMinutes(calendar, start, minutes, pauses)).toEqual({
            at: naiveMinutes(calendar, start, minutes, pauses),
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('counting between is the inverse of adding', () => {
    fc.assert(
      fc.property(someCalendar, aMoment, fc.integer({ min: 1, max: 30 }), (calendar, start, amount) => {
        const end = addWorkingDays(calendar, start, amount);
        if (end.at === null) throw new Error('no pause, so there is an end');
        expect(workingDaysBetween(calendar, start, end.at)).toBe(amount);
        const minutes = addWorkingMinutes(calendar, start, amount * 7);
        if (minutes.at !== null)
          expect(workingMinutesBetween(calendar, start, minutes.at)).toBeCloseTo(amount * 7, 6);
      }),
      { numRuns: 200 },
    );
  });
});
