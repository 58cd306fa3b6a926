import { z } from 'zod';
import { type DeliverDeps, deliver } from './deliver.ts';
import type { WebhookDeps } from './endpoints.ts';
import { tellSubscribers } from './tell-subscribers.ts';

const eventToTell = z.object({ caseId: z.uuid(), seq: z.number().int(), kind: z.string() });
const tryToMake = z.object({ messageId: z.uuid(), round: z.number().int(), tries: z.number().int() });

/** Runs from the job of the act itself, `tell_customer`: the act is not made to enqueue a second one. */
export const tellSubscribersOf = (deps: Pick<WebhookDeps, 'db' | 'clock'>) => (payload: unknown) =>
  tellSubscribers(deps, eventToTell.parse(payload));

/** Task name to act; for a worker of their own, because receivers may be slow. */
export const webhookTasks = (deps: DeliverDeps) => ({
  deliver_webhook: (payload: unknown) => deliver(deps, tryToMake.parse(payload)),
});
