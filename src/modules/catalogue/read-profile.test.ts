import { describe, expect, onTestFinished, test } from 'vitest';
import { aProfile, files, removeProfile, service } from '#test/a-profile.ts';
import { readProfile } from './read-profile.ts';

async function read(changes: Record<string, string | undefined> = {}) {
  const directory = await aProfile(changes);
  onTestFinished(() => removeProfile(directory));
  return readProfile(directory);
}

/** The line of a text on which a word first stands. */
const lineOf = (text: string, word: string) => text.slice(0, text.indexOf(word)).split('\n').length;

test('a sound profile is read', async () => {
  const result = await read();
  expect(result).toMatchObject({ ok: true, profile: { services: [{ code: 'new-supply' }] } });
});

const text = (file: string) => files[file] ?? '';
const units = text('units/units.yaml');
const calendar = text('calendars/office.yaml');
const step = '{ level: unit, role: clerk }';
const change = (kind: string) => `entries:\n  - { code: a, on: 2026-01-01, source: Decision 2, ${kind} }\n`;

/** What is changed where, from what to what; the word on whose line the mistake is, and what is said. */
const mistakes: [string, string, string, string, string, string][] = [
  ['YAML that is none', 'standards.yaml', 'entries:', 'entries: ]', 'entries', 'Unexpected'],
  [
    'a key twice',
    'profile.yaml',
    'corporation: CORP',
    'corporation: CORP\ncorporation: CORP',
    'corporation: CORP\ntime',
    'unique',
  ],
  ['a key that is not known', 'profile.yaml', 'website:', 'wobsite: x\nwebsite:', 'wobsite', 'wobsite'],
  ['a key that is missing', 'services/new-supply.yaml', 'group: supply\n', '', 'code:', 'group'],
  ['a second visit', 'services/new-supply.yaml', 'visits: 0', 'visits: 2', 'visits', 'at most one visit'],
  [
    'a sentence in one language',
    'services/new-supply.yaml',
    'fee: { vi: Không thu tiền, en: Free }',
    'fee: { vi: Không thu tiền }',
    'fee',
    'fee.en',
  ],
  ['a day that is none', 'services/new-supply.yaml', '2018-01-01', '2018-02-31', 'validFrom', 'YYYY-MM-DD'],
  ['a limit of nothing', 'services/new-supply.yaml', 'amount: 3', 'amount: 0', 'amount', 'amount'],
  [
    'an unknown calendar of a variant',
    'services/new-supply.yaml',
    'calendar: office',
    'calendar: moon',
    'moon',
    'no calendar moon',
  ],
  [
    'a condition on no field',
    'services/new-supply.yaml',
    'field: area',
    'field: aria',
    'field: aria',
    'no field aria',
  ],
  [
    'a condition nobody meets',
    'services/new-supply.yaml',
    'equals: urban',
    'equals: orban',
    'orban',
    'orban is no answer',
  ],
  [
    'a variant nobody reaches',
    'services/new-supply.yaml',
    ', when: { field: area, equals: urban }',
    '',
    'code: urban, name: { vi: Phường',
    'never chosen',
  ],
  [
    'a field twice',
    'services/new-supply.yaml',
    'documents: []',
    '  - { name: area, type: text, label: { vi: A, en: A }, required: false }\ndocuments: []',
    'type: text',
    'twice',
  ],
  ['options of a text', 'services/new-supply.yaml', 'type: choice', 'type: text', 'options', 'only a choice'],
  [
    'a step of no agency',
    'services/new-supply.yaml',
    step,
    '{ level: agency }',
    'level: agency',
    'names its agency',
  ],
  [
    'a step of an unknown agency',
    'services/new-supply.yaml',
    step,
    '{ level: agency, agency: court }',
    'court',
    'no agency court',
  ],
  [
    'a step of an unknown role',
    'services/new-supply.yaml',
    'role: clerk',
    'role: king',
    'role: king',
    'role',
  ],
  [
    'a step of an unknown variant',
    'services/new-supply.yaml',
    'counted: true',
    'counted: true\n    variants: [urban, rural, lunar]',
    'lunar',
    'no variant lunar',
  ],
  [
    'a step that no answer leads to',
    'services/new-supply.yaml',
    'counted: true',
    'counted: true\n    when: [{ field: area, equals: lunar }]\n    because: { vi: Vì, en: For }',
    'lunar',
    'lunar is no answer',
  ],
  [
    'a step for some that does not say why',
    'services/new-supply.yaml',
    'counted: true',
    'counted: true\n    when: [{ field: area, not: urban }]',
    'code: energise',
    'says why they have it',
  ],
  [
    'a unit below nobody',
    'units/units.yaml',
    'CO1A, kind: district_unit, parent: CO1',
    'CO1A, kind: district_unit, parent: CO9',
    'CO9',
    'no unit CO9',
  ],
  [
    'a unit below its like',
    'units/units.yaml',
    'CO1B, kind: district_unit, parent: CO1',
    'CO1B, kind: district_unit, parent: CO1A',
    'code: CO1B',
    'does not stand below',
  ],
  ['a unit twice', 'units/units.yaml', 'code: CO2A', 'code: CO1A', 'Hai A', 'listed twice'],
  ['a kind of unit that is none', 'units/units.yaml', 'kind: company', 'kind: castle', 'castle', 'kind'],
  [
    'a district of an unknown unit',
    'districts.yaml',
    'unit: CO1B',
    'unit: CO1Z',
    'CO1Z',
    'no district unit CO1Z',
  ],
  [
    'a district served by a company',
    'districts.yaml',
    'unit: CO1B',
    'unit: CO1',
    'District Two',
    'no district unit CO1',
  ],
  [
    'a district of no province',
    'districts.yaml',
    "'102', province: '10'",
    "'102', province: '11'",
    'District Two',
    'no province 11',
  ],
  [
    'a district twice on one day',
    'districts.yaml',
    "code: '102'",
    "code: '101'",
    'District Two',
    'is valid too',
  ],
  ['a province without company', 'districts.yaml', 'company: CO1', 'company: CO7', 'CO7', 'no company CO7'],
  [
    'a holiday twice',
    'calendars/office.yaml',
    'exceptions:\n',
    'exceptions:\n  - { date: 2026-01-01, intervals: [], name: { vi: A, en: A }, source: Code }\n',
    'Tết',
    'listed twice',
  ],
  [
    'a holiday out of reach',
    'calendars/office.yaml',
    'date: 2026',
    'date: 2036',
    '2036',
    'outside the years',
  ],
  [
    'hours that run back',
    'calendars/office.yaml',
    "tue: [['08:00', '17:00']]",
    "tue: [['18:00', '17:00']]",
    'tue',
    'ends after it begins',
  ],
  [
    'a time zone that is none',
    'calendars/office.yaml',
    'Asia/Ho_Chi_Minh',
    'Asia/Atlantis',
    'timezone',
    'no time zone',
  ],
  [
    'an end before the beginning',
    'standards.yaml',
    'validFrom: 2018-01-01',
    'validFrom: 2018-01-01, validTo: 2017-01-01',
    'validTo',
    'ends before it begins',
  ],
  [
    'a setting by an unknown calendar',
    'escalation.yaml',
    'calendar: office',
    'calendar: moon',
    'moon',
    'no calendar moon',
  ],
  ['a pattern its example misses', 'profile.yaml', 'example: C1', 'example: D1', 'pattern', 'does not match'],
  [
    'a corporation that is not there',
    'profile.yaml',
    'corporation: CORP',
    'corporation: CARP',
    'CARP',
    'no corporation CARP',
  ],
  [
    'a merger of an unknown unit',
    'reorganisations.yaml',
    'entries: []\n',
    change('kind: merge, from: [CO9X], into: { code: CO1A }'),
    'CO9X',
    'no unit CO9X',
  ],
  [
    'a split of an unknown district',
    'reorganisations.yaml',
    'entries: []\n',
    change(
      "kind: split, from: CO1A, parts: [{ code: CO1A, districts: [] }, { code: CO1B, districts: ['999'] }]",
    ),
    '999',
    'no district 999',
  ],
  [
    'a change of an unknown kind',
    'reorganisations.yaml',
    'entries: []\n',
    change('kind: vanish'),
    'vanish',
    'kind',
  ],
];

