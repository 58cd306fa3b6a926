import { describe, expect, test } from 'vitest';
import { aCalendar, off } from '#test/a-calendar.ts';
import { computeDue, recompute } from './compute-due.ts';
import type { Derivation, Pause } from './derivation.ts';
import { describeDerivation } from './describe.ts';
import { deadlineState, milestones } from './milestones.ts';

const vn = (moment: string) => new Date(`${moment}+07:00`);
const limit = {
  amount: 5,
  unit: 'working_days' as const,
  calendar: 'state-bodies',
  source: 'Quyết định 505/QĐ-EVN',
};
const term = (startedAt: string, pauses: Pause[] = [], change: Partial<Derivation['limit']> = {}) =>
  computeDue({ startedAt: vn(startedAt), limit: { ...limit, ...change }, calendar: aCalendar(), pauses });
const pause = (from: string, to: string | null): Pause => ({
  from: vn(from).toISOString(),
  to: to === null ? null : vn(to).toISOString(),
  reason: 'supplement',
  document: 'd1',
});

describe('the derivation', () => {
  test('tells start, limit with its law, days off, the due time and the calendar, in Vietnamese', () => {
    expect(describeDerivation(term('2018-02-12T15:10'), 'vi')).toEqual([
      'Bắt đầu tính: 15:10 thứ Hai, ngày 12/02/2018.',
      'Thời hạn 5 ngày làm việc, không tính ngày nhận hồ sơ. Căn cứ: Quyết định 505/QĐ-EVN.',
      'Không tính từ 14/02/2018 đến 20/02/2018: Tết Mậu Tuất.',
      'Hạn chót: 17:00 thứ Hai, ngày 26/02/2018.',
      'Theo “Cơ quan nhà nước”, bản 1.',
    ]);
  });

  test('tells a pause, one that lasts, a swapped Saturday and a limit that is uncertain', () => {
    const paused = describeDerivation(
      term('2018-03-05T09:00', [pause('2018-03-07T10:00', null)], { uncertain: true }),
      'en',
    );
    expect(paused).toContain(
      'Not counting since Wednesday 07/03/2018 at 10:00: waiting for the customer’s papers.',
    );
    expect(paused).toContain('The due time is set again when the pause ends; 4 working days are left.');
    expect(paused).toContain('This limit is still to be checked against the original document.');
    expect(describeDerivation(term('2019-04-26T10:00'), 'vi')).toContain('Có tính ngày 04/05/2019: Làm bù.');
  });

  test('overlapping pauses count once', () => {
    const twice = term('2018-03-05T09:00', [
      pause('2018-03-07T10:00', '2018-03-09T10:00'),
      pause('2018-03-08T10:00', '2018-03-09T11:00'),
    ]);
    expect(twice.dueAt).toBe(term('2018-03-05T09:00', [pause('2018-03-07T10:00', '2018-03-09T11:00')]).dueAt);
  });

  test('a newer calendar gives a new derivation and leaves the stored one as it was', () => {
    const stored = term('2018-03-05T09:00');
    const before = structuredClone(stored);
    const newer = aCalendar({ version: 2, exceptions: [off('2018-03-08', 'Nghỉ bão')] });
    const { derivation, moved } = recompute(stored, newer);
    expect(moved).toBe(true);
    expect(derivation).toMatchObject({
      dueAt: vn('2018-03-13T17:00').toISOString(),
      calendar: { version: 2 },
      daysOff: [{ date: '2018-03-08' }],
    });
    expect(stored).toEqual(before);
  });
});

describe('who is told when', () => {
  const calendars = new Map([['state-bodies', aCalendar()]]);
  const later = (amount: number) => ({ ...limit, amount });
  const escalation = { warnAtShare: 0.8, toCompanyAfter: later(1), toCorporationAfter: later(3) };
  const derivation = term('2018-03-05T07:30');

  test('warned at four fifths of the working time, then overdue, company, corporation', () => {
    const told = milestones(derivation, calendars, escalation).map(({ level, at }) => [
      level,
      at.toISOString(),
    ]);
    expect(told).toEqual([
      ['warning', vn('2018-03-09T15:30').toISOString()],
      ['overdue', vn('2018-03-12T17:00').toISOString()],
      ['company', vn('2018-03-13T17:00').toISOString()],
      ['corporation', vn('2018-03-15T17:00').toISOString()],
    ]);
  });

  test.each([
    ['2018-03-06T09:00', 'on_time'],
    ['2018-03-12T08:00', 'warning'],
    ['2018-03-12T17:00', 'overdue'],
    ['2018-03-14T08:00', 'company'],
    ['2018-03-20T08:00', 'corporation'],
  ])('at %s: %s', (now, state) =>
    expect(deadlineState(derivation, calendars, escalation, vn(now))).toBe(state),
  );

  test('while it is paused nobody is told', () => {
    const paused = term('2018-03-05T09:00', [pause('2018-03-07T10:00', null)]);
    expect(milestones(paused, calendars, escalation)).toEqual([]);
    expect(deadlineState(paused, calendars, escalation, vn('2019-01-01T09:00'))).toBe('paused');
  });
});
