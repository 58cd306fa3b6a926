import { randomInt } from 'node:crypto';

/** A case code: ten random digits and a check digit (ISO/IEC 7064, MOD 11,10), so that a slip on the phone is caught. */
export function newCaseCode(): string {
  const digits = Array.from({ length: 10 }, () => randomInt(10)).join('');
  return digits + checkDigit(digits);
}

function checkDigit(digits: string): number {
  const rest = [...digits].reduce((carry, digit) => {
    const sum = (carry + Number(digit)) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return (11 - rest) % 10;
}

/** The eleven digits of a code however it was typed, or null when its check digit does not fit. */
export function parseCaseCode(typed: string): string | null {
  const digits = typed.replace(/\D/g, '');
  return digits.length === 11 && checkDigit(digits.slice(0, 10)) === Number(digits[10]) ? digits : null;
}

/** The codes that a text names, grouped or not; a number whose check digit does not fit is none. */
export function findCaseCodes(text: string): string[] {
  const groups = text.match(/(?<![\d-])(?:\d{11}|\d{4}-\d{4}-\d{3})(?![\d-])/g) ?? [];
  return [...new Set(groups.flatMap((typed) => parseCaseCode(typed) ?? []))];
}

/** As it is read aloud and printed: 1234-5678-901. */
export const showCaseCode = (code: string): string =>
  `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
