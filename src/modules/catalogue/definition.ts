import { z } from 'zod';
import { nameStatuses, roles, unitKinds } from '#modules/organisation/index.ts';
import {
  type calendarSchema,
  conditionSchema,
  dated,
  limitSchema,
  limitUnit,
  provinceCode,
  textSchema,
  unitCode,
} from './definition-basics.ts';

const code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a code is lower-case letters, digits and "-"');
const fieldName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a field name is lower-case letters, digits and "_"');

export const fieldSchema = z
  .strictObject({
    name: fieldName,
    type: z.enum(['text', 'number', 'choice', 'date', 'yes_no']),
    label: textSchema,
    hint: textSchema.optional(),
    required: z.boolean(),
    options: z
      .array(z.strictObject({ value: z.string().min(1), label: textSchema }))
      .min(2)
      .optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine((field) => (field.type === 'choice') === (field.options !== undefined), {
    message: 'a choice has options, and only a choice',
    path: ['options'],
  });

export const documentSchema = z.strictObject({
  code,
  name: textSchema,
  required: z.boolean(),
  note: textSchema.optional(),
});

export const variantSchema = z.strictObject({
  code,
  name: textSchema,
  limit: limitSchema,
  when: z.strictObject({ field: fieldName, equals: z.string().min(1) }).optional(),
});

export const stepSchema = z.strictObject({
  code,
  name: textSchema,
  plain: textSchema,
  actor: z.strictObject({
    level: z.enum([
      'unit',
      'company',
      'corporation',
      'agency',
      'administration_centre',
      'customer',
      'contractor',
    ]),
    role: z.enum(roles).optional(),
    agency: code.optional(),
  }),
  limit: limitSchema.nullable(),
  counted: z.boolean(),
  produces: textSchema,
  variants: z.array(code).min(1).optional(),
  /** The steps that must be done first; without it, the one before. Steps after the same one run side by side. */
  after: z.array(code).optional(),
  /** The step is part of the procedure only where the answers meet all of these, and `because` says so to whoever asks why. */
  when: z.array(conditionSchema).min(1).optional(),
  because: textSchema.optional(),
  /** The documents of the case that whoever does the step must see. */
  needs: z.array(code).optional(),
  /** The papers that are made and signed in this step. */
  papers: z.array(code).min(1).optional(),
});

export const serviceSchema = z.strictObject({
  code,
  number: z.int().min(1),
  name: textSchema,
  group: code,
  needs: z.array(textSchema).min(1),
  /** Words in which people ask for it, said whole. */
  keywords: z.array(z.string().min(2)).optional(),
  applicant: textSchema,
  fee: textSchema,
  // One door: nobody is made to come twice (the corporation's rule of 15/05/2017).
  visits: z.union([z.literal(0), z.literal(1)], 'a service may ask for at most one visit: 0 or 1'),
  result: textSchema,
  fields: z.array(fieldSchema),
  documents: z.array(documentSchema),
  variants: z.array(variantSchema).min(1),
  steps: z.array(stepSchema).min(1),
  ...dated,
});

/** A promise of the utility that is measured, such as "supply restored within 2 hours". */
export const standardSchema = z.strictObject({
  code,
  name: textSchema,
  value: z.number(),
  unit: z.enum(['minutes', 'hours', 'calendar_days', 'working_days', 'seconds', 'percent', 'times']),
  share: z.number().min(0).max(100).optional(),
  ...dated,
});

/** Whether what comes in by a door counts as an online transaction. The code is the channel's. */
export const channelSchema = z.strictObject({
  code: fieldName,
  online: z.boolean(),
  note: textSchema.optional(),
  ...dated,
});

/** When a case is about to be late or is late: who is told when. One entry for each way of counting the limit. */
export const escalationSchema = z.strictObject({
  code,
  appliesTo: z.array(limitUnit).min(1),
  /** Warn when this share of the time has passed. */
  warnAtShare: z.number().gt(0).lt(1),
  /** Counted from the due time; `null`: never. */
  toCompanyAfter: limitSchema.nullable(),
  toCorporationAfter: limitSchema.nullable(),
  ...dated,
});

/** The utility itself: what it calls itself, how it is reached, how its customer codes look. */
export const utilitySchema = z.strictObject({
  code,
  name: textSchema,
  shortName: textSchema,
  corporation: unitCode,
  timezone: z.string().min(1),
  hotlines: z.array(z.string().regex(/^[0-9 ]+$/)).min(1),
  website: z.string().min(1),
  /** The telephone lines customers call, as the switchboard names them, and the unit whose calls come in by each. */
  phoneLines: z
    .array(z.strictObject({ number: z.string().regex(/^\+?[0-9]{2,20}$/), unit: unitCode }))
    .optional(),
  /** Where a notice does not say what is wanted or where: the service it is taken in as, and the unit that looks at it first. */
  whenUnclear: z.strictObject({ service: code, unit: unitCode }).optional(),
  customerCode: z.strictObject({ pattern: z.string().min(1), example: z.string().min(1), hint: textSchema }),
  ...dated,
});

export const unitSchema = z.strictObject({
  code: unitCode,
  kind: z.enum(unitKinds),
  parent: unitCode.nullable(),
  name: textSchema,
  nameStatus: z.enum(nameStatuses),
  agency: code.optional(),
  province: provinceCode.optional(),
  ...dated,
});

export const provinceSchema = z.strictObject({
  code: provinceCode,
  name: textSchema,
  company: unitCode,
  /** What else people call where it lies, such as the province it became part of. */
  names: z.array(z.strictObject({ name: textSchema, ...dated })).optional(),
});

export const districtSchema = z.strictObject({
  code: z.string().regex(/^\d{3}$/, 'a district code has three digits'),
  province: provinceCode,
  name: textSchema,
  unit: unitCode,
  area: z.enum(['urban', 'rural']),
  ...dated,
});

export type ServiceDefinition = z.infer<typeof serviceSchema>;
export type Field = z.infer<typeof fieldSchema>;
export type DocumentAsked = z.infer<typeof documentSchema>;
export type Variant = z.infer<typeof variantSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Standard = z.infer<typeof standardSchema>;
export type ChannelDefinition = z.infer<typeof channelSchema>;
export type EscalationSettings = z.infer<typeof escalationSchema>;
export type Utility = z.infer<typeof utilitySchema>;
export type UnitDefinition = z.infer<typeof unitSchema>;
export type ProvinceDefinition = z.infer<typeof provinceSchema>;
export type DistrictDefinition = z.infer<typeof districtSchema>;
export type CalendarDefinition = z.infer<typeof calendarSchema>;
export type Limit = z.infer<typeof limitSchema>;
