import { beforeAll, describe, expect, test } from 'vitest';
import { type Profile, readProfile } from '#modules/catalogue/index.ts';
import { addWorkingDays, dayAt } from '#platform/calendar/index.ts';
import { aRegulation, like10Or28Days, like26Days } from '#test/a-regulation.ts';
import { type Adjustable, applyRegulation } from './index.ts';

const limit = (amount: number) => ({
  amount,
  unit: 'working_days' as const,
  calendar: 'state-bodies',
  source: 'Decision 1',
});
const because = { vi: 'Vì thế', en: 'Therefore' };
const step = (code: string, more: Partial<Adjustable> = {}): Adjustable => ({
  code,
  actor: { level: 'agency', agency: 'construction' },
  limit: limit(5),
  ...more,
});
const steps = [
  step('survey', { actor: { level: 'unit' } }),
  step('planning'),
  step('position', { after: ['survey'] }),
  step('permit', { after: ['position', 'planning'] }),
  step('energise', { actor: { level: 'unit' } }),
];
const regulate = (terms: Parameters<typeof aRegulation>[0]['steps']) =>
  applyRegulation(steps, aRegulation({ steps: terms ?? [], source: 'Decision 9' }), {});
const stepOf = (applied: ReturnType<typeof regulate>, code: string) =>
  applied.steps.find((candidate) => candidate.step.code === code);

test('without a regulation everything is as the service has it', () => {
  const applied = applyRegulation(steps, null, {});
  expect(applied.steps.map((one) => one.step)).toEqual(steps);
  expect(applied).toMatchObject({ leftOut: [], total: null, supplementAdds: 0 });
});

test('a regulation that says nothing of the steps changes none', () => {
  const applied = applyRegulation(steps, like26Days, {});
  expect(applied.steps.every(({ step: one, differs }) => steps.includes(one) || differs.length === 0)).toBe(
    true,
  );
  expect(applied.steps.map((one) => one.step)).toEqual(steps);
});

describe('what a province changes is changed, with the reason', () => {
  test('another body', () => {
    const done = stepOf(regulate([{ step: 'permit', agency: 'transport' }]), 'permit');
    expect(done?.step.actor).toEqual({ level: 'agency', agency: 'transport' });
    expect(done?.differs).toMatchObject([{ en: 'Another body does this in the province (Decision 9).' }]);
  });
  test('a limit of its own; the same limit is no difference', () => {
    expect(stepOf(regulate([{ step: 'permit', limit: limit(3) }]), 'permit')).toMatchObject({
      step: { limit: { amount: 3 } },
      differs: [{ vi: 'Địa phương quy định thời hạn riêng (Decision 9).' }],
    });
    expect(stepOf(regulate([{ step: 'permit', limit: limit(5) }]), 'permit')?.differs).toEqual([]);
  });
  test('side by side instead of one after another', () => {
    expect(stepOf(regulate([{ step: 'permit', after: ['survey'] }]), 'permit')).toMatchObject({
      step: { after: ['survey'] },
      differs: [{ en: 'The province has another order (Decision 9).' }],
    });
  });
  test('its own words win', () => {
    const changed = { step: 'permit', agency: 'transport', limit: limit(3), because };
    expect(stepOf(regulate([changed]), 'permit')?.differs).toEqual([because]);
  });
});

test('a step left out: who waited for it waits for what it waited for', () => {
  const applied = regulate([
    { step: 'planning', leftOut: true, because },
    { step: 'position', leftOut: true },
  ]);
  expect(applied.steps.map((one) => one.step.code)).toEqual(['survey', 'permit', 'energise']);
  expect(stepOf(applied, 'permit')?.step.after).toEqual(['survey']);
  expect(stepOf(applied, 'energise')?.step.after).toBeUndefined();
  expect(applied.leftOut).toMatchObject([
    { step: { code: 'planning' }, because },
    { step: { code: 'position' }, because: { en: 'The province does without this step (Decision 9).' } },
  ]);
});

test('steps left out that wait for one another hold up nobody', () => {
  const round = [step('a', { after: ['b'] }), step('b', { after: ['a'] }), step('c', { after: ['a'] })];
  const both = aRegulation({
    steps: [
      { step: 'a', leftOut: true },
      { step: 'b', leftOut: true },
    ],
  });
  expect(applyRegulation(round, both, {}).steps.map((one) => one.step.after)).toEqual([[]]);
});

describe('the two variants, to the day', () => {
  let profile: Profile;
  beforeAll(async () => {
    const read = await readProfile('profiles/evnspc');
    if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
    profile = read.profile;
  });
  const filed = Date.parse('2026-03-04T02:00:00Z');
  const lastDay = (days: number) => {
    const calendar = profile.calendars.find(({ code }) => code === 'state-bodies');
    if (!calendar) throw new Error('no calendar');
    const { at } = addWorkingDays({ ...calendar, version: 1 }, filed, days);
    return at === null ? null : dayAt(new Date(at));
  };

  test.each([
    ['26 days whatever is asked', like26Days, {}, 26, '2026-04-09'],
    [
      '10 days where the customer invests',
      like10Or28Days,
      { capacity_kva: '1.600', investor: 'customer' },
      10,
      '2026-03-18',
    ],
    [
      '28 days where the utility is hired',
      like10Or28Days,
      { capacity_kva: '2000', investor: 'utility' },
      28,
      '2026-04-13',
    ],
    [
      'none fixed above 2,000 kVA',
      like10Or28Days,
      { capacity_kva: '2500', investor: 'customer' },
      null,
      null,
    ],
    ['none fixed where nobody said who invests', like10Or28Days, { capacity_kva: '1600' }, null, null],
  ])('%s', (_, regulation, answers, days, due) => {
    const { total } = applyRegulation(steps, regulation, answers);
    expect(total?.limit.amount ?? null).toBe(days);
    expect(days === null ? null : lastDay(days)).toBe(due);
  });

  test('26 = 19 of the State + 7 of the utility; a supplement adds up to 2 to the other', () => {
    expect(applyRegulation(steps, like26Days, {}).shares).toEqual({ state: 19, utility: 7 });
    expect(applyRegulation(steps, like10Or28Days, {}).supplementAdds).toBe(2);
  });
});
