import type { Trx } from '#platform/postgres/in-scope.ts';
import { findDossier } from './queries.ts';
import { insertConflict } from './queries-conflicts.ts';
import type { MessageRow } from './queries-messages.ts';
import { isStatus, type Status } from './rules/status.ts';

/** The portal has understood a message of ours and will not have it: a person decides what is true. */
export async function noteRefusal(trx: Trx, message: MessageRow, answer: string, now: Date): Promise<void> {
  const dossier = message.case_id ? await findDossier(trx, message.case_id) : undefined;
  if (!dossier) return;
  await insertConflict(trx, {
    ...{ case_id: dossier.case_id, endpoint: message.endpoint, message_id: message.id, inbox_id: null },
    ...{ ours: message.status ?? dossier.status, theirs: statusIn(answer), why: 'refused_ours', at: now },
  });
}

/** The status that a portal says it has; the answer may be cut short, so it is looked for and not parsed. */
function statusIn(answer: string): Status | null {
  const said = Number(/"TrangThai"\s*:\s*(\d+)/.exec(answer)?.[1]);
  return isStatus(said) ? said : null;
}
