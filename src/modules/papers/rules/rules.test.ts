import { describe, expect, test } from 'vitest';
import type { PaperTemplate } from '#modules/catalogue/index.ts';
import { fillTemplate } from './fill-template.ts';
import { maySign, stateAfter } from './paper-state.ts';
import { type Field, readFields, sayField } from './read-fields.ts';

describe('whose turn it is', () => {
  test.each([
    [['customer', 'unit'], [], 'waits_customer'],
    [['customer', 'unit'], ['customer'], 'waits_unit'],
    [['customer', 'unit'], ['customer', 'unit'], 'complete'],
    [['unit'], [], 'waits_unit'],
    [['unit'], ['unit'], 'complete'],
  ] as const)('signers %j, signed %j: %s', (signers, signed, state) =>
    expect(stateAfter(signers, signed)).toBe(state),
  );

  test.each([
    ['waits_customer', 'customer', 'ok'],
    ['waits_customer', 'unit', 'paper_waits_customer'],
    ['waits_unit', 'customer', 'paper_signed_already'],
    ['waits_unit', 'unit', 'ok'],
    ['complete', 'customer', 'paper_complete'],
    ['complete', 'unit', 'paper_complete'],
    ['void', 'customer', 'paper_void'],
    ['void', 'unit', 'paper_void'],
  ] as const)('%s, the %s: %s', (state, party, answer) => {
    const judged = maySign(state, party, ['customer', 'unit']);
    expect(judged.ok ? 'ok' : judged.reason).toBe(answer);
  });

  test('a paper of the unit alone waits for no customer', () => {
    expect(maySign('waits_unit', 'customer', ['unit'])).toEqual({
      ok: false,
      reason: 'paper_needs_no_customer',
    });
  });
});

const text = (vi: string) => ({ vi, en: vi });
const fields: Field[] = [
  { name: 'power', type: 'number', label: text('Công suất'), required: true, min: 1, max: 1e6 },
  { name: 'day', type: 'date', label: text('Ngày'), required: false },
  { name: 'sealed', type: 'yes_no', label: text('Niêm chì'), required: false },
  { name: 'note', type: 'text', label: text('Ghi chú'), required: false },
  {
    name: 'line',
    type: 'choice',
    label: text('Đường dây'),
    required: false,
    options: [
      { value: 'over', label: text('Trên không') },
      { value: 'under', label: text('Cáp ngầm') },
    ],
  },
];

describe('what a clerk types', () => {
  test.each([
    [{ power: '5,5' }, {}],
    [{ power: '' }, { power: 'field_missing' }],
    [{ power: 'năm' }, { power: 'field_no_number' }],
    [{ power: '1e9' }, { power: 'field_no_number' }],
    [{ power: '0' }, { power: 'field_out_of_range' }],
    [{ power: '5', day: '2026-02-30' }, { day: 'field_no_day' }],
    [{ power: '5', line: 'air' }, { line: 'field_no_choice' }],
    [{ power: '5', sealed: 'maybe' }, { sealed: 'field_no_choice' }],
    [{ power: '5', note: 'x'.repeat(501) }, { note: 'field_too_long' }],
  ])('%o: %o', (typed, faults) => expect(readFields(fields, typed).faults).toEqual(faults));

  test('is written as a Vietnamese paper writes it', () => {
    const said = (name: string, value: string) =>
      fields.filter((field) => field.name === name).map((field) => sayField(field, value))[0];
    expect(said('power', '1234.5')).toBe('1.234,5');
    expect(said('day', '2026-03-05')).toBe('05/03/2026');
    expect(said('sealed', 'no')).toBe('Không');
    expect(said('line', 'under')).toBe('Cáp ngầm');
    expect(said('note', '')).toBe('');
  });
});

test('braces in what somebody typed stay what they are; a row that nobody filled is left out', () => {
  const template: PaperTemplate = {
    code: 'mau',
    kind: 'survey-minutes',
    groups: ['supply'],
    name: text('Biên bản'),
    symbol: 'BB',
    blocks: [
      { heading: '1. {unit}' },
      { text: 'Cho {customer_name}.' },
      {
        facts: [
          { label: 'Ghi chú', value: '{note}' },
          { label: 'Ngày', value: '{day}' },
        ],
      },
    ],
    fields,
    signers: [{ party: 'unit', as: 'Điện lực' }],
    source: 'for tests',
    validFrom: '2018-01-01',
  };
  const content = { facts: { unit: 'U', customer_name: '{note} $&' }, fields: { note: '{unit}' } };
  expect(fillTemplate(template, content)).toEqual([
    { kind: 'heading', text: '1. U' },
    { kind: 'paragraph', text: 'Cho {note} $&.', italic: false },
    { kind: 'facts', rows: [{ label: 'Ghi chú', value: '{unit}' }] },
  ]);
});
