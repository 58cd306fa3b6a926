import { readUtility } from '#modules/catalogue/index.ts';
import { findCustomer, findCustomersByPhone } from '#modules/customers/index.ts';
import { unitOfCustomerCode } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { fill, type Language } from '#platform/text.ts';
import { guess } from '../guess.ts';
import type { Fault } from './failures.ts';
import type { Notice } from './read-notice.ts';
import { open311Reasons } from './reasons.ts';
import { texts } from './texts.ts';

export type Placed = { unitCode: string; address: string; customerCode: string | null };

/**
 * Which unit a notice goes to: that of the customer code, of the district in the address, of the customer whom the phone
 * reaches, or the one the utility named for what is unclear. A position alone tells none: there is no map yet. Null: the
 * code is nobody's. `trx` must see the customers. Nothing of a customer's file enters the case: an application reads that.
 */
export async function placeNotice(
  trx: Trx,
  notice: Notice,
  { today, language }: { today: string; language: Language },
): Promise<Placed | { fault: Record<string, Fault> }> {
  const coded = notice.addressId ? await ofCode(trx, notice.addressId, today) : null;
  if (coded === undefined) return { fault: { address_id: { reason: open311Reasons.address_unknown } } };
  if (coded) return { ...coded, address: addressOf(notice, language) };
  const place = await guess(trx, { text: notice.addressString }, today);
  const reached = notice.phone ? await findCustomersByPhone(trx, notice.phone) : [];
  const customer = reached.length === 1 ? reached[0] : undefined;
  const unitCode = place.sure.unit || !customer ? place.unit.code : customer.unitCode;
  return { unitCode, address: addressOf(notice, language), customerCode: null };
}

/** Undefined: the code is nobody's. A unit may know a code whose customer was not imported yet. */
async function ofCode(trx: Trx, code: string, today: string) {
  const customer = await findCustomer(trx, code);
  if (customer) return { unitCode: customer.unitCode, customerCode: code };
  const shape = new RegExp((await readUtility(trx, today)).customerCode.pattern);
  const found = shape.test(code) ? await unitOfCustomerCode(trx, code) : undefined;
  return found?.ok ? { unitCode: found.unit.code, customerCode: code } : undefined;
}

const addressOf = ({ addressString, addressId, position }: Notice, language: Language): string =>
  addressString ||
  (addressId && fill(texts.by_customer_code[language], { code: addressId })) ||
  (position ? `${position.lat}, ${position.long}` : '');
