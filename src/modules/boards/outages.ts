import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Outages } from './rules/reliability-index.ts';

/** SAIDI in hours and SAIFI of a customer from one day to another, of a company or of all; null without records of outages. */
export type OutageSource = (
  trx: Trx,
  year: { begins: string; ends: string; company: string | undefined },
) => Promise<Outages | null>;

/** Nothing in the system records outages, so there is nothing to count; records that are kept one day are counted here and nowhere else. */
export const readOutages: OutageSource = async () => null;
