import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { roles } from '#modules/organisation/index.ts';

const text = z.strictObject({ vi: z.string(), en: z.string() });

const plan = z.strictObject({
  days: z.int().min(1),
  staff: z.array(
    z.strictObject({ name: z.string(), email: z.email(), role: z.enum(roles), unit: z.string(), note: text }),
  ),
  /** How many made-up customers a unit has. */
  customers: z.array(z.strictObject({ unit: z.string(), count: z.int().min(0) })).default([]),
  cases: z.array(
    z.strictObject({
      unit: z.string(),
      count: z.int().min(0),
      days: z.int().min(1).optional(),
      desk: z.string().optional(),
      /** Of services in which State bodies have a step; else of those that a unit does alone. */
      across: z.boolean().optional(),
    }),
  ),
});

export type Plan = z.infer<typeof plan>;

/** The people and cases of the demonstration, in the file beside the profile's folder; null where a profile has none. */
export async function readPlan(profileFolder: string): Promise<Plan | null> {
  const content = await readFile(`${profileFolder}.demonstration.yaml`, 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
  return content === null ? null : plan.parse(parse(content));
}
