import { readServiceVersion } from '#modules/catalogue/index.ts';
import { findUnit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type CaseRow, listEvents, listPauses, listTasks, readCaseRow } from './queries.ts';
import { readPapers } from './queries-papers.ts';

/** All that a page shows of one case; undefined where the viewer may not see it, or there is none. */
export async function readCase(trx: Trx, code: string) {
  const row = await readCaseRow(trx, code);
  return row && readWholeCase(trx, row);
}

export async function readWholeCase(trx: Trx, row: CaseRow) {
  const [service, unit, tasks, events, pauses, papers] = [
    await readServiceVersion(trx, row.service_version_id),
    await findUnit(trx, row.unit_code),
    await listTasks(trx, row.id),
    await listEvents(trx, row.id),
    await listPauses(trx, row.id),
    await readPapers(trx, row.id),
  ];
  const steps = tasks.map((task) => ({
    ...task,
    step: service.definition.steps.find((step) => step.code === task.step_code),
  }));
  return {
    ...row,
    service: service.definition,
    unit,
    steps,
    openSteps: steps.filter((step) => step.state === 'open'),
    events,
    pauses,
    ...papers,
    receiptHash: events[0]?.hash ?? '',
  };
}

export type CaseView = NonNullable<Awaited<ReturnType<typeof readCase>>>;
