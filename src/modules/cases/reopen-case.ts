import { randomUUID } from 'node:crypto';
import type { Actor } from '#modules/organisation/index.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps, reread, type Work } from './act-on-case.ts';
import { openedFacts, openReadyTasks } from './open-next-task.ts';
import { insertInto, insertPause, insertTasks, listTasks, type TaskRow } from './queries.ts';
import { retime } from './timing.ts';
import { needWords } from './words.ts';

/** The work was not right after all: its last step opens again. The time it counted as over is not held against the unit. */
export const reopenCase = (
  deps: Deps,
  actor: Actor,
  request: ActRequest & { reason: string },
): Promise<ActResult> =>
  actOnCase(deps, actor, 'reopen', request, async (work) => {
    const { trx, found, now } = work;
    const reason = needWords(request.reason, 'reason', 'reason_needed');
    await insertInto(trx, 'case_closures', {
      id: randomUUID(),
      case_id: found.id,
      kind: 'reopened',
      reason,
      at: now,
      by_whom: actor.name,
    });
    await insertEndedPause(work, reason);
    const opened = await repeatLastStep(work);
    const after = async () => retime(trx, await reread(trx, found.id));
    return {
      data: { reason, from: found.state, opened: openedFacts(opened) },
      change: { closed_at: null, finished_at: null },
      after,
    };
  });

async function insertEndedPause({ trx, found, now }: Work, note: string): Promise<void> {
  const over = found.finished_at ?? found.closed_at;
  if (!over) return;
  await insertPause(trx, {
    id: randomUUID(),
    case_id: found.id,
    reason: 'ended',
    note,
    started_at: over,
    ended_at: now,
  });
}

async function repeatLastStep({ trx, found, now }: Work): Promise<TaskRow[]> {
  const tasks = await listTasks(trx, found.id);
  // Steps of an earlier round that were skipped gave way to those of a later one.
  const rounds = Math.max(0, ...tasks.map((task) => task.round));
  const later = tasks.filter((task) => task.state === 'skipped' && task.round === rounds);
  const last = tasks.findLast((task) => task.state === 'done');
  const again = later.length > 0 ? later : last ? [last] : [];
  await insertTasks(
    trx,
    again.map((task) => ({
      id: randomUUID(),
      case_id: found.id,
      ordinal: task.ordinal,
      round: rounds + 1,
      step_code: task.step_code,
      level: task.level,
      role: task.role,
      unit_code: task.unit_code,
      unit_path: task.unit_path,
      counted: task.counted,
      term: JSON.stringify(task.term),
      after: task.after,
      because: JSON.stringify(task.because),
      state: 'waiting',
    })),
  );
  return openReadyTasks(trx, found, now);
}
