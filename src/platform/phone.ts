import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** +84912345678 however it was typed in Vietnam, or null when it can be no phone. */
export function parsePhone(typed: string): string | null {
  const phone = parsePhoneNumberFromString(typed, 'VN');
  return phone?.isValid() ? phone.number : null;
}

/** As people write it: 0912 345 678. */
export const showPhone = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.formatNational() ?? phone;

/** The digits people search by: 0912345678. */
export const phoneDigits = (phone: string): string => showPhone(phone).replace(/\D/g, '');
