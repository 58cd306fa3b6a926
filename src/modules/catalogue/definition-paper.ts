import { z } from 'zod';
import { fieldSchema } from './definition.ts';
import { dated, textSchema } from './definition-basics.ts';

export const paperKinds = [
  'survey-minutes',
  'connection-agreement',
  'acceptance-minutes',
  'energising-minutes',
  'sale-contract',
] as const;
export type PaperKind = (typeof paperKinds)[number];
export const paperParties = ['customer', 'unit'] as const;
export type PaperParty = (typeof paperParties)[number];

const code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a code is lower-case letters, digits and "-"');
const words = z.string().min(1);

/** Words of a paper, in Vietnamese. `{facts}` in braces are of the case, or a field that the clerk fills. */
const blockSchema = z.union(
  [
    z.strictObject({ heading: words }),
    z.strictObject({ text: words, italic: z.boolean().optional() }),
    z.strictObject({ facts: z.array(z.strictObject({ label: words, value: words })).min(1) }),
  ],
  'a block is one of heading, text, facts',
);

export const paperTemplateSchema = z.strictObject({
  code,
  kind: z.enum(paperKinds),
  /** The groups of services in whose cases it is made. */
  groups: z.array(code).min(1),
  name: textSchema,
  /** What stands behind the number: BBKS. */
  symbol: z.string().regex(/^[A-ZĐ]{2,10}$/, 'a symbol is 2 to 10 capital letters'),
  blocks: z.array(blockSchema).min(1),
  fields: z.array(fieldSchema),
  signers: z
    .array(z.strictObject({ party: z.enum(paperParties), as: words }))
    .refine((list) => list.some(({ party }) => party === 'unit'), 'the unit signs each of its papers')
    .refine((list) => new Set(list.map(({ party }) => party)).size === list.length, 'a party signs once'),
  ...dated,
});
export type PaperTemplate = z.infer<typeof paperTemplateSchema>;

/** What a template may say of the case without asking the clerk. */
export const caseFacts = [
  'case_code',
  'service',
  'customer_name',
  'customer_code',
  'customer_phone',
  'customer_email',
  'address',
  'unit',
  'company',
  'corporation',
  'clerk',
  'opened_day',
  'day',
] as const;
