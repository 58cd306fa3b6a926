import type { ServiceVersion } from '#modules/catalogue/index.ts';
import { type Facts, filled, type Reason, refuse } from '#platform/refused.ts';
import { readPerson } from './answer-page.ts';
import type { Known } from './known.ts';
import { type IntakeReason, intakeReasons } from './reasons.ts';
import { type Given, readDetails } from './rules/read-details.ts';
import { plainCode, type Served, wrongShape } from './unit-of-customer.ts';

export type NoticeToRead = {
  service: string;
  details: Given;
  customer: {
    name: string;
    phone?: string | undefined;
    email?: string | undefined;
    customerCode?: string | undefined;
  };
  address: string;
  unit?: string | undefined;
  district?: string | undefined;
  documents: readonly { kind: string }[];
};
export type ReadNotice = {
  version: ServiceVersion;
  details: Record<string, string>;
  customer: {
    name: string;
    phone: string | null;
    email: string | null;
    address: string;
    customerCode: string | null;
  };
  /** null: nothing that was said tells it; it must be guessed. */
  unitCode: string | null;
  missingDocuments: string[];
};

type UnitOf = (customerCode: string) => Promise<Served>;

/** Judges all of a notice that came whole, as the web door judges it page by page. Refuses every wrong place at once, by its JSON pointer. */
export async function readNotice(known: Known, notice: NoticeToRead, unitOf: UnitOf): Promise<ReadNotice> {
  const wrong: Record<string, Reason> = {};
  const blame = (pointer: string, code: IntakeReason, facts: Facts = {}) => {
    wrong[pointer] = filled(intakeReasons[code], facts);
  };
  const version = known.services.get(notice.service);
  if (!version) blame('/service', 'service_not_offered');
  const { details, wrong: wrongDetails } = version
    ? readDetails(version.definition, notice.details)
    : { details: {}, wrong: {} };
  for (const [name, { reason, facts }] of Object.entries(wrongDetails))
    blame(`/details/${name}`, reason, facts);
  const { wrong: wrongPerson, ...person } = readPerson(personOf(notice));
  for (const [name, code] of Object.entries(wrongPerson))
    blame(name === 'address' ? '/address' : `/customer/${name}`, code);
  const customerCode = plainCode(notice.customer.customerCode ?? '') || null;
  const shape = customerCode ? wrongShape(known.utility, customerCode) : undefined;
  const named = placeOf(known, notice, blame);
  const served = named === null && customerCode && !shape ? await unitOf(customerCode) : null;
  const wrongCode = served && !served.ok ? served.reason : shape;
  if (wrongCode) wrong['/customer/customerCode'] = wrongCode;
  const unitCode = served?.ok ? served.unit.code : named;
  const papers = new Set(['other', ...(version?.definition.documents.map(({ code }) => code) ?? [])]);
  for (const [index, { kind }] of notice.documents.entries())
    if (version && !papers.has(kind)) blame(`/documents/${index}/kind`, 'document_unknown');
  if (!version || Object.keys(wrong).length > 0) throw refuse(intakeReasons.notice_wrong, {}, wrong);
  return {
    version,
    details,
    customer: { ...person, phone: person.phone || null, email: person.email || null, customerCode },
    unitCode,
    missingDocuments: missing(version, notice),
  };
}

const personOf = ({ customer, address }: NoticeToRead) => ({
  ...{ name: customer.name, address },
  ...{ phone: customer.phone ?? '', email: customer.email ?? '' },
});

const missing = ({ definition }: ServiceVersion, { documents }: NoticeToRead): string[] =>
  definition.documents
    .filter(({ code, required }) => required && !documents.some(({ kind }) => kind === code))
    .map(({ code }) => code);

/** The unit named, else that of the district; null where neither was said. */
function placeOf(
  known: Known,
  { unit, district }: NoticeToRead,
  blame: (pointer: string, code: IntakeReason) => void,
): string | null {
  if (unit !== undefined) {
    const code = unit.trim().toUpperCase();
    if (!known.units.has(code)) blame('/unit', 'unit_unknown');
    return code;
  }
  if (district === undefined) return null;
  const code = known.unitOfDistrict.get(district.trim());
  if (!code) blame('/district', 'district_unknown');
  return code ?? null;
}
