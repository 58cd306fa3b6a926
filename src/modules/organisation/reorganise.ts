import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { findUnit } from './queries.ts';
import { claimPlanned, listPlanned, markApplied, plan } from './queries-reorganise.ts';
import type { RehomeOpenCases, Reorganisation } from './reorganisation.ts';
import { applyMerge, applyMove, applySplit, type MoveCases } from './reorganise-steps.ts';

export type ReorganiseDeps = { db: Database; clock: Clock; rehomeOpenCases: RehomeOpenCases };

/** Notes changes to come; one that was applied already stays as it was. */
export async function planReorganisations(trx: Trx, changes: readonly Reorganisation[]): Promise<void> {
  for (const change of changes) await plan(trx, change);
}

/** Applies, oldest first, every planned change whose day has come; each once, each in a transaction of its own. Returns their codes. */
export async function applyReorganisations(deps: ReorganiseDeps, on: string): Promise<string[]> {
  const codes = await inScope(deps.db, systemScope, (trx) => listPlanned(trx, on));
  const applied: string[] = [];
  for (const code of codes) {
    const done = await inScope(deps.db, systemScope, (trx) => applyOne(deps, trx, code));
    if (done) applied.push(code);
  }
  return applied;
}

async function applyOne(deps: ReorganiseDeps, trx: Trx, code: string): Promise<boolean> {
  const change = await claimPlanned(trx, code);
  if (!change) return false;
  const at = deps.clock.now();
  const moveCases: MoveCases = async (from, toCode, districts) => {
    const to = await findUnit(trx, toCode);
    if (to)
      await deps.rehomeOpenCases(trx, {
        from,
        to,
        at,
        decision: change.source,
        ...(districts ? { districts } : {}),
      });
  };
  await perform(trx, change, moveCases);
  await markApplied(trx, code, at);
  return true;
}

function perform(trx: Trx, change: Reorganisation, moveCases: MoveCases): Promise<void> {
  if (change.kind === 'merge') return applyMerge(trx, change, moveCases);
  if (change.kind === 'split') return applySplit(trx, change, moveCases);
  return applyMove(trx, change, moveCases);
}
