import { z } from 'zod';
import { conditionSchema, dated, day, limitSchema, provinceCode, textSchema } from './definition-basics.ts';

const code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a code is lower-case letters, digits and "-"');
const workingDays = z.int().min(1).max(250);

const stepTermsSchema = z
  .strictObject({
    /** The code of the service's step. */
    step: code,
    /** The kind of State body that does it in this province. */
    agency: code.optional(),
    limit: limitSchema.optional(),
    after: z.array(code).optional(),
    leftOut: z.literal(true).optional(),
    because: textSchema.optional(),
  })
  .refine(({ agency, limit, after, leftOut }) => (leftOut === undefined) !== (!agency && !limit && !after), {
    message: 'a step is left out, or says what differs: `agency`, `limit` or `after`',
  });

/** What a province fixes for a procedure; what it leaves open stays as the service has it. */
const terms = {
  /** For the whole, all parties together: the first whose conditions hold. */
  totals: z
    .array(
      z.strictObject({
        when: z.array(conditionSchema).min(1).optional(),
        limit: limitSchema,
        because: textSchema.optional(),
      }),
    )
    .default([]),
  /** How many working days of the whole are the State's, and how many the utility's. */
  shares: z.strictObject({ state: workingDays.optional(), utility: workingDays.optional() }).optional(),
  /** Working days that a supplement may add to the whole. */
  supplementAdds: workingDays.optional(),
  steps: z.array(stepTermsSchema).default([]),
  /** The kinds of State body that take part; empty where the source does not say. */
  participants: z.array(code).default([]),
};

/** Quy chế phối hợp: how one province carries out a procedure that several bodies share. */
export const regulationSchema = z
  .strictObject({
    code,
    province: provinceCode,
    status: z.enum(['issued', 'drafting']),
    /** The number of the document; left out where no source gives it. */
    number: z.string().min(1).max(100).optional(),
    issuedOn: day.optional(),
    services: z.array(code).min(1),
    ...terms,
    note: textSchema.optional(),
    ...dated,
  })
  .refine(({ status, number, issuedOn }) => status === 'issued' || !(number ?? issuedOn), {
    message: 'what is being drafted has neither number nor date yet',
    path: ['status'],
  });

/** Terms that a province may take over when it issues its own. */
export const regulationTemplateSchema = z.strictObject({ code, name: textSchema, ...terms, ...dated });

export type RegulationDefinition = z.infer<typeof regulationSchema>;
export type RegulationTemplate = z.infer<typeof regulationTemplateSchema>;
