import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { guess } from './guess.ts';
import { knownLately } from './known.ts';
import { type NoticeToRead, type ReadNotice, readNotice } from './read-notice.ts';
import { unitOfCustomer } from './unit-of-customer.ts';

/** For a door of another module: judges a notice that came whole and finds the unit, by what was said or by guessing. */
export async function readWholeNotice(
  deps: { db: Database; clock: Clock },
  notice: NoticeToRead,
): Promise<ReadNotice & { unitCode: string }> {
  const known = await knownLately(deps)();
  const read = await readNotice(known, notice, (code) =>
    inScope(deps.db, systemScope, (trx) => unitOfCustomer(trx, known.utility, code)),
  );
  const { customerCode, phone } = read.customer;
  const said = { text: notice.address, customerCode, phone };
  const unitCode =
    read.unitCode ?? (await inScope(deps.db, systemScope, (trx) => guess(trx, said, known.day))).unit.code;
  return { ...read, unitCode };
}
