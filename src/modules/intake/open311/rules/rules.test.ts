import { describe, expect, test } from 'vitest';
import { serviceSchema } from '#modules/catalogue/definition.ts';
import { aService } from '#test/a-utility.ts';
import { toXml } from '../xml.ts';
import { attributesOf, readAttributes } from './attributes.ts';
import { readFilter } from './read-filter.ts';
import { readSent } from './read-sent.ts';
import { namedRequestId, unnamedRequestIds } from './request-id.ts';

const label = { vi: 'Câu hỏi', en: 'Question' };
const field = (name: string, type: string, required = false) => ({ name, type, label, required });
const definition = serviceSchema.parse({
  ...aService,
  fields: [
    ...aService.fields,
    field('power', 'number'),
    field('day', 'date'),
    field('again', 'yes_no'),
    field('words', 'text'),
  ],
});

describe('attributes', () => {
  test('are the service’s questions in order, each with its kind and its values', () => {
    const asked = attributesOf(definition, 'en');
    expect(asked.map(({ order, code, datatype }) => [order, code, datatype])).toEqual([
      [1, 'area', 'singlevaluelist'],
      [2, 'power', 'number'],
      [3, 'day', 'datetime'],
      [4, 'again', 'singlevaluelist'],
      [5, 'words', 'text'],
    ]);
    expect(asked[3]).toMatchObject({
      values: [
        { key: 'yes', name: 'Yes' },
        { key: 'no', name: 'No' },
      ],
    });
    expect(asked[1]).not.toHaveProperty('values');
  });

  test.each([
    [{ 'attribute[power]': '1.250' }, { power: '1.25' }],
    [{ 'attribute[power]': '1.2' }, { power: '1.2' }],
    [{ 'attribute[power]': '1250' }, { power: '1250' }],
    [{ 'attribute[power][]': '3' }, { power: '3' }],
    [{ 'attribute[power][0]': '3' }, { power: '3' }],
    [{ 'attribute[day]': '2026-03-05' }, { day: '2026-03-05' }],
    [{ 'attribute[day]': '2026-03-05T20:00:00Z' }, { day: '2026-03-06' }],
    [{ description: 'kể' }, { words: 'kể' }],
    [{ description: 'kể', 'attribute[words]': 'khác' }, { words: 'khác' }],
  ])('%j is read as %j', (sent, details) => {
    const read = readAttributes(definition, readSent({ 'attribute[area]': 'rural', ...sent }));
    expect(read).toEqual({ details: { area: 'rural', ...details }, faults: {} });
  });

  test.each([
    [{}, { 'attribute[area]': 'choose_one' }],
    [{ 'attribute[area]': 'sea' }, { 'attribute[area]': 'choose_one' }],
    [{ 'attribute[area][]': ['rural', 'urban'] }, { 'attribute[area]': 'sent_twice' }],
    [{ 'attribute[area]': 'rural', 'attribute[power]': 'much' }, { 'attribute[power]': 'number_needed' }],
    [
      { 'attribute[area]': 'rural', 'attribute[day]': '2026-02-31T00:00' },
      { 'attribute[day]': 'date_needed' },
    ],
    [{ 'attribute[area]': 'rural', 'attribute[x]': '1' }, { 'attribute[x]': 'attribute_unknown' }],
  ])('%j is refused', (sent, faults) => {
    const read = readAttributes(definition, readSent(sent)).faults;
    expect(Object.fromEntries(Object.entries(read).map(([name, { reason }]) => [name, reason]))).toEqual(
      faults,
    );
  });
});

describe('a filter', () => {
  const now = new Date('2026-03-04T02:00:00Z');
  const spanOf = (sent: object) => {
    const { filter, faults } = readFilter(readSent(sent), now);
    if ('codes' in filter) throw new Error('codes');
    return [filter.from.toISOString().slice(0, 10), filter.to.toISOString().slice(0, 10), faults];
  };
  test.each([
    [{}, '2025-12-04', '2026-03-04'],
    [{ start_date: '2026-01-01T00:00:00Z' }, '2026-01-01', '2026-04-01'],
    [{ end_date: '2026-01-01T00:00:00Z' }, '2025-10-03', '2026-01-01'],
    [{ start_date: '2026-01-02T00:00:00 07:00', end_date: '2026-01-03T00:00Z' }, '2026-01-01', '2026-01-03'],
  ])('%j spans %s to %s', (sent, from, to) => expect(spanOf(sent)).toEqual([from, to, {}]));
});

test('one notice has one id in its minute, whatever order its fields came in; the next minute knows the one before', () => {
  const at = (time: string) => new Date(`2026-03-04T02:00:${time}Z`);
  const ids = unnamedRequestIds('k', readSent({ a: '1', b: '2' }), at('01'));
  expect(ids.now).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(unnamedRequestIds('k', readSent({ b: '2', a: '1', api_key: 'x' }), at('59'))).toEqual(ids);
  expect(unnamedRequestIds('k', readSent({ a: '1', b: '2' }), new Date('2026-03-04T02:01:00Z')).before).toBe(
    ids.now,
  );
  expect(namedRequestId('k', 'x')).not.toBe(namedRequestId('l', 'x'));
});

test('XML is its JSON with names; an empty list and nothing are empty elements', () =>
  expect(toXml('services', [{ a: null, b: '<&>\u0001', values: [], c: true }]).replace(/\n\s*/g, '')).toBe(
    '<?xml version="1.0" encoding="utf-8"?><services><service><a/><b>&lt;&amp;&gt;</b><values/><c>true</c></service></services>',
  ));
