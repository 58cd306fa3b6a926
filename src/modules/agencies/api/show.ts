import type { z } from 'zod';
import { iso, isoOrNull } from '#platform/http/api/fields.ts';
import type { BodyStep } from '../console/read-bodies.ts';
import type { ListedTask } from '../list-tasks.ts';
import type { AttemptRow, SupplementRow } from '../queries.ts';
import type { TaskView } from '../read-task.ts';
import {
  type listedTask,
  signaturesFound,
  type stepAtBody,
  type supplementShape,
  type wholeTask,
} from './shapes.ts';

export const asListed = (task: ListedTask): z.infer<typeof listedTask> => {
  const { task_id: taskId, code, service, step, body, customer, address, daysLeft, late } = task;
  const { stage, attempt, decision } = task;
  return {
    ...{ taskId, code, service, step, body, customer, address, daysLeft, late, stage, attempt, decision },
    sentAt: iso(task.sent_at),
    dueAt: isoOrNull(task.due_at),
    decidedAt: isoOrNull(task.decided_at),
  };
};

export const asTask = (view: TaskView): z.infer<typeof wholeTask> => {
  const { taskId, code, service, step, body, customer, address, daysLeft, produces, because, stage, open } =
    view;
  return {
    ...{ taskId, code, service, step, body, customer, address, daysLeft, produces, because, stage, open },
    dueAt: isoOrNull(view.due),
    documents: view.papers.map(({ id, name, mime, sha256 }) => ({ id, name, mime, sha256 })),
    attempts: view.attempts.map(asAttempt),
    supplements: view.supplements.map(asSupplement),
  };
};

export const asStep = ({
  taskId,
  step,
  body,
  open,
  waiting,
  decision,
  due,
  supplements,
}: BodyStep): z.infer<typeof stepAtBody> => ({
  ...{ taskId, step, body, open, waiting, decision },
  dueAt: isoOrNull(due),
  supplements: supplements.map(asSupplement),
});

const signatureOf = ({ result_signature: found }: AttemptRow) =>
  signaturesFound.find((one) => one === found) ?? null;

const asAttempt = (row: AttemptRow) => ({
  attempt: row.attempt,
  sentAt: iso(row.sent_at),
  ...{ receivedAt: isoOrNull(row.received_at), acceptedAt: isoOrNull(row.accepted_at) },
  ...{ decidedAt: isoOrNull(row.decided_at), decision: row.decision },
  ...{ number: row.document_number, date: row.document_date, note: row.note },
  ...{ signature: signatureOf(row), signedBy: row.result_signed_by },
});

const asSupplement = (row: SupplementRow): z.infer<typeof supplementShape> => ({
  ...{ what: row.what, until: row.until, answer: row.answer },
  askedAt: iso(row.asked_at),
  answeredAt: isoOrNull(row.answered_at),
});
