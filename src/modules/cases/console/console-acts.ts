import { z } from 'zod';
import type { Actor } from '#modules/organisation/index.ts';
import { acceptCase } from '../accept-case.ts';
import type { ActRequest, ActResult, Deps } from '../act-on-case.ts';
import { askSupplement } from '../ask-supplement.ts';
import { assignCase } from '../assign-case.ts';
import { attachDocuments, type PaperToAttach } from '../attach.ts';
import { closeCase } from '../close-case.ts';
import { completeStep } from '../complete-step.ts';
import { declineCase } from '../decline-case.ts';
import { pauseClock, resumeClock } from '../pause-clock.ts';
import { receiveSupplement } from '../receive-supplement.ts';
import { reclassifyCase } from '../reclassify-case.ts';
import { recordVisit } from '../record-visit.ts';
import { reopenCase } from '../reopen-case.ts';
import type { Act } from '../rules/transitions.ts';
import { answerCustomer, commentOnCase } from '../say.ts';
import { transferCase } from '../transfer-case.ts';
import { withdrawCase } from '../withdraw-case.ts';

/** PostgreSQL keeps no NUL, and nobody types one. */
const words = z
  .string()
  .default('')
  .transform((typed) => typed.replaceAll('\0', ''));
/** Everything the forms of a case can send; a field that a form does not have stays empty. */
const typedSchema = z.object({
  requestId: z.uuid(),
  seen: z.coerce.number().int().min(1),
  reason: words,
  what: words,
  until: words,
  answer: words,
  product: words,
  taskId: words,
  body: words,
  note: words,
  toUnit: words,
  staffId: words,
  toService: words,
});
export type Typed = z.infer<typeof typedSchema>;
export const parseTyped = (body: unknown) => typedSchema.safeParse(body);

type Run = (
  deps: Deps,
  actor: Actor,
  request: ActRequest,
  typed: Typed,
  papers: PaperToAttach[],
) => Promise<ActResult>;
export type ConsoleAct = { act: Act; slug: string; key: string; files?: true; run: Run };

/** What staff can do on a case, each at its own address and its own access key. */
export const consoleActs: readonly ConsoleAct[] = [
  { act: 'accept', slug: 'tiep-nhan', key: 'n', run: (d, a, r) => acceptCase(d, a, r) },
  {
    act: 'complete_step',
    slug: 'hoan-thanh-buoc',
    key: 'h',
    run: (d, a, r, { taskId, product }) => completeStep(d, a, { ...r, taskId, product }),
  },
  { act: 'close', slug: 'ket-thuc', key: 'k', run: (d, a, r, { note }) => closeCase(d, a, { ...r, note }) },
  {
    act: 'receive_supplement',
    slug: 'nhan-bo-sung',
    key: 's',
    files: true,
    run: (d, a, r, { answer }, documents) => receiveSupplement(d, a, { ...r, answer, documents }),
  },
  {
    act: 'ask_supplement',
    slug: 'yeu-cau-bo-sung',
    key: 'y',
    run: (d, a, r, { what, until }) => askSupplement(d, a, { ...r, what, until }),
  },
  {
    act: 'assign',
    slug: 'giao-viec',
    key: 'g',
    run: (d, a, r, { staffId }) => assignCase(d, a, { ...r, staffId: staffId || null }),
  },
  {
    act: 'answer',
    slug: 'tra-loi',
    key: 't',
    run: (d, a, r, { body }) => answerCustomer(d, a, { ...r, body }),
  },
  {
    act: 'comment',
    slug: 'ghi-chu',
    key: 'c',
    run: (d, a, r, { body }) => commentOnCase(d, a, { ...r, body }),
  },
  {
    act: 'attach',
    slug: 'dinh-kem',
    key: 'd',
    files: true,
    run: (d, a, r, _, documents) => attachDocuments(d, a, { ...r, documents }),
  },
  {
    act: 'record_visit',
    slug: 'ghi-lan-den',
    key: 'l',
    run: (d, a, r, { reason }) => recordVisit(d, a, { ...r, reason }),
  },
  {
    act: 'transfer',
    slug: 'chuyen-don-vi',
    key: 'v',
    run: (d, a, r, { toUnit, reason }) => transferCase(d, a, { ...r, toUnit, reason }),
  },
  {
    act: 'decline',
    slug: 'tu-choi',
    key: 'x',
    run: (d, a, r, { reason }) => declineCase(d, a, { ...r, reason }),
  },
  {
    act: 'reopen',
    slug: 'mo-lai',
    key: 'm',
    run: (d, a, r, { reason }) => reopenCase(d, a, { ...r, reason }),
  },
  {
    act: 'pause_clock',
    slug: 'tam-dung',
    key: 'p',
    files: true,
    run: (d, a, r, { reason }, documents) => pauseClock(d, a, { ...r, reason, documents }),
  },
  {
    act: 'resume_clock',
    slug: 'chay-tiep',
    key: 'u',
    run: (d, a, r, { note }) => resumeClock(d, a, { ...r, note }),
  },
  {
    act: 'reclassify',
    slug: 'phan-loai-lai',
    key: 'o',
    run: (d, a, r, { toService, reason }) => {
      const [service = '', variant = ''] = toService.split(' ');
      return reclassifyCase(d, a, { ...r, service, variant, reason });
    },
  },
  {
    act: 'withdraw',
    slug: 'rut-ho-so',
    key: 'r',
    run: (d, a, r, { reason }) => withdrawCase(d, a, { ...r, reason }),
  },
];
