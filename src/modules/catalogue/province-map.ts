import { z } from 'zod';
import { dated, provinceCode, textSchema } from './definition-basics.ts';

const whole = z.int().min(0).max(5000);

/** Shapes of the provinces, for boards; a sketch, never a statement about borders. One that is no province of the profile is drawn as a neighbour. */
export const provinceMapSchema = z.strictObject({
  code: z.string().min(1),
  name: textSchema,
  attribution: textSchema,
  attributionLink: z.url(),
  width: whole,
  height: whole,
  shapes: z
    .array(
      z.strictObject({
        province: provinceCode,
        /** Where its mark stands. */
        label: z.tuple([whole, whole]),
        path: z.string().regex(/^M[MLlz0-9 .-]+$/, 'a path is drawn with M, L, l and z'),
      }),
    )
    .min(1),
  ...dated,
});

export type ProvinceMap = z.infer<typeof provinceMapSchema>;
