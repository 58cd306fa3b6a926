import { readUtility } from '#modules/catalogue/index.ts';
import { findCustomersByPhone } from '#modules/customers/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { fill, type Language } from '#platform/text.ts';
import { guess } from '../guess.ts';
import { unitOfCustomer } from '../unit-of-customer.ts';
import type { Fault } from './failures.ts';
import type { Notice } from './read-notice.ts';
import { texts } from './texts.ts';

export type Placed = { unitCode: string; address: string; customerCode: string | null };

/**
 * Which unit a notice goes to: that of the customer code, of the district in the address, of the customer whom the phone
 * reaches, or the one the utility named for what is unclear. A position alone tells none: there is no map yet. `trx` must see
 * the customers. Nothing of a customer's file enters the case: an application reads that.
 */
export async function placeNotice(
  trx: Trx,
  notice: Notice,
  { today, language }: { today: string; language: Language },
): Promise<Placed | { fault: Record<string, Fault> }> {
  const address = addressOf(notice, language);
  const utility = await readUtility(trx, today);
  if (notice.addressId) {
    const served = await unitOfCustomer(trx, utility, notice.addressId);
    if (!served.ok) return { fault: { address_id: served } };
    return { unitCode: served.unit.code, address, customerCode: notice.addressId };
  }
  const place = await guess(trx, { text: notice.addressString }, today);
  const reached = notice.phone && !place.sure.unit ? await findCustomersByPhone(trx, notice.phone) : [];
  const customer = reached.length === 1 ? reached[0] : undefined;
  const own = customer && (await unitOfCustomer(trx, utility, customer));
  return { unitCode: own?.ok ? own.unit.code : place.unit.code, address, customerCode: null };
}

const addressOf = ({ addressString, addressId, position }: Notice, language: Language): string =>
  addressString ||
  (addressId && fill(texts.by_customer_code[language], { code: addressId })) ||
  (position ? `${position.lat}, ${position.long}` : '');
