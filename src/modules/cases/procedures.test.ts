import { beforeAll, describe, expect, test } from 'vitest';
import { type Profile, readProfile } from '#modules/catalogue/index.ts';
import { type PlannedStep, planSteps } from './plan-steps.ts';

let profile: Profile;
beforeAll(async () => {
  const read = await readProfile('profiles/evnspc');
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes, null, 2));
  profile = read.profile;
});

const mediumVoltage = [
  'cap-dien-trung-ap-sinh-hoat',
  'cap-dien-trung-ap-ngoai-sinh-hoat',
  'cap-dien-trung-ap-mua-buon',
];
function plan(code: string, answers: Record<string, string>): PlannedStep[] {
  const service = profile.services.find((candidate) => candidate.code === code);
  const variant = service?.variants[0];
  if (!service || !variant) throw new Error(`no service ${code}`);
  return planSteps(service, variant, answers, null).steps;
}
const usual = { capacity_kva: '2500', line: 'overhead', industrial_zone: 'no', investor: 'customer' };

describe.each(mediumVoltage)('%s', (code) => {
  const steps = (answers: Record<string, string>) => plan(code, answers).map((step) => step.code);

  test.each([
    [{}, ['planning', 'position-overhead', 'permit-overhead', 'build']],
    [{ capacity_kva: '2000' }, ['position-overhead', 'permit-overhead', 'build']],
    [{ capacity_kva: '2000.5' }, ['planning', 'position-overhead', 'permit-overhead', 'build']],
    [{ line: 'underground' }, ['planning', 'position-underground', 'permit-underground', 'build']],
    [{ industrial_zone: 'yes' }, ['planning', 'position-overhead', 'permit-zone-overhead', 'build']],
    [
      { line: 'underground', industrial_zone: 'yes', capacity_kva: '100', investor: 'utility' },
      ['position-underground', 'permit-zone-underground', 'build-hired'],
    ],
  ])('%j: %j between the agreement and the energising', (answers, between) =>
    expect(steps({ ...usual, ...answers })).toEqual([
      'survey',
      between[0] === 'planning' ? 'connection-agreement-company' : 'connection-agreement',
      ...between,
      'energise',
    ]),
  );

  test('a case that came by letter, with nothing answered, still has a position, a permit and somebody who builds', () =>
    expect(steps({})).toEqual([
      'survey',
      'connection-agreement',
      'position-overhead',
      'permit-overhead',
      'build',
      'energise',
    ]));

  test('the bodies begin together after the agreement, the works wait for the last of them', () => {
    const after = Object.fromEntries(plan(code, usual).map((step) => [step.code, step.after]));
    for (const body of ['planning', 'position-overhead', 'permit-overhead'])
      expect(after[body]).toEqual(['connection-agreement-company']);
    expect(after.build).toEqual(expect.arrayContaining(['planning', 'position-overhead', 'permit-overhead']));
    expect(after.energise).toContain('build');
  });

  test('only the utility’s own steps count, and a conditional one says why', () => {
    const planned = plan(code, { ...usual, investor: 'utility' });
    expect(planned.filter(({ counted }) => counted).map((step) => step.code)).toEqual([
      'survey',
      'connection-agreement-company',
      'energise',
    ]);
    expect(planned.find(({ code: step }) => step === 'connection-agreement-company')?.actor.level).toBe(
      'company',
    );
    expect(planned.find((step) => step.code === 'planning')?.because?.vi).toContain('2.000 kVA');
  });
});

test('the papers signed on the way are those that have a template', () => {
  const papers = profile.services.flatMap(({ steps }) => steps.flatMap((step) => step.papers ?? []));
  expect([...new Set(papers)].sort()).toEqual([
    'acceptance-minutes',
    'connection-agreement',
    'energising-minutes',
    'sale-contract',
    'survey-minutes',
  ]);
});
