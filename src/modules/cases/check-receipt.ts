import { readServiceVersion } from '#modules/catalogue/index.ts';
import { findUnit } from '#modules/organisation/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { listEvents, readCaseRow } from './queries.ts';
import { hashEvent } from './rules/chain.ts';
import { parseCaseCode } from './rules/code.ts';
import { toHashed } from './verify-chain.ts';

/** Whether a receipt is the one that was given: the opening event recomputed from what is stored. Tells nothing personal. */
export function checkReceipt(db: Database, typedCode: string, typedHash: string) {
  const code = parseCaseCode(typedCode);
  const hash = typedHash.replace(/\s/g, '').toLowerCase();
  return inScope(db, systemScope, async (trx) => {
    const row = code ? await readCaseRow(trx, code) : undefined;
    const opening = row && (await listEvents(trx, row.id))[0];
    if (!row || !opening || opening.hash !== hash || hashEvent(toHashed(opening)) !== hash)
      return { genuine: false as const };
    const { definition } = await readServiceVersion(trx, row.service_version_id);
    const unit = await findUnit(trx, row.unit_code);
    return {
      genuine: true as const,
      code: row.code,
      openedAt: opening.at,
      service: definition.name,
      unit: unit?.name,
    };
  });
}
