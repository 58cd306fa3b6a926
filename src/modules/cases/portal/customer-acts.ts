import type { Actor } from '#modules/organisation/index.ts';
import type { SentForm } from '#platform/http/read-form.ts';
import { rateCase } from '../rate-case.ts';
import { receiveSupplement } from '../receive-supplement.ts';
import { sendMessage } from '../say.ts';
import { withdrawCase } from '../withdraw-case.ts';
import type { CasePortalDeps } from './deps.ts';
import { texts } from './texts.ts';

type Request = { code: string; requestId: string };
type CustomerAct = {
  done: { vi: string; en: string };
  run(deps: CasePortalDeps, actor: Actor, request: Request, form: SentForm): Promise<unknown>;
};

/** What a customer can do on a case, each at its own address. */
export const customerActs: Record<string, CustomerAct> = {
  'bo-sung': {
    done: texts.done_supplement,
    run: (deps, actor, request, { fields, files }) =>
      receiveSupplement(deps, actor, {
        ...request,
        answer: fields.answer ?? '',
        documents: files.map(({ field: _, ...file }) => ({ ...file, kind: 'supplement' })),
      }),
  },
  'bo-sung-co-quan': {
    done: texts.done_body_supplement,
    run: ({ atBodies }, actor, request, form) =>
      atBodies.give(actor, { ...request, taskId: form.fields.taskId ?? '' }, form),
  },
  'nhan-tin': {
    done: texts.done_message,
    run: (deps, actor, request, { fields }) =>
      sendMessage(deps, actor, { ...request, body: fields.body ?? '' }),
  },
  rut: {
    done: texts.done_withdraw,
    run: (deps, actor, request, { fields }) =>
      withdrawCase(deps, actor, { ...request, reason: fields.reason ?? '' }),
  },
  'danh-gia': {
    done: texts.done_rate,
    run: (deps, actor, request, { fields }) =>
      rateCase(deps, actor, { ...request, score: Number(fields.score ?? 0), remark: fields.remark ?? '' }),
  },
};
