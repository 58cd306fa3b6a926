import { z } from 'zod';
import { channels } from '../channels.ts';

/** Columns that PostgreSQL keeps as text or JSON, as the closed sets its CHECKs allow. */
export const channelIn = (value: string) => z.enum(channels).parse(value);
export const directionIn = (value: string) => z.enum(['in', 'out', 'internal']).parse(value);
export const detailsIn = (value: unknown) => z.record(z.string(), z.string()).parse(value);
