import { z } from 'zod';

export const day = z.iso.date('a day is written YYYY-MM-DD');
export const textSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export const unitCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, 'a unit code is capital letters, digits and "_"');
export const provinceCode = z.string().regex(/^\d{2}$/, 'a province code has two digits');
export const limitUnit = z.enum(['working_days', 'working_hours', 'minutes']);

/** From when to when an entry holds, and which document says so. `validTo` is the last day, inclusive. */
export const dated = {
  source: z.string().min(3),
  validFrom: day,
  validTo: day.optional(),
  uncertain: z.boolean().optional(),
};

export const limitSchema = z.strictObject({
  amount: z.int().min(1),
  unit: limitUnit,
  calendar: z.string().min(1),
  source: z.string().min(3),
  uncertain: z.boolean().optional(),
});

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time is written HH:MM');
const interval = z.tuple([hour, hour]).refine(([from, to]) => from < to, 'an interval ends after it begins');
const intervals = z
  .array(interval)
  .refine(
    (list) => list.every(([from], index) => index === 0 || from >= (list[index - 1]?.[1] ?? '')),
    'the intervals of a day stand in order and do not overlap',
  );

export const calendarSchema = z.strictObject({
  code: z.string().min(1),
  timezone: z.string().min(1),
  name: textSchema,
  week: z.strictObject({
    mon: intervals,
    tue: intervals,
    wed: intervals,
    thu: intervals,
    fri: intervals,
    sat: intervals,
    sun: intervals,
  }),
  exceptions: z.array(z.strictObject({ date: day, intervals, name: textSchema, source: z.string().min(3) })),
  validFrom: day,
  validTo: day,
  receiptAfterHours: z.enum(['same_day', 'next_working_day']).optional(),
});

/**
 * What must hold of the answers to the fields of a form: one of a field's answers, any but one (unanswered too, so that a case told
 * by letter still has its steps), or a number between two.
 */
export const conditionSchema = z
  .strictObject({
    field: z.string().regex(/^[a-z][a-z0-9_]*$/, 'a field name is lower-case letters, digits and "_"'),
    equals: z.string().min(1).optional(),
    not: z.string().min(1).optional(),
    above: z.number().optional(),
    atMost: z.number().optional(),
    notAbove: z.number().optional(),
  })
  .refine(
    ({ equals, not, above, atMost, notAbove }) =>
      [equals, not, above ?? atMost, notAbove].filter((said) => said !== undefined).length === 1 &&
      (above === undefined || atMost === undefined || above < atMost),
    'a condition says `equals`, `not` or `notAbove`, or from where to where a number lies: `above`, `atMost` or both in order',
  );
