import { type Opened, openCase } from '#modules/cases/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { changeDraft, type Draft } from './draft.ts';
import { detailsOf } from './rules/details.ts';

/** Makes the case of a draft. The draft's id is its request id: sent twice, it is the same case. */
export async function sendDraft(deps: { db: Database; clock: Clock }, draft: Draft): Promise<Opened> {
  const { answers, definition } = draft;
  const opened = await openCase(deps, customerActor('web', answers.name ?? '', []), {
    requestId: draft.id,
    serviceVersionId: draft.serviceVersionId,
    unitCode: answers.unit ?? '',
    channel: 'web',
    customer: {
      name: answers.name ?? '',
      phone: answers.phone || null,
      email: answers.email || null,
      address: answers.address ?? '',
      customerCode: answers.customer_code || null,
    },
    details: detailsOf(definition, answers),
    language: draft.language,
    documents: draft.documents,
  });
  await changeDraft(deps, draft.id, { sent: true });
  return opened;
}
