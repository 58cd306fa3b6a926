import { z } from 'zod';

export const scoreAddress = '/bang/so-lieu/diem-tiep-can-dien-nang';

const schema = z.object({
  'cong-ty': z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,60}$/)
    .optional()
    .catch(undefined),
});

/** Something unknown in an address is as if it were not there. */
export function parseScoreUrl(query: unknown): { company: string | undefined } {
  const read = schema.parse(typeof query === 'object' && query !== null ? query : {});
  return { company: read['cong-ty'] };
}
