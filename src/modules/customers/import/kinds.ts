import { unitPartOf } from '#modules/organisation/index.ts';
import { parsePhone } from '#platform/phone.ts';
import type { CustomerUnit } from '../customer-units.ts';
import { customerWords } from '../rules/words.ts';
import { type Reader, several } from './check-line.ts';
import type { Column } from './columns.ts';

export const importKinds = ['customers', 'contracts', 'meter-points'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What lines are held against. */
export type ImportFacts = { units: ReadonlyMap<string, CustomerUnit>; customerCode: RegExp };
type Value = string | null | readonly string[];
type Kind = {
  columns: readonly Column[];
  /** The values of the staging table's columns, in their order. */
  check: (read: Reader, facts: ImportFacts) => Value[];
};

const purposes = {
  residential: ['sinh hoạt'],
  production: ['sản xuất'],
  business: ['kinh doanh', 'kinh doanh dịch vụ'],
  administrative: ['hành chính sự nghiệp'],
  agricultural: ['nông nghiệp', 'bơm tưới'],
};
const email = /^[^\s@"'\\{},<>]+@[^\s@"'\\{},<>]+\.[a-z]{2,}$/i;
const plain = (code: string): string => code.replace(/[\s.-]/g, '').toUpperCase();

export const kinds: Record<ImportKind, Kind> = {
  customers: {
    columns: [
      { names: ['code', 'ma_khach_hang'], needed: true },
      { names: ['name', 'ten_khach_hang', 'ten'], needed: true },
      { names: ['kind', 'loai'], needed: false },
      { names: ['address', 'dia_chi'], needed: true },
      { names: ['phones', 'phone', 'dien_thoai', 'so_dien_thoai'], needed: false },
      { names: ['emails', 'email'], needed: false },
    ],
    check: checkCustomer,
  },
  contracts: {
    columns: [
      { names: ['number', 'so_hop_dong'], needed: true },
      { names: ['customer_code', 'ma_khach_hang'], needed: true },
      { names: ['purpose', 'muc_dich'], needed: false },
      { names: ['households', 'so_ho'], needed: false },
      { names: ['signed_on', 'ngay_ky'], needed: false },
      { names: ['ended_on', 'ngay_ket_thuc'], needed: false },
    ],
    check: checkContract,
  },
  'meter-points': {
    columns: [
      { names: ['code', 'ma_diem_do'], needed: true },
      { names: ['contract_number', 'so_hop_dong'], needed: true },
      { names: ['address', 'dia_chi'], needed: false },
      { names: ['phases', 'so_pha'], needed: false },
      { names: ['meter_serial', 'so_cong_to'], needed: false },
      { names: ['transformer', 'tram_bien_ap', 'tram'], needed: false },
    ],
    check: checkMeterPoint,
  },
};

function checkCustomer(read: Reader, { units, customerCode }: ImportFacts): Value[] {
  const code = plain(read.needed('code'));
  const unit = units.get(unitPartOf(code));
  if (code !== '' && !customerCode.test(code))
    read.refuse('code', 'customer_code', { value: code.slice(0, 40) });
  else if (code !== '') refuseUnit(read, unitPartOf(code), unit);
  const [name, address] = [read.needed('name'), read.text('address')];
  const kind = read.oneOf(
    'kind',
    { household: ['hộ gia đình', 'hộ', 'sinh hoạt'], organisation: ['tổ chức', 'cơ quan', 'doanh nghiệp'] },
    'household',
  );
  const words = customerWords([name, address, ...(unit?.names ?? [])], unit?.path ?? '');
  return [code, unit?.code ?? '', unit?.path ?? '', kind, name, address, phones(read), emails(read), words];
}

function refuseUnit(read: Reader, code: string, unit: CustomerUnit | undefined): void {
  if (!unit) read.refuse('code', 'unit_unknown', { unit: code });
  else if (unit.closed)
    read.refuse('code', 'unit_closed', { unit: code, successors: unit.successors.join(', ') || '?' });
}

function phones(read: Reader): string[] {
  const found = several(read.text('phones')).flatMap((typed) => {
    const phone = parsePhone(typed);
    if (!phone) read.leaveOut('phones', 'phone', typed);
    return phone ?? [];
  });
  return [...new Set(found)];
}

function emails(read: Reader): string[] {
  const found = several(read.text('emails')).flatMap((typed) => {
    if (email.test(typed)) return typed.toLowerCase();
    read.leaveOut('emails', 'email', typed);
    return [];
  });
  return [...new Set(found)];
}

function checkContract(read: Reader): Value[] {
  const households = read.text('households') || '1';
  if (!/^[1-9]\d{0,5}$/.test(households))
    read.refuse('households', 'number', { value: households.slice(0, 40) });
  const [signed, ended] = [read.date('signed_on'), read.date('ended_on')];
  if (signed && ended && ended < signed) read.refuse('ended_on', 'ends_early');
  const purpose = read.oneOf('purpose', purposes, 'residential');
  return [read.needed('number'), plain(read.needed('customer_code')), purpose, households, signed, ended];
}

function checkMeterPoint(read: Reader): Value[] {
  const code = plain(read.needed('code'));
  if (code !== '' && !/^[A-Z0-9]{6,24}$/.test(code))
    read.refuse('code', 'meter_point_code', { value: code.slice(0, 40) });
  const phases = read.oneOf('phases', { '1': ['1 pha', 'một pha'], '3': ['3 pha', 'ba pha'] }, '1');
  const serial = read.text('meter_serial') || null;
  return [
    code,
    read.needed('contract_number'),
    read.text('address'),
    phases,
    serial,
    read.text('transformer') || null,
  ];
}
