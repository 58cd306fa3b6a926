import type { Utility } from '#modules/catalogue/index.ts';
import { type Customer, findCustomer } from '#modules/customers/index.ts';
import {
  findUnit,
  listSuccessors,
  type Unit,
  unitOfCustomerCode,
  unitPartOf,
} from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Reason } from '#platform/refused.ts';
import { fill, type Text } from '#platform/text.ts';
import { type IntakeReason, intakeReasons } from './reasons.ts';

export type Served = { ok: true; unit: Unit } | { ok: false; reason: Reason };

/** A customer code as it is kept, however it was typed. */
export const plainCode = (typed: string): string => typed.replace(/[\s.-]/g, '').toUpperCase();

/** Undefined where a code is shaped as the utility's codes are. */
export const wrongShape = ({ customerCode: { pattern, hint } }: Utility, code: string): Reason | undefined =>
  new RegExp(pattern).test(code) ? undefined : because('customer_code_shape', { hint });

/**
 * The unit that serves a customer today, by their file, else by their code: a unit may know a code whose customer was not
 * imported yet. Where the unit closed it is the one that took it over; where several did, they are named. `trx` must see the
 * customers (the system's scope).
 */
export async function unitOfCustomer(trx: Trx, utility: Utility, who: Customer | string): Promise<Served> {
  const shape = typeof who === 'string' ? wrongShape(utility, who) : undefined;
  if (shape) return { ok: false, reason: shape };
  const file = typeof who === 'string' ? await findCustomer(trx, who) : who;
  const first = file ? await findUnit(trx, file.unitCode) : await unitOfCode(trx, String(who));
  if (first) return follow(trx, first);
  const unit = unitPartOf(file?.code ?? String(who));
  return { ok: false, reason: because('customer_code_unknown', { unit: { vi: unit, en: unit } }) };
}

async function unitOfCode(trx: Trx, code: string): Promise<Unit | undefined> {
  const found = await unitOfCustomerCode(trx, code);
  return 'unit' in found ? found.unit : undefined;
}

/** From a closed unit to the one that took it over, and on, while there is exactly one. */
async function follow(trx: Trx, first: Unit): Promise<Served> {
  const passed = new Set<string>();
  for (let unit = first; ; ) {
    if (unit.validTo === null) return { ok: true, unit };
    passed.add(unit.code);
    const successors = await listSuccessors(trx, unit.code);
    const [next] = successors;
    if (!next || successors.length > 1 || passed.has(next.code)) return closed(unit, successors);
    unit = next;
  }
}

function closed(unit: Unit, successors: readonly Unit[]): Served {
  const named = (language: keyof Text) =>
    successors.map(({ name, code }) => `${name[language]} (${code})`).join(', ');
  const facts = { unit: unit.name, successors: { vi: named('vi'), en: named('en') } };
  return { ok: false, reason: because('unit_closed', facts) };
}

/** A reason with facts that differ by language. */
function because(code: IntakeReason, facts: Record<string, Text>): Reason {
  const reason = intakeReasons[code];
  const said = (language: keyof Text) =>
    fill(
      reason[language],
      Object.fromEntries(Object.entries(facts).map(([name, text]) => [name, text[language]])),
    );
  return { ...reason, vi: said('vi'), en: said('en') };
}
