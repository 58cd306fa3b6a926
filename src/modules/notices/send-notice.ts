import type { Clock } from '#platform/clock.ts';
import type { Mail, Sent } from '#platform/mail/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { SmsGateway } from '#platform/sms/index.ts';
import { blotOut, insertDelivery, listDeliveries, lockNotice, type NoticeRow } from './queries.ts';

/** No gateway for a channel: what would have gone out stays to be read on the outbox page. */
export type SendDeps = { db: Database; clock: Clock; mail: Mail | null; sms: SmsGateway | null };

const codeLives = 10 * 60_000;

/**
 * Sends one notice, however often and by however many workers it is asked to. The row stays locked while the letter
 * is handed over, against the rule that nothing leaves inside a transaction: the lock is what keeps a second worker
 * from sending the same, and the mail gives up well before PostgreSQL would end an idle transaction. What remains is
 * the moment between the mail server's "accepted" and our commit: a process killed then sends again at the next
 * start. That second letter carries the same Message-ID, by which mail systems show it once.
 */
export async function sendNotice(deps: SendDeps, noticeId: string): Promise<void> {
  const failed = await inScope(deps.db, systemScope, async (trx) => {
    const notice = await lockNotice(trx, noticeId);
    if (!notice) return 'another worker has it in hand';
    const deliveries = await listDeliveries(trx, [noticeId]);
    if (deliveries.some(({ outcome }) => outcome !== 'failed')) return null;
    return deliver(trx, deps, notice);
  });
  if (failed) throw new Error(`notice ${noticeId}: ${failed}`); // the job is tried again later
}

async function deliver(trx: Trx, deps: SendDeps, notice: NoticeRow): Promise<string | null> {
  const log = (outcome: 'sent' | 'failed' | 'outbox', detail: string) =>
    insertDelivery(trx, {
      notice_id: notice.id,
      at: deps.clock.now(),
      outcome,
      detail: detail.slice(0, 1000),
    });
  if (isStale(notice, deps.clock.now())) {
    await log('failed', 'the code expired before it could be sent');
    return null;
  }
  const sent = await handOver(deps, notice);
  if (!sent) {
    await log('outbox', `no ${notice.channel} gateway is set`);
    return null;
  }
  await log(sent.ok ? 'sent' : 'failed', sent.detail);
  if (sent.ok && notice.kind === 'one_time_code') await blotOutCode(trx, notice);
  return sent.ok || sent.final ? null : sent.detail;
}

async function handOver({ mail, sms }: SendDeps, notice: NoticeRow): Promise<Sent | null> {
  const { id, recipient: to, subject, body_text: text, body_html: html } = notice;
  if (notice.channel === 'sms') return sms ? sms.send({ id, to, text }) : null;
  const language = notice.language === 'en' ? 'en' : 'vi';
  return mail ? mail.send({ id, to, subject, text, html, language }) : null;
}

const isStale = (notice: NoticeRow, now: Date) =>
  notice.kind === 'one_time_code' && now.getTime() - notice.created_at.getTime() >= codeLives;

/** A code that has reached its reader is nobody else's to read. */
const blotOutCode = (trx: Trx, { id, body_text, body_html }: NoticeRow) =>
  blotOut(trx, id, blotted(body_text), body_html === null ? null : blotted(body_html));
const blotted = (words: string) => words.replace(/\b\d{6}\b/g, '••••••');
