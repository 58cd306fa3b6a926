import { relatedCases } from '#modules/cases/index.ts';
import { listServices, type ServiceVersion } from '#modules/catalogue/index.ts';
import {
  type Customer,
  findCustomer,
  findCustomersByPhone,
  readCustomerFile,
} from '#modules/customers/index.ts';
import { type Actor, findUnit, type Unit } from '#modules/organisation/index.ts';
import { todayOf } from '#platform/clock.ts';
import { parsePhone } from '#platform/phone.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { guess } from '../../guess.ts';
import { type CallRow, listEarlierCalls, readCall, readOutcome } from '../queries.ts';
import { unitLabel } from '../rules/find-unit.ts';
import { followGuess, type Suggestions } from '../rules/suggest.ts';
import type { PhoneDeps } from '../tell-of-call.ts';
import { unitsForCases } from '../units-for-cases.ts';

export type Typed = Record<string, string>;
export type Asked = {
  callId: string | null;
  /** Whom the address names, where there is no call or the agent chose one. */
  customerCode: string;
  /** E.164 or as typed; the call's own number where there is one. */
  phone: string;
  language: 'vi' | 'en';
};

/** Everything that the desk shows before anything is typed; undefined for a call that is not there for this person. */
export async function readDesk(deps: PhoneDeps, actor: Actor, asked: Asked) {
  const today = todayOf(deps.clock);
  return inScope(deps.db, actor.scope, async (trx) => {
    const call = asked.callId ? await readCall(trx, asked.callId) : null;
    if (call === undefined) return undefined;
    const phone = call ? call.caller : parsePhone(asked.phone);
    const candidates = await findCandidates(trx, phone, asked.customerCode);
    const chosen = candidates.find(({ code }) => code === asked.customerCode) ?? only(candidates);
    const about = chosen ? [chosen] : candidates;
    return {
      call,
      outcome: call ? await readOutcome(trx, call.id) : undefined,
      phone,
      candidates,
      chosen,
      file: chosen && (await readCustomerFile(trx, chosen.code)),
      related: await relatedCases(trx, {
        phone: call && call.caller_kind !== 'known' && call.caller_kind !== 'foreign' ? null : phone,
        customerCodes: about.map(({ code }) => code),
        address: chosen?.address ?? '',
      }),
      earlier: phone ? await listEarlierCalls(trx, phone, call?.id ?? null) : [],
      services: await listServices(trx, today),
      units: await unitsForCases(trx),
    };
  });
}

export type Desk = NonNullable<Awaited<ReturnType<typeof readDesk>>>;

const only = (customers: readonly Customer[]): Customer | null =>
  customers.length === 1 ? (customers[0] ?? null) : null;

async function findCandidates(trx: Trx, phone: string | null, code: string): Promise<Customer[]> {
  const named = code ? await findCustomer(trx, code) : undefined;
  const byPhone = phone ? await findCustomersByPhone(trx, phone) : [];
  return named && !byPhone.some((customer) => customer.code === named.code) ? [named, ...byPhone] : byPhone;
}

/** What the form holds after guessing: what somebody wrote stays, the rest follows what they said and who they are. */
export async function guessInto(deps: PhoneDeps, actor: Actor, typed: Typed, language: 'vi' | 'en') {
  const customer = await inScope(deps.db, actor.scope, async (trx) =>
    typed.customer ? findCustomer(trx, typed.customer) : undefined,
  );
  const guessed: Partial<Suggestions> = customer ? { name: customer.name, address: customer.address } : {};
  const said = [typed.said, typed.address].filter(Boolean).join(' ').trim();
  // The guess looks at all customers to place a code; only the unit and the service come back from it.
  await inScope(deps.db, systemScope, async (trx) => {
    const customerCode = customer?.code ?? null;
    const today = todayOf(deps.clock);
    // Before anything is said there is nothing to guess from, and the screen must be there within half a second.
    const found =
      said === '' ? undefined : await guess(trx, { text: said, customerCode, phone: null }, today);
    if (found?.sure.service) guessed.service = found.service.definition.code;
    const unit = found?.sure.unit ? found.unit : await ownUnit(trx, customer?.unitCode ?? actor.unitCode);
    if (unit) guessed.unit = unitLabel(unit, language);
  });
  return followGuess(typed, guessed);
}

/** The customer's unit, else that of the clerk who takes the call; an agent of the care centre has none to offer. */
async function ownUnit(trx: Trx, code: string | null): Promise<Unit | undefined> {
  const unit = code ? await findUnit(trx, code) : undefined;
  return unit?.kind === 'district_unit' && unit.validTo === null ? unit : undefined;
}

export const chosenService = (
  services: readonly ServiceVersion[],
  typed: Typed,
): ServiceVersion | undefined => services.find(({ definition }) => definition.code === typed.service);

/** The number to call back, as the form first shows it. */
export const callBackNumber = (call: CallRow | null, phone: string | null): string =>
  call && call.caller_kind === 'short' ? '' : (phone ?? '');
