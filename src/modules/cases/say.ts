import { randomUUID } from 'node:crypto';
import type { Actor } from '#modules/organisation/index.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps } from './act-on-case.ts';
import { attachPapers, type PaperToAttach } from './attach.ts';
import { insertInto } from './queries.ts';
import type { Act } from './rules/transitions.ts';
import { needWords } from './words.ts';

type Said = ActRequest & { body: string; quoted?: string | null; documents?: readonly PaperToAttach[] };

/** One way of speaking on a case: to the customer, from the customer, or among colleagues. */
const speaking =
  (act: Act, direction: 'in' | 'out' | 'internal') =>
  (deps: Deps, actor: Actor, request: Said): Promise<ActResult> =>
    actOnCase(deps, actor, act, request, async ({ trx, found, now }) => {
      const body = needWords(request.body, 'body');
      const documents = request.documents ?? [];
      const quoted = request.quoted || null;
      await insertInto(trx, 'case_messages', {
        ...{ id: randomUUID(), case_id: found.id, direction, author: actor.name, body, quoted },
        at: now,
      });
      await attachPapers(trx, found.id, actor, now, documents);
      return { data: { body, documents: documents.map((paper) => paper.sha256) } };
    });

/** Staff to customer: told by mail or message, and shown on the tracking page. */
export const answerCustomer = speaking('answer', 'out');
/** Customer to the unit. */
export const sendMessage = speaking('message', 'in');
/** Among colleagues; the customer never sees it. */
export const commentOnCase = speaking('comment', 'internal');
