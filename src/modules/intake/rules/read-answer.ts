import type { Field } from '#modules/catalogue/index.ts';
import type { IntakeReason } from '../reasons.ts';

export type Read =
  | { ok: true; value: string }
  | { ok: false; reason: IntakeReason; facts?: Record<string, number> };

const wrong = (reason: IntakeReason, facts?: Record<string, number>): Read => ({
  ok: false,
  reason,
  ...(facts ? { facts } : {}),
});

/** The answer to a service's own question, in the one form that is stored. */
export function readAnswer(field: Field, typed: string): Read {
  const value = typed.normalize('NFC').trim();
  if (value === '')
    return field.required ? wrong(field.options ? 'choose_one' : 'answer_needed') : { ok: true, value };
  if (field.options && !field.options.some((option) => option.value === value)) return wrong('choose_one');
  if (field.type === 'number') return readNumber(field, value);
  if (field.type === 'date') return readDay(value);
  if (field.type === 'yes_no' && value !== 'yes' && value !== 'no') return wrong('choose_one');
  return value.length > 1000 ? wrong('answer_too_long', { most: 1000 }) : { ok: true, value };
}

/** Vietnamese writes 1.200,5; English 1,200.5. A lone point or comma before one or two digits is a decimal. */
function readNumber({ min, max }: Field, typed: string): Read {
  const plain = typed
    .replace(/\s/g, '')
    .replace(/[.,](?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  const number = Number(plain);
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return wrong('number_needed');
  if (min !== undefined && number < min) return wrong('number_too_small', { min });
  if (max !== undefined && number > max) return wrong('number_too_big', { max });
  return { ok: true, value: String(number) };
}

/** 5/3/2026 or 2026-03-05; stored as 2026-03-05. */
function readDay(typed: string): Read {
  const [, d, m, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  const iso = y && m && d ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : typed;
  const date = new Date(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) && iso.length === 10;
  return real ? { ok: true, value: iso } : wrong('date_needed');
}
