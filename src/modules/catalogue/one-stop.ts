import { z } from 'zod';
import { dated } from './definition-basics.ts';

/** What an act or a paper names as its ground. */
const basis = z.string().min(3);

/**
 * What the law of the one-stop says on a day: how many new dates may be given with an apology, and by what rule the papers of a
 * dossier are written. Each changes on a day of its own.
 */
export const oneStopRuleSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('new-dates'), most: z.int().min(1), basis, ...dated }),
  z.strictObject({ code: z.literal('papers'), basis, ...dated }),
]);
export type OneStopRule = z.infer<typeof oneStopRuleSchema>;
