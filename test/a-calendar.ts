import type { Calendar, CalendarException, Interval } from '#platform/calendar/index.ts';

const text = (vi: string) => ({ vi, en: vi });
const workday: Interval[] = [
  ['07:30', '11:30'],
  ['13:30', '17:00'],
];
export const off = (date: string, name = 'Nghỉ'): CalendarException => ({
  date,
  intervals: [],
  name: text(name),
  source: 'test',
});
export const worked = (date: string, name = 'Làm bù'): CalendarException => ({
  date,
  intervals: workday,
  name: text(name),
  source: 'test',
});

/** For tests: Monday to Friday in two intervals, with some of the dated days of 2018 to 2021 (Labour Code, swaps announced). */
export const aCalendar = (change: Partial<Calendar> = {}): Calendar => ({
  code: 'state-bodies',
  version: 1,
  timezone: 'Asia/Ho_Chi_Minh',
  name: text('Cơ quan nhà nước'),
  week: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] },
  exceptions: [
    ...['14', '15', '16', '17', '18', '19', '20'].map((day) => off(`2018-02-${day}`, 'Tết Mậu Tuất')),
    off('2018-09-03', 'Nghỉ bù Quốc khánh'),
    off('2018-12-31', 'Nghỉ hoán đổi'),
    off('2019-01-01', 'Tết Dương lịch'),
    worked('2019-01-05'),
    off('2019-04-29', 'Nghỉ hoán đổi'),
    off('2019-04-30', 'Ngày Chiến thắng'),
    off('2019-05-01', 'Quốc tế Lao động'),
    worked('2019-05-04'),
    off('2021-05-03', 'Nghỉ bù'),
  ],
  validFrom: '2018-01-01',
  validTo: '2027-12-31',
  ...change,
});
