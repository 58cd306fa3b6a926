import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { parsePhone } from './phone.ts';

test.each([
  ['0912345678'],
  ['0912 345 678'],
  ['0912.345.678'],
  ['0912-345-678'],
  ['912345678'],
  ['84912345678'],
  ['+84912345678'],
  ['+84 (0) 912 345 678'],
  ['0084 912 345 678'],
  [' 0912\u00a0345\u00a0678 '],
])('%s is one phone', (typed) => expect(parsePhone(typed)).toBe('+84912345678'));

test.each([
  ['0120', '070'],
  ['0121', '079'],
  ['0122', '077'],
  ['0123', '083'],
  ['0124', '084'],
  ['0125', '085'],
  ['0126', '076'],
  ['0127', '081'],
  ['0128', '078'],
  ['0129', '082'],
  ['0162', '032'],
  ['0163', '033'],
  ['0164', '034'],
  ['0165', '035'],
  ['0166', '036'],
  ['0167', '037'],
  ['0168', '038'],
  ['0169', '039'],
  ['0186', '056'],
  ['0188', '058'],
  ['0199', '059'],
])('%s of eleven digits became %s', (old, today) => {
  const now = parsePhone(`${today}2345678`);
  expect(now).toBe(`+84${today.slice(1)}2345678`);
  for (const typed of [`${old}2345678`, `+84${old.slice(1)} 234 5678`, `84${old.slice(1)}2345678`])
    expect(parsePhone(typed), typed).toBe(now);
});

test.each([
  ['02763822222', '+842763822222'],
  ['(0276) 3822 222', '+842763822222'],
  ['19001006', '+8419001006'],
  ['+1 202 555 0143', '+12025550143'],
])('%s is no mobile, and stays what it is', (typed, phone) => expect(parsePhone(typed)).toBe(phone));

test.each(['', '0', '01302345678', '0912', '09123456789', 'không có', '12/3 ấp Long Thới', '0612345678'])(
  '“%s” is no phone',
  (typed) => expect(parsePhone(typed)).toBeNull(),
);

test('the short way knows no number that the whole plan does not', () => {
  for (let prefix = 30; prefix < 100; prefix++) {
    const typed = `0${prefix}2345678`;
    const whole = parsePhoneNumberFromString(typed, 'VN');
    expect(parsePhone(typed), typed).toBe(whole?.isValid() ? whole.number : null);
  }
});
