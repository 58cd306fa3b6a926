import { z } from 'zod';
import type { Reorganisation } from './reorganisation.ts';

const unitCode = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a unit code is capital letters, digits and "_"');
const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const dated = {
  code: z.string().min(1),
  on: z.iso.date('a day is written YYYY-MM-DD'),
  source: z.string().min(3),
};
const named = { code: unitCode, name: text.optional() };

/** The shape of a dated change, for the profile and for what was stored of it. */
export const reorganisationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...dated,
    kind: z.literal('merge'),
    from: z.array(unitCode).min(1),
    into: z.strictObject(named),
  }),
  z.strictObject({
    ...dated,
    kind: z.literal('split'),
    from: unitCode,
    parts: z.array(z.strictObject({ ...named, districts: z.array(z.string().regex(/^\d{3}$/)) })).min(2),
  }),
  z.strictObject({ ...dated, kind: z.literal('move'), units: z.array(unitCode).min(1), to: unitCode }),
]);

export const parseReorganisation = (stored: unknown): Reorganisation => reorganisationSchema.parse(stored);
