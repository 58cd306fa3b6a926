import { z } from 'zod';
import { followCase } from './follow-case.ts';
import { sendHeartbeats } from './heartbeat.ts';
import { readInbox } from './receive-message.ts';
import type { DossierDeps } from './register-dossier.ts';
import { type SendDeps, sendMessages } from './send-messages.ts';
import { followLive } from './tell-of-live.ts';

const moved = z.object({ caseId: z.uuid() });
const connected = z.object({ endpoint: z.string() });
const line = z.object({ endpoint: z.string(), line: z.string() });

/** In UTC: once an hour, at a minute of its own. */
export const dossierCrontab = '41 * * * * portal_heartbeats';

/** Task name to act. `case_moved` is enqueued in the transaction of every act on a case that has, or should have, a dossier. */
export const dossierTasks = (deps: DossierDeps) => ({
  case_moved: async (payload: unknown) => {
    await followCase(deps, moved.parse(payload).caseId);
  },
  read_portal_inbox: (payload: unknown) => readInbox(deps, line.parse(payload)),
  portal_connected: (payload: unknown) => followLive(deps, connected.parse(payload).endpoint),
  portal_heartbeats: () => sendHeartbeats(deps),
});

/** For the worker that may wait for others. */
export const portalTasks = (deps: SendDeps) => ({
  send_portal_messages: (payload: unknown) => sendMessages(deps, line.parse(payload)),
});
