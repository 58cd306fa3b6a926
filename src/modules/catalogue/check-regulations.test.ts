import { expect, onTestFinished, test } from 'vitest';
import { aProfile, files, removeProfile, service } from '#test/a-profile.ts';
import { readProfile } from './read-profile.ts';

const dated = 'source: Decision 1, validFrom: 2019-01-01';
const units = `${files['units/units.yaml']}  - { code: S10, kind: agency, parent: null, name: { vi: Ủy ban, en: Committee }, agency: peoples-committee, province: '10' }
  - { code: S10_T, kind: agency, parent: S10, name: { vi: Sở, en: Trade }, agency: trade, province: '10' }
  - { code: S10_W, kind: agency, parent: S10, name: { vi: Sở, en: Works }, agency: works, province: '10', validTo: 2025-02-28 }
`;
const withState = `${service}  - code: permit
    name: { vi: Giấy phép, en: Permit }
    plain: { vi: Sở cấp phép, en: The department permits }
    actor: { level: agency, agency: trade }
    limit: null
    counted: false
    produces: { vi: Giấy phép, en: Permit }
`.replace(
  'documents: []',
  '  - { name: kva, type: number, label: { vi: Công suất, en: Capacity }, required: false }\ndocuments: []',
);
const days = (amount: number, calendar = 'office') =>
  `{ amount: ${amount}, unit: working_days, calendar: ${calendar}, source: Decision 1 }`;
const entry = (more: string, { code = 'rules', province = '10', status = 'issued' } = {}) =>
  `  - { code: ${code}, province: '${province}', status: ${status}, services: [new-supply], ${dated}, ${more} }\n`;

async function read(...entries: string[]) {
  const directory = await aProfile({
    'units/units.yaml': units,
    'services/new-supply.yaml': withState,
    'regulations/all.yaml': `entries:\n${entries.join('')}`,
  });
  onTestFinished(() => removeProfile(directory));
  return readProfile(directory);
}

test('a sound regulation is read, and so is one that says no more than that it is there', async () => {
  const whole =
    entry(`number: 1/QD, issuedOn: 2018-12-20, totals: [{ when: [{ field: kva, atMost: 2000 }], limit: ${days(26)} }, { limit: ${days(30)} }],
    shares: { state: 19, utility: 7 }, supplementAdds: 2, participants: [trade], steps: [{ step: permit, limit: ${days(3)}, after: [energise] }]`);
  const read1 = await read(whole, entry('uncertain: true', { code: 'other', status: 'drafting' }));
  expect(read1).toMatchObject({ ok: true, profile: { regulations: [{ code: 'rules' }, { steps: [] }] } });
});

/** What a regulation says, and what is said of it. */
test.each<[string, string, object?]>([
  ['supplementAdds: 0', 'supplementAdds'],
  ['wonder: 1', 'wonder'],
  ['number: 1/QD', 'neither number nor date', { status: 'drafting' }],
  ['issuedOn: 2019-02-01', 'it holds before it was issued'],
  ['validTo: 2018-12-31', 'ends before it begins'],
  ['uncertain: true', 'no province 11', { province: '11' }],
  ['steps: [{ step: dance, leftOut: true }]', 'no step dance in its services'],
  ['steps: [{ step: permit }]', 'says what differs'],
  [`steps: [{ step: permit, leftOut: true, limit: ${days(3)} }]`, 'is left out, or says'],
  ['steps: [{ step: permit, leftOut: true }, { step: permit, leftOut: true }]', 'stands here twice'],
  ['steps: [{ step: permit, after: [dance] }]', 'no step dance'],
  ['steps: [{ step: permit, after: [permit] }]', 'waits for itself'],
  ['steps: [{ step: energise, leftOut: true }, { step: permit, after: [energise] }]', 'energise is left out'],
  [
    'steps: [{ step: energise, after: [permit] }, { step: permit, after: [energise] }]',
    'waits for a step that waits',
  ],
  ['steps: [{ step: energise, agency: trade }]', 'not done by a State body'],
  ['steps: [{ step: permit, agency: dykes }]', 'province 10 has no body dykes'],
  ['participants: [dykes]', 'province 10 has no body dykes'],
  [
    'participants: [works]',
    'S10_W of province 10 is dissolved on 2025-02-28, while the regulation still names it',
  ],
  [`totals: [{ limit: ${days(5, 'moon')} }]`, 'no calendar moon'],
  [`steps: [{ step: permit, limit: ${days(5, 'moon')} }]`, 'no calendar moon'],
  [`totals: [{ limit: ${days(5)} }, { limit: ${days(6)} }]`, 'never chosen'],
  [
    `totals: [{ limit: ${days(5)} }], steps: [{ step: permit, limit: ${days(6)} }]`,
    'more than the 5 of the whole',
  ],
  [`totals: [{ limit: ${days(26)} }], shares: { state: 20, utility: 7 }`, 'the shares are 27 days'],
  [`totals: [{ when: [{ field: width, above: 1 }], limit: ${days(5)} }]`, 'no field width'],
  [`totals: [{ when: [{ field: area, above: 1 }], limit: ${days(5)} }]`, 'field area is no number'],
  [
    `totals: [{ when: [{ field: area, equals: moon }], limit: ${days(5)} }]`,
    'moon is no answer to field area',
  ],
])('%s: %s', async (more, reason, change = {}) => {
  const result = await read(entry(more, change));
  if (result.ok) throw new Error('it was read');
  expect(result.mistakes.map((one) => `${one.file}:${one.line} ${one.reason}`).join('\n')).toContain(reason);
  expect(result.mistakes.every(({ file, line }) => file === 'regulations/all.yaml' && line === 2)).toBe(true);
});

test('a body that ends with the regulation is no mistake; two in force at once are', async () => {
  expect(await read(entry('validTo: 2025-02-28, participants: [works]'))).toMatchObject({ ok: true });
  const two = await read(entry('validTo: 2020-01-01'), entry('uncertain: true', { code: 'other' }));
  expect(two).toMatchObject({
    ok: false,
    mistakes: [{ line: 3, reason: 'regulation rules holds in the same province on the same days' }],
  });
});

test('a map without a province of the profile is refused', async () => {
  const map = `code: map
name: { vi: Sơ đồ, en: Map }
attribution: { vi: Hình, en: Shapes }
attributionLink: https://example.vn/
width: 10
height: 10
source: Decision 1
validFrom: 2018-01-01
shapes: [{ province: '11', label: [1, 1], path: 'M0 0l1 1z' }]
`;
  const directory = await aProfile({ 'map.yaml': map });
  onTestFinished(() => removeProfile(directory));
  expect(await readProfile(directory)).toMatchObject({
    ok: false,
    mistakes: [{ file: 'map.yaml', line: 9, reason: 'province 10 is not on the map' }],
  });
});
