import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { defineReasons, filled, type Reason, type Refused, refuse } from '../refused.ts';

export const inputReasons = defineReasons({
  invalid_input: {
    status: 422,
    vi: 'Có mục gửi lên chưa đúng; từng mục được nêu tên.',
    en: 'Some of what was sent is not right; each place is named.',
  },
  missing: { status: 422, vi: 'Còn thiếu mục này.', en: 'This is missing.' },
  wrong_type: {
    status: 422,
    vi: 'Mục này phải là kiểu {expected}.',
    en: 'This must be of the type {expected}.',
  },
  too_short: {
    status: 422,
    vi: 'Ngắn quá hoặc ít quá: ít nhất {least}.',
    en: 'Too short or too few: at least {least}.',
  },
  too_long: {
    status: 422,
    vi: 'Dài quá hoặc nhiều quá: nhiều nhất {most}.',
    en: 'Too long or too many: at most {most}.',
  },
  too_low: { status: 422, vi: 'Nhỏ nhất là {least}.', en: 'The least is {least}.' },
  too_high: { status: 422, vi: 'Lớn nhất là {most}.', en: 'The most is {most}.' },
  not_one_of: { status: 422, vi: 'Phải là một trong: {values}.', en: 'Must be one of: {values}.' },
  wrong_format: { status: 422, vi: 'Không đúng dạng {format}.', en: 'Not in the form {format}.' },
  unknown_field: { status: 422, vi: 'Không có mục nào tên như vậy.', en: 'There is no field of this name.' },
  not_right: { status: 422, vi: 'Mục này chưa đúng.', en: 'This is not right.' },
  unreadable_character: {
    status: 422,
    vi: 'Có ký tự không lưu được (ký tự NUL hoặc nửa ký tự Unicode).',
    en: 'There is a character that cannot be kept (NUL, or half a Unicode character).',
  },
  too_deep: { status: 422, vi: 'Lồng nhau quá sâu.', en: 'Nested too deeply.' },
});

type Issues = readonly z.core.$ZodIssue[];

/** Thrown at the door by a schema. Fastify adds which part of the request it was. */
export class InvalidInput extends Error {
  readonly issues: Issues;
  validationContext: string | undefined;

  constructor(issues: Issues) {
    super('invalid input');
    this.issues = issues;
  }
}

/** Zod reads what a route says of its input; the issues are kept whole, so that each place can be named. */
export const compileValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const read = schema.safeParse(data);
    return read.success ? { value: read.data } : { error: new InvalidInput(read.error.issues) };
  };

/** A `custom` issue may carry a reason of its own as `params.reason`. */
export function refuseInput({ issues, validationContext }: InvalidInput): Refused {
  const fields: Record<string, Reason> = {};
  for (const issue of issues)
    for (const [path, reason] of explain(issue))
      fields[fieldOf(validationContext ?? 'body', path)] ??= reason;
  return refuse(inputReasons.invalid_input, {}, fields);
}

const prefixes: Record<string, string> = { querystring: 'query:', params: 'path:', headers: 'header:' };

/** The name of a field for `Refused.fields`: a JSON pointer in the body, a name elsewhere. */
export function fieldOf(part: string, path: readonly PropertyKey[]): string {
  const prefix = prefixes[part];
  const steps = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return prefix ? `${prefix}${steps.join('/')}` : steps.map((step) => `/${step}`).join('');
}

function explain(issue: z.core.$ZodIssue): [readonly PropertyKey[], Reason][] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => [[...issue.path, key], inputReasons.unknown_field]);
  return [[issue.path, reasonOf(issue)]];
}

function reasonOf(issue: z.core.$ZodIssue): Reason {
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined')
      ? inputReasons.missing
      : filled(inputReasons.wrong_type, { expected: issue.expected });
  if (issue.code === 'too_small')
    return filled(isNumber(issue.origin) ? inputReasons.too_low : inputReasons.too_short, {
      least: String(issue.minimum),
    });
  if (issue.code === 'too_big')
    return filled(isNumber(issue.origin) ? inputReasons.too_high : inputReasons.too_long, {
      most: String(issue.maximum),
    });
  if (issue.code === 'invalid_value')
    return filled(inputReasons.not_one_of, { values: issue.values.join(', ') });
  if (issue.code === 'invalid_format')
    return filled(inputReasons.wrong_format, { format: issue.pattern ?? issue.format });
  return inputReasons.not_right;
}

const isNumber = (origin: string) => ['number', 'int', 'bigint'].includes(origin);
