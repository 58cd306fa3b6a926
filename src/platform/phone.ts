import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { renewMobile } from './old-mobile-prefixes.ts';

/** Most numbers are this; knowing it spares the library's whole plan of the world, which an import would feel. */
const plainMobile = /^(?:\+84|0)((?:3[2-9]|7[06-9]|8[1-5]|9[0-46-8])\d{7})$/;

/** +84912345678 however it was typed in Vietnam, with a prefix of today or from before 2018; null when it can be no phone. */
export function parsePhone(typed: string): string | null {
  const plain = plainMobile.exec(typed.replace(/[\s.-]/g, ''));
  if (plain) return `+84${plain[1]}`;
  const phone = parsePhoneNumberFromString(renewMobile(typed), 'VN');
  return phone?.isValid() ? phone.number : null;
}

/** As people write it: 0912 345 678. */
export const showPhone = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.formatNational() ?? phone;

/** The digits people search by: 0912345678. */
export const phoneDigits = (phone: string): string => showPhone(phone).replace(/\D/g, '');
