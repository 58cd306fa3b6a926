import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { roles } from '#modules/organisation/index.ts';

const text = z.strictObject({ vi: z.string(), en: z.string() });

/** How far the story of a connection goes that crosses to the State. */
const stages = [
  'opened',
  'sent',
  'received',
  'accepted',
  'waiting',
  'refused',
  'handed_back',
  'building',
  'energising',
  'finished',
] as const;
const sayings = z.record(z.string(), z.string());

const crossing = z.strictObject({
  unit: z.string(),
  service: z.string(),
  /** The desk of the administration centre at which it was filed; else it came by the portal. */
  desk: z.string().optional(),
  /** How many days ago it was opened. */
  days: z.int().min(1),
  until: z.enum(stages),
  answers: sayings,
  /** Whether its papers are drawn up and signed here; the others were on paper. */
  papers: z.boolean().default(false),
  /** What its papers say otherwise than those of the others. */
  says: sayings.default({}),
});
export type Crossing = z.infer<typeof crossing>;

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
    }),
  ),
  crossings: z.array(crossing).default([]),
  /** What the papers of a connection say, by the name of the field. */
  says: sayings.default({}),
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
