import { z } from 'zod';
import type { Json } from './rules/chain.ts';

const json = z.json();

/** What a jsonb column gave back, as JSON that the rules understand. */
export const parseJson = (value: unknown): Json => json.parse(value);
