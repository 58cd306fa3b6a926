import type { acting } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { Text } from '#platform/text.ts';
import type { TaskRequest } from './act-on-task.ts';
import { t } from './body/texts.ts';
import { approveTask, refuseTask } from './decide.ts';
import { lookAtResult } from './look-at-result.ts';

export type Field = {
  name: string;
  label: Text;
  hint?: Text;
  kind: 'line' | 'area' | 'date' | 'file' | 'files' | 'tick' | 'select';
  options?: readonly { value: string; label: string }[];
  optional?: true;
};
export type ActDeps = acting.ActDeps & { files: FileStore };
export type Run = (
  deps: ActDeps,
  actor: Actor,
  request: TaskRequest,
  typed: (name: string) => string,
  documents: acting.PaperToAttach[],
) => Promise<acting.ActResult>;

export const reason: Field = { name: 'reason', label: t.field_reason, kind: 'area' };
const file: Field = { name: 'files', label: t.field_file, kind: 'file' };

/** A body's answer, by its own hand or written down by the unit: the same form, and the document is looked at the same. */
export const approval: { fields: () => Field[]; run: Run } = {
  fields: () => [
    { name: 'number', label: t.field_number, hint: t.hint_number, kind: 'line' },
    { name: 'date', label: t.field_date, kind: 'date' },
    file,
    { name: 'note', label: t.field_note, kind: 'area', optional: true },
  ],
  run: async (d, a, r, typed, documents) =>
    approveTask(d, a, {
      ...r,
      ...{ number: typed('number'), date: typed('date'), note: typed('note') },
      documents: await lookAtResult(d.files, documents),
    }),
};
export const refusal: { fields: () => Field[]; run: Run } = {
  fields: () => [reason, file],
  run: async (d, a, r, typed, documents) =>
    refuseTask(d, a, { ...r, reason: typed('reason'), documents: await lookAtResult(d.files, documents) }),
};
