import type { PaperTemplate } from '#modules/catalogue/index.ts';

export type Field = PaperTemplate['fields'][number];
export type FieldFault =
  | 'field_missing'
  | 'field_no_number'
  | 'field_out_of_range'
  | 'field_no_day'
  | 'field_no_choice'
  | 'field_too_long';
export type ReadFields = { values: Record<string, string>; faults: Record<string, FieldFault> };

const longest = 500;

/** What a clerk typed, in the shape each field asks for; every fault at once, by field. */
export function readFields(fields: readonly Field[], typed: Readonly<Record<string, string>>): ReadFields {
  const read: ReadFields = { values: {}, faults: {} };
  for (const field of fields) {
    const value = (typed[field.name] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
    const fault = value === '' ? (field.required ? 'field_missing' : null) : faultOf(field, value);
    if (fault) read.faults[field.name] = fault;
    else read.values[field.name] = field.type === 'number' ? value.replace(',', '.') : value;
  }
  return read;
}

function faultOf({ type, min, max, options }: Field, value: string): FieldFault | null {
  if (value.length > longest) return 'field_too_long';
  if (type === 'number') {
    if (!/^-?\d+([.,]\d+)?$/.test(value)) return 'field_no_number';
    const number = Number(value.replace(',', '.'));
    return number < (min ?? -Infinity) || number > (max ?? Infinity) ? 'field_out_of_range' : null;
  }
  if (type === 'date') return isDay(value) ? null : 'field_no_day';
  if (type === 'choice') return options?.some((option) => option.value === value) ? null : 'field_no_choice';
  return type === 'yes_no' && value !== 'yes' && value !== 'no' ? 'field_no_choice' : null;
}

function isDay(value: string): boolean {
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value;
}

/** As it stands in the paper, which is Vietnamese. */
export function sayField(field: Field, value: string): string {
  if (value === '') return '';
  if (field.type === 'number') return Number(value).toLocaleString('vi-VN', { maximumFractionDigits: 3 });
  if (field.type === 'date') return value.split('-').reverse().join('/');
  if (field.type === 'yes_no') return value === 'yes' ? 'Có' : 'Không';
  return field.options?.find((option) => option.value === value)?.label.vi ?? value;
}
