import type { RecordAlarm } from '#modules/deadlines/index.ts';
import { systemActor } from '#modules/organisation/index.ts';
import { enqueue } from '#platform/jobs.ts';
import { announceChange, lockCaseById } from './queries.ts';
import { recordEvent } from './record-event.ts';

/** A term is about to end, or has: an event on the case, and the customer is told once when the case itself is late. */
export const recordAlarm: RecordAlarm = async (trx, alarm, now) => {
  const found = await lockCaseById(trx, alarm.caseId);
  if (!found) return;
  const kind =
    alarm.level === 'warning' || alarm.level === 'overdue' ? alarm.level : `escalated_to_${alarm.level}`;
  const data = { task: alarm.taskId, step: alarm.step, due_at: alarm.dueAt.toISOString() };
  const { seq } = await recordEvent(trx, found, systemActor, now, {
    kind,
    data,
    requestId: null,
    channel: 'system',
  });
  await announceChange(trx, { code: found.code, path: found.unit_path, desk: found.filed_at });
  if (kind === 'overdue' && alarm.taskId === null)
    await enqueue(trx, 'tell_customer', { caseId: found.id, seq, kind });
};
