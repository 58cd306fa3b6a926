import { systemActor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { type Deps, reread } from './act-on-case.ts';
import { parseJson } from './parse-json.ts';
import { announceChange, lockCaseById } from './queries.ts';
import { openCasesUnderOlderCalendar } from './queries-verify.ts';
import { recordEvent } from './record-event.ts';
import { retime } from './timing.ts';

/**
 * After a calendar changed: every case that runs gets its due time by the new version. What was told before stays in
 * the events: each carries the old derivation and the new due time. Returns how many moved. Safe to run again.
 */
export async function retimeOpenCases(deps: Deps, calendarCode: string): Promise<number> {
  const ids = await inScope(deps.db, systemScope, (trx) => openCasesUnderOlderCalendar(trx, calendarCode));
  let moved = 0;
  for (const id of ids) if (await retimeOne(deps, id)) moved += 1;
  return moved;
}

const retimeOne = (deps: Deps, id: string): Promise<boolean> =>
  inScope(deps.db, systemScope, async (trx) => {
    const before = await lockCaseById(trx, id);
    if (!before) return false;
    await retime(trx, before);
    const after = await reread(trx, id);
    if (after.due_at?.getTime() === before.due_at?.getTime()) return false;
    const data = { before: parseJson(before.due_derivation), due_at: after.due_at?.toISOString() ?? null };
    const event = { kind: 'retimed', data, requestId: null, channel: 'system' };
    await recordEvent(trx, before, systemActor, deps.clock.now(), event);
    await announceChange(trx, { code: before.code, path: before.unit_path });
    return true;
  });
