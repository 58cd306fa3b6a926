import { parsePhone } from '#platform/phone.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { asCustomer, type Customer } from './find-customers.ts';
import { customersByCode, customersByEmail, customersByPhone, customersByWords } from './queries.ts';
import { readTyped, saysAll } from './rules/words.ts';

/**
 * Customers by whatever was typed: words of name and address in any order, whole or begun, with or without diacritics; a
 * telephone, an address of mail, (the beginning of) a customer's or a meter point's code. Where more than `limit` fit, some of
 * them: nobody reads thousands of Nguyễn, and to put them in order would mean to read them all.
 */
export async function searchCustomers(trx: Trx, typed: string, limit: number): Promise<Customer[]> {
  const asked = readTyped(typed);
  if (asked.by === 'nothing') return [];
  if (asked.by === 'email') return (await customersByEmail(trx, asked.email, limit)).map(asCustomer);
  if (asked.by === 'code') return (await customersByCode(trx, asked.code, limit)).map(asCustomer);
  if (asked.by === 'words') return searchWords(trx, asked.words, limit);
  const phone = parsePhone(asked.digits);
  const reached = phone ? (await customersByPhone(trx, phone, limit)).map(asCustomer) : [];
  return reached.filter(({ name, address }) => saysAll([name, address], asked.words));
}

/** Whoever is called so comes before whoever lives in a street of that name. */
async function searchWords(trx: Trx, words: readonly string[], limit: number): Promise<Customer[]> {
  const found = (await customersByWords(trx, words, limit)).map(asCustomer);
  const named = (one: Customer) => Number(saysAll([one.name], words));
  return found.toSorted((a, b) => named(b) - named(a));
}
