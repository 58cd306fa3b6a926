import { z } from 'zod';
import { type SendDeps, sendNotice } from './send-notice.ts';
import { type TellDeps, tellCustomer } from './tell-customer.ts';

const caseToTell = z.object({ caseId: z.uuid(), seq: z.number().int(), kind: z.string() });
const noticeToSend = z.object({ noticeId: z.uuid() });

/** Task name to act. */
export const noticeTasks = (deps: SendDeps & TellDeps) => ({
  tell_customer: (payload: unknown) => tellCustomer(deps, caseToTell.parse(payload)),
  send_notice: (payload: unknown) => sendNotice(deps, noticeToSend.parse(payload).noticeId),
});
