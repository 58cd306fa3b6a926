import { acting } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { refuse } from '#platform/refused.ts';
import { acceptedBy, actOnTask, receivedBy, type TaskRequest, type TaskWork } from './act-on-task.ts';
import type { ResultFile } from './look-at-result.ts';
import { dropSupplement, updateAttempt } from './queries.ts';
import { agencyReasons } from './reasons.ts';

type WithFile = TaskRequest & { documents: readonly ResultFile[] };
export type Approval = WithFile & { number: string; date: string; note: string };

/** The body grants what was asked, with its document: the step is done. From paper it is written down by a clerk of the unit. */
export const approveTask = (
  deps: acting.ActDeps,
  actor: Actor,
  request: Approval,
): Promise<acting.ActResult> =>
  actOnTask(deps, actor, 'agency_approve', request, decidingAs(actor), async (work) => {
    const { trx, task, attempt, now } = work;
    const number = needNumber(request.number);
    const date = needDate(request.date, now);
    const note = request.note.normalize('NFC').trim();
    const file = await keepFile(work, actor, request.documents);
    await close(work, actor, 'approved', { note, document_number: number, document_date: date, ...file });
    await updateAttempt(trx, attempt.id, acceptedBy(attempt, actor.name, now));
    const done = await acting.finishTask(work, task, `${number}, ${date.split('-').reverse().join('/')}`);
    return {
      ...done,
      data: { ...done.data, number, date, note, ...fileFacts(file), ...byUnit(actor) },
    };
  });

/** The body itself, or a clerk who writes down what it answered on paper. */
const decidingAs = ({ role }: Actor) => (role === 'officer' ? 'decide' : 'decide_for');

type Refusal = WithFile & { reason: string };

/** The body does not grant it. The step stays open, and what happens next is for the unit to say. */
export const refuseTask = (deps: acting.ActDeps, actor: Actor, request: Refusal): Promise<acting.ActResult> =>
  actOnTask(deps, actor, 'agency_refuse', request, decidingAs(actor), async (work) => {
    const reason = acting.needWords(request.reason, 'reason', 'reason_needed');
    const file = await keepFile(work, actor, request.documents);
    await close(work, actor, 'refused', { note: reason, ...file });
    const after = await giveBack(work);
    return { data: { reason, ...fileFacts(file), ...byUnit(actor) }, after };
  });

/** Not for this body, or not complete: the unit sends it again, here or elsewhere. */
export const handBackTask = (
  deps: acting.ActDeps,
  actor: Actor,
  request: TaskRequest & { reason: string },
): Promise<acting.ActResult> =>
  actOnTask(deps, actor, 'agency_hand_back', request, 'decide', async (work) => {
    const reason = acting.needWords(request.reason, 'reason', 'reason_needed');
    await close(work, actor, 'handed_back', { note: reason });
    return { data: { reason }, after: await giveBack(work) };
  });

type Closing = Omit<Parameters<typeof updateAttempt>[2], 'decision' | 'decided_at' | 'decided_by'>;

async function close(
  { trx, attempt, task, now }: TaskWork,
  actor: Actor,
  decision: 'approved' | 'refused' | 'handed_back',
  change: Closing,
): Promise<void> {
  await updateAttempt(trx, attempt.id, {
    ...receivedBy(attempt, actor.name, now),
    ...change,
    decision,
    decided_at: now,
    decided_by: actor.name,
    recorded_by_unit: actor.role !== 'officer',
  });
  await dropSupplement(trx, task.id, now);
}

/** From now on the step is the unit's: its time counts, and the body's clock rests. */
export async function giveBack({ trx, found, task, now }: Pick<TaskWork, 'trx' | 'found' | 'task' | 'now'>) {
  await acting.beginTurn(trx, task, 'unit', found.unit_code, now);
  return async () => {
    await acting.restOrRun(trx, found, now);
    await acting.retime(trx, await acting.reread(trx, found.id));
  };
}

const byUnit = ({ role }: Actor): { [key: string]: boolean } =>
  role === 'officer' ? {} : { recorded_by_unit: true };

/** The document itself: it is kept among the papers of the case, for its customer and its unit. */
async function keepFile({ trx, found, now }: TaskWork, actor: Actor, files: readonly ResultFile[]) {
  const file = files[0];
  if (!file) throw refuse(agencyReasons.file_needed, {}, { files: agencyReasons.file_needed });
  const [row] = acting.paperRows(found.id, actor, now, [{ ...file, kind: 'agency_result' }]);
  if (row) await acting.insertInto(trx, 'case_documents', row);
  return {
    result_sha256: file.sha256,
    result_name: file.name,
    result_mime: file.mime,
    result_document: row?.id ?? null,
    result_signature: file.signature,
    result_signed_by: file.signedBy,
  };
}

const fileFacts = (file: Awaited<ReturnType<typeof keepFile>>) => ({
  sha256: file.result_sha256,
  signature: file.result_signature,
  ...(file.result_signed_by === null ? {} : { signed_by: file.result_signed_by }),
});

function needNumber(typed: string): string {
  const number = typed.normalize('NFC').trim();
  if (number !== '' && number.length <= 100) return number;
  throw refuse(agencyReasons.number_needed, {}, { number: agencyReasons.number_needed });
}

function needDate(typed: string, now: Date): string {
  const day = new Date(`${typed}T00:00:00Z`);
  const real = !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === typed;
  if (real && typed <= dayAt(now) && typed >= '1990-01-01') return typed;
  throw refuse(agencyReasons.date_wrong, {}, { date: agencyReasons.date_wrong });
}
