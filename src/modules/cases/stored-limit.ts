import { type Limit, limitSchema } from '#modules/catalogue/index.ts';

/** The limit that a task was planned under; null where it has none. */
export const readLimit = (stored: unknown): Limit | null =>
  stored === null || stored === undefined ? null : limitSchema.parse(stored);
