import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { deleteExpired } from './queries.ts';

/** Sessions and half-done sign-ins that nobody can use any more. Run daily. */
export const forgetExpired = async ({ db, clock }: { db: Database; clock: Clock }): Promise<void> => {
  await inScope(db, publicScope, (trx) => deleteExpired(trx, clock.now()));
};
