import { z } from 'zod';
import { dated, unitCode } from './definition-basics.ts';

/** What an administration centre is called in dossier codes: article 19 of Circular 01/2018/TT-VPCP. The code is the centre's. */
export const agencyIdSchema = z.strictObject({
  code: unitCode,
  id: z
    .string()
    .regex(/^[0-9A-Z]+(\.[0-9A-Z]+)*$/, 'an agency id is capital letters and digits, with dots between'),
  ...dated,
});
export type AgencyId = z.infer<typeof agencyIdSchema>;
