import { randomUUID } from 'node:crypto';
import { enqueue } from '#platform/jobs.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import { composeLetter, composeSms, type NoticeFacts } from './compose.ts';
import type { NoticeKind } from './kinds.ts';
import { insertNotice } from './queries.ts';

export type Tell = {
  caseId: string | null;
  kind: NoticeKind;
  /** The same key is told once, ever. */
  dedupeKey: string;
  channel: 'mail' | 'sms';
  recipient: string;
  language: Language;
  facts: NoticeFacts;
  now: Date;
};

/** Writes the notice and the job that sends it: both, or neither, with the act they belong to. Returns false where it was told before. */
export async function tell(trx: Trx, told: Tell): Promise<boolean> {
  const { caseId: case_id, kind, dedupeKey: dedupe_key, channel, recipient, language, facts, now } = told;
  const letter = composeLetter(kind, facts, language);
  const id = randomUUID();
  const fresh = await insertNotice(trx, {
    id,
    case_id,
    kind,
    dedupe_key,
    channel,
    recipient,
    language,
    subject: letter.subject,
    body_text: channel === 'mail' ? letter.text : composeSms(kind, facts, language),
    body_html: channel === 'mail' ? letter.html : null,
    created_at: now,
  });
  if (fresh) await enqueue(trx, 'send_notice', { noticeId: id });
  return fresh;
}
