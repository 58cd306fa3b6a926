import { z } from 'zod';
import type { CaseView } from '../read-case.ts';

const opening = z.object({
  due_at: z.coerce.date().nullable().catch(null),
  visit: z
    .object({ ordinal: z.number(), shown: z.array(z.string()), identity_seen: z.boolean().catch(false) })
    .nullable()
    .catch(null),
});

/** What was fixed when the case was opened: when it was promised, and the visit at which it was handed in. */
export const readOpening = (view: Pick<CaseView, 'events'>) => opening.parse(view.events[0]?.data ?? {});
