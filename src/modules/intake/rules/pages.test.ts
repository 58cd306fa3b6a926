import { describe, expect, test } from 'vitest';
import { serviceSchema } from '#modules/catalogue/definition.ts';
import { aService } from '#test/a-utility.ts';
import { firstOpen, pagesOf, type Standing, slugOf } from './pages.ts';
import { readAnswer } from './read-answer.ts';

const definition = serviceSchema.parse(aService);
const nothing: Standing = { answers: {}, documents: [], confirmed: false };
const slug = (standing: Partial<Standing>) => slugOf(firstOpen(definition, { ...nothing, ...standing }));
const place = { province: '72', unit: 'U1' };
const person = { name: 'A', address: 'B', phone: '+84912345678' };

describe('which page comes', () => {
  test.each([
    [{}, 'noi-can-dien'],
    [{ answers: { province: '72' } }, 'quan-huyen'],
    [{ answers: { customer_code: 'PB05080012345' } }, 'hoi-area'],
    [{ answers: place }, 'hoi-area'],
    [{ answers: { ...place, 'field.area': 'rural' } }, 'giay-to'],
    [{ answers: { ...place, 'field.area': 'rural', documents_seen: 'later' } }, 'nguoi-yeu-cau'],
    [{ answers: { ...place, 'field.area': 'rural' }, documents: [{ kind: 'identity' }] }, 'nguoi-yeu-cau'],
    [{ answers: { ...place, ...person, 'field.area': 'rural', documents_seen: 'later' } }, 'xac-nhan'],
    [
      {
        answers: {
          ...place,
          ...person,
          'field.area': 'rural',
          documents_seen: 'later',
          contact_kind: 'phone',
        },
      },
      'ma-xac-nhan',
    ],
    [
      { answers: { ...place, ...person, 'field.area': 'rural', documents_seen: 'later' }, confirmed: true },
      'kiem-tra',
    ],
  ])('%o: %s', (standing, page) => expect(slug(standing)).toBe(page));

  test('a customer code makes the question for the district needless', () =>
    expect(pagesOf(definition, { customer_code: 'x' }).map(slugOf)).not.toContain('quan-huyen'));
});

describe('answers', () => {
  const field = (change: object) => ({
    name: 'x',
    type: 'text' as const,
    label: { vi: '', en: '' },
    required: true,
    ...change,
  });
  test.each([
    [field({}), ' ', { ok: false, reason: 'answer_needed' }],
    [field({ required: false }), ' ', { ok: true, value: '' }],
    [field({ type: 'number', min: 1, max: 2000 }), '1.200', { ok: true, value: '1200' }],
    [field({ type: 'number' }), '2,5', { ok: true, value: '2.5' }],
    [field({ type: 'number', min: 1 }), '0', { ok: false, reason: 'number_too_small', facts: { min: 1 } }],
    [field({ type: 'number' }), 'năm', { ok: false, reason: 'number_needed' }],
    [field({ type: 'date' }), '5/3/2026', { ok: true, value: '2026-03-05' }],
    [field({ type: 'date' }), '31/02/2026', { ok: false, reason: 'date_needed' }],
    [field({ type: 'yes_no' }), 'maybe', { ok: false, reason: 'choose_one' }],
    [
      field({ type: 'choice', options: [{ value: 'a', label: { vi: '', en: '' } }] }),
      'b',
      { ok: false, reason: 'choose_one' },
    ],
  ])('%o from "%s"', (asked, typed, read) => expect(readAnswer(asked, typed)).toEqual(read));
});
