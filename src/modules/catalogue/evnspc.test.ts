import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import { isWorkingDay } from '#platform/calendar/index.ts';
import type { Profile } from './profile.ts';
import { readProfile } from './read-profile.ts';
import { chooseVariant } from './rules.ts';

let profile: Profile;
beforeAll(async () => {
  const read = await readProfile('profiles/evnspc');
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes, null, 2));
  profile = read.profile;
});

const works = (code: string, day: string) => isWorkingDay(calendarOf(code), Temporal.PlainDate.from(day));
const calendarOf = (code: string) => {
  const found = profile.calendars.find((calendar) => calendar.code === code);
  if (!found) throw new Error(`no calendar ${code}`);
  return { ...found, version: 1 };
};

describe('the working days of State bodies', () => {
  test.each([
    ['2018-02-14', false, 'Tết leave begins'],
    ['2018-02-21', true, 'Tết leave is over'],
    ['2018-09-03', false, '2 September was a Sunday'],
    ['2018-12-31', false, 'exchanged for Saturday 5 January 2019'],
    ['2019-01-05', true, 'worked for 31 December 2018'],
    ['2019-02-08', false, 'last weekday of the Tết leave'],
    ['2019-02-11', true, 'Tết leave is over'],
    ['2019-04-15', false, 'the Hùng Kings day was a Sunday'],
    ['2019-04-29', false, 'exchanged for Saturday 4 May'],
    ['2019-05-04', true, 'worked for 29 April'],
    ['2020-01-23', false, 'Tết leave begins'],
    ['2020-01-30', true, 'Tết leave is over'],
    ['2020-04-02', false, 'the Hùng Kings day'],
    ['2020-09-03', true, 'one day of National Day until 2020'],
    ['2021-05-03', false, '1 May was a Saturday'],
    ['2021-09-03', false, 'two days of National Day from 2021'],
    ['2026-03-04', true, 'an ordinary Wednesday'],
    ['2026-03-07', false, 'an ordinary Saturday'],
  ])('%s works: %s, %s', (day, worked) => expect(works('state-bodies', day)).toBe(worked));
});

describe.each(['state-bodies', 'field-work'])('the calendar %s', (code) => {
  test('rests on every public holiday, lunar ones by the Vietnamese moon, ten years long', () => {
    const holidays = new Holidays('VN');
    for (let year = 2018; year <= 2027; year += 1)
      for (const { date } of holidays.getHolidays(year).filter(({ type }) => type === 'public'))
        expect([date.slice(0, 10), works(code, date.slice(0, 10))]).toEqual([date.slice(0, 10), false]);
  });
});

test('work in the field goes on at weekends and on days exchanged for others', () => {
  for (const day of ['2026-03-07', '2026-03-08', '2019-04-29', '2019-04-15'])
    expect(works('field-work', day)).toBe(true);
});

describe('the time limit the answers lead to', () => {
  test.each([
    [1, { area: 'urban', new_line: 'no' }, 3],
    [1, { area: 'rural', new_line: 'unknown' }, 5],
    [1, { area: 'urban', new_line: 'yes' }, 7],
    [4, { new_line: 'no' }, 5],
    [5, { new_line: 'yes' }, 7],
    [8, { line: 'overhead' }, 7],
    [12, {}, 3],
    [13, {}, 5],
    [14, { consent: 'yes' }, 3],
    [20, { topic: 'outage' }, 120],
    [20, { topic: 'complaint' }, 5],
  ])('service %i, %j: %i', (number, answers, amount) => {
    const service = profile.services.find((candidate) => candidate.number === number);
    expect(service && chooseVariant(service, answers).limit.amount).toBe(amount);
  });
});

test('a step of a State body can be sent to the body of every province', () => {
  const asked = new Set(
    profile.services.flatMap(({ steps }) => steps.flatMap((step) => step.actor.agency ?? [])),
  );
  for (const province of profile.provinces)
    for (const agency of asked)
      expect(profile.units.some((unit) => unit.agency === agency && unit.province === province.code)).toBe(
        true,
      );
});

test('the units are those of the list of codes, and unsure names are marked', () => {
  const unit = (code: string) => profile.units.find((candidate) => candidate.code === code);
  expect(unit('PB0508')).toMatchObject({
    parent: 'PB05',
    name: { vi: 'Điện lực Hòa Thành' },
    nameStatus: 'found',
  });
  expect(unit('PK0100')).toMatchObject({ parent: 'PK', name: { vi: 'Điện lực Biên Hòa' } });
  expect(unit('PB0102')?.nameStatus).toBe('assumed');
  expect(profile.districts.find((district) => district.unit === 'PB0508')?.name.vi).toBe('Thị xã Hòa Thành');
  for (const { code, kind } of profile.units)
    if (kind === 'district_unit') expect(code).toMatch(/^P[BK][0-9]{4}$/);
});

test('English texts are English and Vietnamese ones are Vietnamese', () => {
  const vietnamese = /[À-ỹ]/;
  const seen: { vi: string; en: string }[] = [];
  JSON.stringify(profile.services, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'vi' in value && 'en' in value)
      seen.push({ vi: String(value.vi), en: String(value.en) });
    return value;
  });
  expect(seen.length).toBeGreaterThan(500);
  for (const { vi, en } of seen) {
    expect(vi).toMatch(vietnamese);
    expect(en).not.toMatch(vietnamese);
  }
});

test('every province has its coordination regulation: eight issued, thirteen drafted; what no source gives is not made up', () => {
  const byName = (status: string) =>
    profile.regulations
      .filter((regulation) => regulation.status === status)
      .map(({ province }) => profile.provinces.find(({ code }) => code === province)?.name.vi)
      .sort();
  expect(byName('issued')).toEqual(
    [
      ...['Thành phố Cần Thơ', 'Tỉnh Cà Mau', 'Tỉnh Kiên Giang', 'Tỉnh Sóc Trăng', 'Tỉnh Tiền Giang'],
      ...['Tỉnh Tây Ninh', 'Tỉnh Vĩnh Long', 'Tỉnh Đồng Nai'],
    ].sort(),
  );
  expect(byName('drafting')).toHaveLength(13);
  expect(new Set(profile.regulations.map(({ province }) => province)).size).toBe(21);
  for (const regulation of profile.regulations)
    expect({ number: 'none', ...regulation }).toMatchObject({
      number: 'none',
      uncertain: true,
      totals: [],
      participants: [],
      steps: [],
    });
});

test('the bodies that say where a line may run and permit it see the connection agreement', () => {
  const steps = profile.services.flatMap((service) => service.steps);
  const ofBodies = steps.filter(({ code }) => /^(position|permit)-/.test(code));
  expect(ofBodies).toHaveLength(18);
  for (const step of ofBodies) expect(step.needs).toContain('connection-agreement');
});
