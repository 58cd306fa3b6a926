import { type Derivation, readDerivation } from '#modules/deadlines/index.ts';
import { systemActor } from '#modules/organisation/index.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { type Deps, reread } from './act-on-case.ts';
import { parseJson } from './parse-json.ts';
import { announceChange, type CaseRow, listTasks, lockCaseById, type TaskRow } from './queries.ts';
import { openCasesUnderOlderCalendar } from './queries-verify.ts';
import { recordEvent } from './record-event.ts';
import type { Json } from './rules/chain.ts';
import { retime } from './timing.ts';

/**
 * After a calendar changed: every case that runs gets its due time, and that of its open step, by the new version. What
 * was told before stays in the events: each carries the old derivation and the new. Returns how many moved. Safe to run again;
 * a case that fails keeps no other from its new time, and is reported at the end.
 */
export async function retimeOpenCases(deps: Deps, calendarCode: string): Promise<number> {
  const ids = await inScope(deps.db, systemScope, (trx) => openCasesUnderOlderCalendar(trx, calendarCode));
  const failures: unknown[] = [];
  let moved = 0;
  for (const id of ids) {
    const done = await retimeOne(deps, id).catch((error: unknown) => void failures.push(error));
    if (done) moved += 1;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} cases were not timed anew`);
  return moved;
}

const retimeOne = (deps: Deps, id: string): Promise<boolean> =>
  inScope(deps.db, systemScope, async (trx) => {
    const before = await lockCaseById(trx, id);
    if (!before) return false;
    const stepsBefore = await openSteps(trx, before);
    await retime(trx, before);
    const after = await reread(trx, id);
    const movedCase = changeOf(before.due_derivation, after.due_derivation);
    const steps = movedSteps(stepsBefore, await openSteps(trx, before));
    if (!movedCase && steps.length === 0) return false;
    const data = {
      ...movedCase,
      due_at: after.due_at?.toISOString() ?? null,
      ...(steps.length > 0 ? { steps } : {}),
    };
    const event = { kind: 'retimed', data, requestId: null, channel: 'system' };
    await recordEvent(trx, before, systemActor, deps.clock.now(), event);
    await announceChange(trx, { code: before.code, path: before.unit_path, desk: before.filed_at });
    return true;
  });

const openSteps = async (trx: Trx, found: CaseRow) =>
  (await listTasks(trx, found.id)).filter((task) => task.state === 'open');

const movedSteps = (before: readonly TaskRow[], after: readonly TaskRow[]) =>
  after.flatMap((task) => {
    const change = changeOf(before.find(({ id }) => id === task.id)?.derivation, task.derivation);
    return change ? [{ code: task.step_code, ...change }] : [];
  });

/** The derivation as it was and as it is, where the term ends elsewhere now or has more or less left; null where not. */
function changeOf(before: unknown, after: unknown): { before: Json; after: Json } | null {
  const [old, now] = [readDerivation(before), readDerivation(after)];
  if (!old || !now || endOf(old) === endOf(now)) return null;
  return { before: parseJson(before), after: parseJson(after) };
}

const endOf = ({ dueAt, remaining }: Derivation) => dueAt ?? remaining;
