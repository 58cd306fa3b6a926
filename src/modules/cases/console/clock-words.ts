import { z } from 'zod';
import { describeDerivation } from '#modules/deadlines/index.ts';
import type { Language } from '#platform/text.ts';

const day = z.object({ date: z.string(), name: z.object({ vi: z.string(), en: z.string() }) });
const stored = z.object({
  dueAt: z.string().nullable(),
  remaining: z.number().optional(),
  startedAt: z.string(),
  limit: z.object({
    amount: z.number(),
    unit: z.enum(['working_days', 'working_hours', 'minutes']),
    calendar: z.string(),
    source: z.string(),
    uncertain: z.boolean().optional(),
  }),
  calendar: z.object({ code: z.string(), version: z.number() }),
  pauses: z
    .array(
      z.object({
        from: z.string(),
        to: z.string().nullable(),
        reason: z.string(),
        document: z.string().optional(),
      }),
    )
    .default([]),
  daysOff: z.array(day).default([]),
  daysWorked: z.array(day).default([]),
});

/** Why a time limit ends when it does, sentence by sentence; empty where nothing was derived. */
export function clockWords(derivation: unknown, language: Language): string[] {
  const read = stored.safeParse(derivation);
  return read.success ? describeDerivation(read.data, language) : [];
}
