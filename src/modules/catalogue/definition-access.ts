import { z } from 'zod';
import { dated, textSchema } from './definition-basics.ts';

const code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a code is lower-case letters, digits and "-"');

/**
 * A class of connections: which services belong to it, with which answers, and which standard is its limit. Where several classes
 * fit a case it is the one of the lowest rank. `exceptions`: variants that have a limit of their own. `scored`: the class whose cases
 * the "Getting electricity" score counts.
 */
export const connectionSchema = z.strictObject({
  code,
  name: textSchema,
  rank: z.int().min(1),
  services: z.array(code).min(1),
  when: z.record(z.string(), z.string()).optional(),
  standard: code,
  scored: z.boolean().optional(),
  exceptions: z.array(z.strictObject({ variants: z.array(code).min(1), standard: code })).optional(),
  ...dated,
});

/** What the "Getting electricity" score is worked out with: a component's bounds, a figure no case can tell, or a yes or no of its index. */
export const gettingElectricitySchema = z
  .strictObject({
    code,
    name: textSchema,
    bounds: z
      .strictObject({ best: z.number(), worst: z.number() })
      .refine(({ best, worst }) => best !== worst, 'the best and the worst are not the same')
      .optional(),
    value: z.number().optional(),
    holds: z.boolean().optional(),
    ...dated,
  })
  .refine(
    ({ bounds, value, holds }) => [bounds, value, holds].filter((one) => one !== undefined).length === 1,
    {
      message: 'an entry has either bounds, or a value, or whether it holds',
      path: ['bounds'],
    },
  );

export type Connection = z.infer<typeof connectionSchema>;
export type ElectricityFact = z.infer<typeof gettingElectricitySchema>;
