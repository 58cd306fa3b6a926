import { z } from 'zod';
import { followDissolved, type SendingDeps, sendTask } from './send-task.ts';

const taskToSend = z.object({ taskId: z.uuid(), cause: z.string().optional() });

/** A quarter past each hour, soon after reorganisations are applied. */
export const agencyCrontab = '17 * * * * follow_dissolved_bodies';

/** Task name to act. */
export const agencyTasks = (deps: SendingDeps) => ({
  task_sent: (payload: unknown) => sendTask(deps, taskToSend.parse(payload)),
  follow_dissolved_bodies: async () => {
    await followDissolved(deps);
  },
});
