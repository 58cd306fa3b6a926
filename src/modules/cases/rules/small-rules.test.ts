import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, searchQuery } from '#platform/fold.ts';
import { newCaseCode, parseCaseCode, showCaseCode } from './code.ts';
import { longestPath } from './longest-path.ts';
import { judgeVisit } from './visits.ts';
import { readDayToCome, readWords } from './words.ts';

describe('the case code', () => {
  test('is read back however it is typed', () => {
    const code = newCaseCode();
    expect(parseCaseCode(` ${showCaseCode(code)} `)).toBe(code);
    expect(parseCaseCode(code.split('').join(' '))).toBe(code);
  });

  test('one wrong digit, or two neighbours swapped, is caught', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const code = newCaseCode();
        const wrong = [...code]
          .map((digit, index) => (index === place ? (Number(digit) + by) % 10 : digit))
          .join('');
        expect(parseCaseCode(wrong)).toBeNull();
      }),
    );
  });
});

describe('folding', () => {
  test.each([
    ['Nguyễn Thị Đào', 'nguyen thi dao'],
    ['Nguyễn'.normalize('NFD'), 'nguyen'],
    ['ẤP 3, XÃ Tân Bình', 'ap 3 xa tan binh'],
    ['Ho.Van@Example.VN.', 'ho.van@example.vn'],
    ["Robert'); DROP TABLE cases;--", 'robert drop table cases'],
  ])('%s is %s', (typed, folded) => expect(fold(typed)).toBe(folded));

  test('a search is words in any order, a phone or a code in groups is one word, nothing is nothing', () => {
    expect(searchQuery('Đào nguyễn')).toBe("'dao':* & 'nguyen':*");
    expect(searchQuery('+84 912 345 678')).toBe("'0912345678':*");
    expect(searchQuery('1234-5678-901')).toBe("'12345678901':*");
    expect(searchQuery('ấp 5 12')).toBe("'ap':* & '5':* & '12':*");
    expect(searchQuery(' -- ')).toBeNull();
  });
});

describe('visits', () => {
  test.each([
    [0, 1, '', { ok: true, ordinal: 1, reason: null, beyondPromise: false }],
    [1, 1, '', { ok: false, reason: 'second_visit_needs_reason' }],
    [1, 1, 'Khách quên giấy tờ', { ok: true, ordinal: 2, reason: 'Khách quên giấy tờ', beyondPromise: true }],
    [0, 0, '   ', { ok: false, reason: 'second_visit_needs_reason' }],
    [0, 0, 'Khách muốn gặp', { ok: true, ordinal: 1, reason: 'Khách muốn gặp', beyondPromise: true }],
  ])('after %i of %i promised, reason "%s"', (soFar, promised, reason, verdict) =>
    expect(judgeVisit(soFar, promised, reason)).toEqual(verdict),
  );
});

describe('what is typed', () => {
  test('words are trimmed, brought to one form, and limited', () => {
    expect(readWords(' Đủ '.normalize('NFD'))).toEqual({ ok: true, words: 'Đủ' });
    expect(readWords('  ')).toEqual({ ok: false, reason: 'text_needed' });
    expect(readWords('x'.repeat(4001))).toEqual({ ok: false, reason: 'text_too_long' });
  });

  test.each([
    ['2026-03-05', '2026-03-04T16:59:00Z', '2026-03-05'], // 23:59 on the fourth in Viet Nam
    ['2026-03-05', '2026-03-04T17:01:00Z', null], // 00:01 on the fifth
    ['2026-02-31', '2026-01-01T00:00:00Z', null],
    ['mai', '2026-01-01T00:00:00Z', null],
  ])('a day to come: %s seen at %s', (typed, now, day) =>
    expect(readDayToCome(typed, new Date(now))).toBe(day),
  );
});

describe('the longest way through the steps', () => {
  const step = (code: string, days: number, after: string[] | null = null) => ({ code, days, after });
  test.each([
    ['one after the other', [step('a', 2), step('b', 3)], 5],
    [
      'side by side counts once',
      [step('a', 2, []), step('b', 5, ['a']), step('c', 7, ['a']), step('d', 6, ['b', 'c'])],
      15,
    ],
    ['a step without a limit takes none', [step('a', 2, []), step('b', 0, ['a']), step('c', 1, ['b'])], 3],
    ['no steps', [], 0],
  ])('%s', (_, steps, days) => expect(longestPath(steps)).toBe(days));
});
