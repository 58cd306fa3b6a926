import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { DB } from './schema.ts';

/** Whose rows may be seen: those below these paths of the organisation, these cases, and cases filed at these desks. `system` sees all. */
export type Scope = {
  paths: readonly string[];
  caseIds: readonly string[];
  system: boolean;
  desks?: readonly string[];
};

export const publicScope: Scope = { paths: [], caseIds: [], system: false };
export const systemScope: Scope = { paths: [], caseIds: [], system: true };

export type Trx = Transaction<DB>;

const asArray = (values: readonly string[]) => `{${values.join(',')}}`;

/** One transaction in which PostgreSQL itself shows no row outside the scope. */
export function inScope<T>(db: Database, scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('motcua.system', ${scope.system ? 'on' : 'off'}, true),
      set_config('motcua.paths', ${asArray(scope.paths)}, true),
      set_config('motcua.case_ids', ${asArray(scope.caseIds)}, true),
      set_config('motcua.desks', ${asArray(scope.desks ?? [])}, true)`.execute(trx);
    return work(trx);
  });
}

/** Lets the rest of this transaction see one more case: the one just opened, or one that is leaving the actor's unit. */
export const admitCase = (trx: Trx, caseId: string): Promise<void> => admitCases(trx, [caseId]);

/** The same for all cases of a list at once. */
export async function admitCases(trx: Trx, caseIds: readonly string[]): Promise<void> {
  await sql`select set_config('motcua.case_ids',
    (motcua.case_ids() || ${asArray(caseIds)}::uuid[])::text, true)`.execute(trx);
}
