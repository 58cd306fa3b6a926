import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#modules/organisation/index.ts';
import type { SentForm } from '#platform/http/read-form.ts';
import { storable, type Text } from '#platform/text.ts';
import { type ActDeps, approval, type Field, type Run, reason, refusal } from '../act-forms.ts';
import { askForMore } from '../ask-for-more.ts';
import { handBackTask } from '../decide.ts';
import type { Through } from '../links.ts';
import type { TaskView } from '../read-task.ts';
import { acceptTask, receiveTask } from '../take-on.ts';
import { t } from './texts.ts';

export type BodyAct = {
  slug: string;
  name: Text;
  hint?: Text;
  /** The answer: after it nothing more is waited for. */
  decides?: true;
  fits(view: TaskView): boolean;
  fields(view: TaskView): Field[];
  run: Run;
};

/** What a body can do with a step, each at its own address, in the order in which it mostly happens. */
export const bodyActs: readonly BodyAct[] = [
  {
    ...{ slug: 'da-nhan', name: t.do_receive, hint: t.hint_receive },
    fits: ({ stage }) => stage === 'new',
    fields: () => [],
    run: (d, a, r) => receiveTask(d, a, r),
  },
  {
    ...{ slug: 'thu-ly', name: t.do_accept, hint: t.hint_accept },
    fits: ({ accepted, stage }) => !accepted && stage !== 'waiting',
    fields: () => [],
    run: (d, a, r) => acceptTask(d, a, r),
  },
  {
    ...{ slug: 'chap-thuan', name: t.do_approve, decides: true as const },
    fits: () => true,
    ...approval,
  },
  {
    ...{ slug: 'yeu-cau-bo-sung', name: t.do_ask },
    fits: ({ stage }) => stage !== 'waiting',
    fields: ({ asked }) => [
      { name: 'what', label: t.field_what, hint: t.hint_what, kind: 'area' },
      { name: 'until', label: t.field_until, kind: 'date' },
      ...(asked > 0 ? [{ name: 'again', label: t.field_again, kind: 'tick' as const }] : []),
    ],
    run: (d, a, r, typed) =>
      askForMore(d, a, { ...r, what: typed('what'), until: typed('until'), again: typed('again') === '1' }),
  },
  {
    ...{ slug: 'khong-chap-thuan', name: t.do_refuse, decides: true as const },
    fits: () => true,
    ...refusal,
  },
  {
    ...{ slug: 'tra-lai', name: t.do_hand_back, hint: t.hint_hand_back, decides: true as const },
    fits: () => true,
    fields: () => [reason],
    run: (d, a, r, typed) => handBackTask(d, a, { ...r, reason: typed('reason') }),
  },
];

/** Does what the form asks; a file that is not what it says is refused before anything else. */
export async function perform(
  deps: ActDeps,
  actor: Actor,
  { run }: BodyAct,
  view: Pick<TaskView, 'code' | 'taskId'>,
  form: SentForm,
  through?: Through,
): Promise<void> {
  const [refusedFile] = Object.values(form.refusedFiles);
  if (refusedFile) throw refusedFile;
  const requestId = z.uuid().catch(randomUUID()).parse(form.fields.requestId);
  const papers = form.files.map(({ name, sha256, mime, bytes }) => ({
    name,
    sha256,
    mime,
    bytes,
    kind: 'other',
  }));
  const typed = (name: string) => storable(form.fields[name] ?? '');
  await run(deps, actor, { code: view.code, taskId: view.taskId, requestId, through }, typed, papers);
}