describe('a mistake is named with its file, its line and its reason', () => {
  test.each(mistakes)('%s', async (_, file, from, to, word, reason) => {
    const wrong = text(file).replace(from, to);
    expect(wrong).not.toBe(text(file));
    const result = await read({ [file]: wrong });
    expect(result).toEqual({
      ok: false,
      mistakes: [{ file, line: lineOf(wrong, word), reason: expect.stringContaining(reason) }],
    });
  });

  test('all of them at once, in the order of the files', async () => {
    const result = await read({
      'units/units.yaml': units
        .replace('kind: company', 'kind: castle')
        .replace('parent: CO2,', 'parent: 7,'),
      'calendars/office.yaml': calendar.replace('timezone', 'timezones'),
    });
    expect(result.ok ? [] : result.mistakes.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'calendars/office.yaml:1',
      'calendars/office.yaml:2',
      'units/units.yaml:4',
      'units/units.yaml:8',
    ]);
  });

  test('two services of one code may follow one another, not overlap', async () => {
    const next = service.replace('validFrom: 2018-01-01', 'validFrom: 2020-01-01');
    const ended = service.replace('validFrom: 2018-01-01', 'validFrom: 2018-01-01\nvalidTo: 2019-12-31');
    expect(await read({ 'services/new-supply.yaml': ended, 'services/next.yaml': next })).toMatchObject({
      ok: true,
    });
    expect(await read({ 'services/next.yaml': next })).toMatchObject({
      ok: false,
      mistakes: [
        { file: 'services/next.yaml', line: 1, reason: expect.stringContaining('new-supply.yaml line 1') },
      ],
    });
  });

  test('a file that does not belong there, and one that is missing', async () => {
    expect(await read({ 'notes.yaml': 'a: 1\n', 'profile.yaml': undefined })).toMatchObject({
      ok: false,
      mistakes: [{ file: 'notes.yaml', line: 1 }],
    });
    expect(await read({ 'profile.yaml': undefined })).toMatchObject({
      ok: false,
      mistakes: [{ file: 'profile.yaml', line: 1, reason: expect.stringContaining('missing') }],
    });
  });

  test('a folder that is not there', async () => {
    expect(await readProfile('/nowhere/at/all')).toMatchObject({
      ok: false,
      mistakes: [{ file: 'profile.yaml' }],
    });
  });
});
