import type { Derivation } from '#modules/deadlines/index.ts';
import { listUnits, type Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { readHistory, workingTime } from '../account-times.ts';
import type { CaseRow } from '../queries.ts';
import type { CaseView } from '../read-case.ts';
import { type CaseGraph, graphOf } from '../rules/graph.ts';
import { ownStretches } from '../rules/own-time.ts';
import { type PartyTime, partyTimes } from '../rules/party-times.ts';
import { partyOf } from '../turns.ts';
import { wholeTermsOf } from '../whole-term.ts';

/** How far a case is: its picture, and whose time it has taken. */
export type Progress = {
  graph: CaseGraph;
  steps: ReadonlyMap<string, CaseView['steps'][number]>;
  /** Working minutes that whoever does a step has used, by the id of the task; only of steps that have begun. */
  used: ReadonlyMap<string, number>;
  times: PartyTime[];
  whole: Derivation;
  /** Whether there is a limit for all parties together; without one `whole` is that of the utility alone. */
  shared: boolean;
  names: ReadonlyMap<string, Text>;
  running: boolean;
};

export async function readProgress(trx: Trx, view: CaseView, now: Date): Promise<Progress> {
  const history = await readHistory(trx, view, now);
  const working = await workingTime(trx, view);
  const whole = (await wholeTermsOf(trx, [view], [history], now)).get(view.id)?.term;
  if (!whole) throw new Error(`no term of case ${view.code}`);
  const begun = view.steps.filter(({ opened_at }) => opened_at !== null);
  return {
    graph: graphOf(view.steps.map(asGraphStep), history.turns, now.getTime()),
    steps: new Map(view.steps.map((step) => [step.id, step])),
    used: new Map(
      begun.map(({ id, step_code }) => [
        id,
        ownStretches(history, id).reduce((sum, { from, to }) => sum + working(step_code, from, to), 0),
      ]),
    ),
    times: partyTimes(history, working),
    whole,
    shared: view.whole_term !== null,
    names: namesOf(await listUnits(trx, { closedToo: true })),
    running: isRunning(view),
  };
}

const asGraphStep = (task: CaseView['steps'][number]) => ({
  id: task.id,
  step_code: task.step_code,
  ordinal: task.ordinal,
  round: task.round,
  state: task.state,
  after: task.after,
  party: partyOf(task),
  unit: task.unit_code,
  dueAt: task.due_at?.getTime() ?? null,
  completedAt: task.completed_at?.getTime() ?? null,
});

const isRunning = ({ finished_at, closed_at }: CaseRow): boolean => (finished_at ?? closed_at) === null;
const namesOf = (units: readonly Unit[]) => new Map(units.map(({ code, name }) => [code, name]));
