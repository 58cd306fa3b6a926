import { z } from 'zod';

/** Words in both languages, as the utility wrote them. */
export const textShape = z.object({ vi: z.string(), en: z.string() }).meta({ id: 'Text' });
export const moment = z.iso.datetime();
export const iso = (at: Date): string => at.toISOString();
export const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;
