import { parsePhone } from '#platform/phone.ts';

export const callerKinds = ['known', 'foreign', 'short', 'withheld', 'unreadable'] as const;
export type CallerKind = (typeof callerKinds)[number];
/** `number` is E.164 where it is a whole number, the digits alone where it is short, null where there is none. */
export type Caller = { kind: CallerKind; number: string | null };

const hidden = /^(|anonymous|private|unknown|restricted|withheld|unavailable|blocked|-|0+)$/i;

/** Who calls, from whatever a switchboard sends: a number in any form, a SIP address, the word "anonymous", nothing. */
export function readCaller(given: string): Caller {
  const plain = given
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^(sips?|tel):/i, '')
    .replace(/[@;].*$/s, '')
    .trim();
  if (hidden.test(plain)) return { kind: 'withheld', number: null };
  const phone = parsePhone(plain.replace(/^00/, '+'));
  if (phone) return { kind: phone.startsWith('+84') ? 'known' : 'foreign', number: phone };
  const digits = plain.replace(/[\s.()-]/g, '');
  if (/^[0-9*#]{2,8}$/.test(digits)) return { kind: 'short', number: digits };
  if (/^\+[0-9]{7,15}$/.test(digits)) return { kind: 'foreign', number: digits };
  return { kind: 'unreadable', number: null };
}
