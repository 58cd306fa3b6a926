import { z } from 'zod';
import type { Derivation } from './rules/derivation.ts';

const text = z.object({ vi: z.string(), en: z.string() });
const day = z.object({ date: z.string(), name: text });
const pause = z.object({
  from: z.string(),
  to: z.string().nullable(),
  reason: z.string(),
  document: z.string().optional(),
});
const limit = z.object({
  amount: z.number(),
  unit: z.enum(['working_days', 'working_hours', 'minutes']),
  calendar: z.string(),
  source: z.string(),
  uncertain: z.boolean().optional(),
});

const stored: z.ZodType<Derivation> = z.object({
  dueAt: z.string().nullable(),
  remaining: z.number().optional(),
  startedAt: z.string(),
  receivedOn: z.string().optional(),
  limit,
  calendar: z.object({ code: z.string(), version: z.number(), name: text.optional() }),
  timezone: z.string().optional(),
  pauses: z.array(pause).default([]),
  paused: z.number().optional(),
  daysOff: z.array(day).default([]),
  daysWorked: z.array(day).default([]),
  movedFrom: z.string().optional(),
});

/** The derivation kept beside a due time; null where none was kept. */
export function readDerivation(value: unknown): Derivation | null {
  const read = stored.safeParse(value);
  return read.success ? read.data : null;
}
