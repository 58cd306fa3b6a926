import { readUtility } from '#modules/catalogue/index.ts';
import { listDistricts, unitOfDistrict } from '#modules/organisation/index.ts';
import { parsePhone } from '#platform/phone.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope, systemScope } from '#platform/postgres/in-scope.ts';
import { type Facts, type Reason, type Refused, refuse } from '#platform/refused.ts';
import type { Draft } from './draft.ts';
import { type IntakeReason, intakeReasons } from './reasons.ts';
import type { Answers } from './rules/pages.ts';
import { readAnswer } from './rules/read-answer.ts';
import { plainCode, unitOfCustomer } from './unit-of-customer.ts';

type Fields = Record<string, string>;

/** Refuses one input, or several, each with its own reason. */
export const refuseFields = (fields: Record<string, IntakeReason>, facts: Facts = {}): Refused => {
  const reasons: Record<string, Reason> = Object.fromEntries(
    Object.entries(fields).map(([name, code]) => [name, intakeReasons[code]]),
  );
  return refuse(Object.values(reasons)[0] ?? intakeReasons.answer_needed, facts, reasons);
};

/** Where: by the customer code, else by province. Returns the answers that change; throws what the customer must mend. */
export async function answerPlace(db: Database, typed: Fields, today: string): Promise<Answers> {
  const code = plainCode(typed.customer_code ?? '');
  const province = typed.province ?? '';
  if (code === '') {
    if (province === '') throw refuseFields({ customer_code: 'place_needed' });
    return { customer_code: '', province, district: '', unit: '' };
  }
  // Of the customer's file only the unit leaves this transaction.
  const served = await inScope(db, systemScope, async (trx) =>
    unitOfCustomer(trx, await readUtility(trx, today), code),
  );
  if (!served.ok) throw refuse(served.reason, {}, { customer_code: served.reason });
  return { customer_code: code, province: '', district: '', unit: served.unit.code };
}

export async function answerDistrict(
  db: Database,
  draft: Draft,
  typed: Fields,
  today: string,
): Promise<Answers> {
  return inScope(db, publicScope, async (trx) => {
    const known = await listDistricts(trx, draft.answers.province ?? '', today);
    const district = known.find(({ code }) => code === typed.district);
    const unit = district && (await unitOfDistrict(trx, district.code, today));
    if (!district || !unit) throw refuseFields({ district: 'district_needed' });
    return { district: district.code, unit: unit.code };
  });
}

export function answerField(draft: Pick<Draft, 'definition'>, name: string, typed: Fields): Answers {
  const field = draft.definition.fields.find((each) => each.name === name);
  if (!field) throw refuse(intakeReasons.draft_gone);
  const key = `field.${name}`;
  const read = readAnswer(field, typed[key] ?? '');
  if (!read.ok) throw refuseFields({ [key]: read.reason }, read.facts);
  return { [key]: read.value };
}

const mail = /^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:.]{2,}$/;

export function answerPerson(typed: Fields): Answers {
  const { wrong, ...person } = readPerson(typed);
  if (Object.keys(wrong).length > 0) throw refuseFields(wrong);
  return person;
}

/** Who asks and where, as it is stored; `wrong` names what cannot be right. */
export function readPerson(typed: Fields) {
  const clean = (name: string) =>
    (typed[name] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 300);
  const [name, address, email, phoneTyped] = [
    clean('name'),
    clean('address'),
    clean('email'),
    clean('phone'),
  ];
  const phone = phoneTyped === '' ? '' : parsePhone(phoneTyped);
  const wrong: Record<string, IntakeReason> = {
    ...(name === '' ? { name: 'name_needed' } : {}),
    ...(phone === null ? { phone: 'phone_wrong' } : {}),
    ...(email !== '' && !mail.test(email) ? { email: 'email_wrong' } : {}),
    ...(phoneTyped === '' && email === '' ? { phone: 'contact_needed' } : {}),
    ...(address === '' ? { address: 'address_needed' } : {}),
  };
  return { name, address, email, phone: phone ?? '', wrong };
}

export function answerContact(draft: Draft, typed: Fields): Answers {
  const kind = typed.contact_kind;
  const fits = (kind === 'phone' && draft.answers.phone) || (kind === 'mail' && draft.answers.email);
  if (!kind || !fits) throw refuseFields({ contact_kind: 'contact_choice' });
  return { contact_kind: kind };
}

/** The contact the customer chose to confirm; null before they did. */
export function chosenContact({ answers }: Draft): { kind: 'phone' | 'mail'; to: string } | null {
  if (answers.contact_kind === 'phone' && answers.phone) return { kind: 'phone', to: answers.phone };
  if (answers.contact_kind === 'mail' && answers.email) return { kind: 'mail', to: answers.email };
  return null;
}

export const isConfirmed = (draft: Draft): boolean => {
  const contact = chosenContact(draft);
  return contact !== null && draft.confirmedContact === `${contact.kind}:${contact.to}`;
};
