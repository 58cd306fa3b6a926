import type { Clock } from '#platform/clock.ts';
import { longestSending, type Mail, type Sent } from '#platform/mail/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import type { SmsGateway } from '#platform/sms/index.ts';
import {
  allowToWait,
  blotOut,
  insertDelivery,
  listDeliveries,
  lockNotice,
  type NoticeRow,
} from './queries.ts';
import type { NoticeThreads } from './threads.ts';

/** No gateway for a channel: what would have gone out stays to be read on the outbox page. */
export type SendDeps = {
  db: Database;
  clock: Clock;
  mail: Mail | null;
  sms: SmsGateway | null;
  threads?: NoticeThreads;
};

const codeLives = 10 * 60_000;

/** A letter handed over whole to a server that then says nothing is tried once more, and no more: it may have gone out. */
const mostUnanswered = 2;

/**
 * Sends one notice, however often and by however many workers it is asked to. The row stays locked while the letter
 * is handed over, against the rule that nothing leaves inside a transaction: the lock is what keeps a second worker
 * from sending the same, and the mail gives up before PostgreSQL ends the waiting transaction. A second letter can
 * leave in two cases: the server took it and never said so, or the process was killed between its "accepted" and our
 * commit. It carries the same Message-ID, by which mail systems may show it once.
 */
export async function sendNotice(deps: SendDeps, noticeId: string): Promise<void> {
  const failed = await inScope(deps.db, systemScope, async (trx) => {
    await allowToWait(trx, longestSending + 15_000);
    const notice = await lockNotice(trx, noticeId);
    if (!notice) return 'another worker has it in hand';
    const outcomes = (await listDeliveries(trx, [noticeId])).map(({ outcome }) => outcome);
    return isSettled(outcomes) ? null : deliver(trx, deps, notice, outcomes);
  });
  if (failed) throw new Error(`notice ${noticeId}: ${failed}`); // the job is tried again later
}

const isSettled = (outcomes: readonly string[]) =>
  outcomes.includes('sent') ||
  outcomes.includes('outbox') ||
  outcomes.filter((outcome) => outcome === 'unanswered').length >= mostUnanswered;

async function deliver(
  trx: Trx,
  deps: SendDeps,
  notice: NoticeRow,
  before: readonly string[],
): Promise<string | null> {
  const log = (outcome: 'sent' | 'failed' | 'unanswered' | 'outbox', detail: string) =>
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
  const sent = await handOver(trx, deps, notice);
  if (!sent) {
    await log('outbox', `no ${notice.channel} gateway is set`);
    return null;
  }
  const outcome = sent.outcome === 'refused' ? 'failed' : sent.outcome;
  await log(outcome, sent.detail);
  if (outcome === 'sent' && opensADoor(notice)) await blotOutCode(trx, notice);
  return sent.outcome === 'refused' || isSettled([...before, outcome]) ? null : sent.detail;
}

async function handOver(trx: Trx, { mail, sms, threads }: SendDeps, notice: NoticeRow): Promise<Sent | null> {
  const { id, recipient: to, subject, body_text: text, body_html: html } = notice;
  if (notice.channel === 'sms') return sms ? sms.send({ id, to, text }) : null;
  const language = notice.language === 'en' ? 'en' : 'vi';
  if (!mail) return null;
  const thread = notice.case_id && threads ? await threads.threadOf(trx, notice.case_id, to) : null;
  const answersByItself = notice.kind === 'acknowledgement';
  return mail.send({ id, to, subject, text, html, language, thread, answersByItself });
}

const isStale = (notice: NoticeRow, now: Date) =>
  notice.kind === 'one_time_code' && now.getTime() - notice.created_at.getTime() >= codeLives;

const opensADoor = ({ kind }: NoticeRow) => kind === 'one_time_code' || kind === 'agency_task';

/** A code that has reached its reader is nobody else's to read. */
const blotOutCode = (trx: Trx, { id, body_text, body_html }: NoticeRow) =>
  blotOut(trx, id, blotted(body_text), body_html === null ? null : blotted(body_html));
/** Six digits, or the end of a link that acts for a State body. */
const blotted = (words: string) =>
  words.replace(/\b\d{6}\b/g, '••••••').replace(/(\/co-quan\/viec\/)[\w-]{20,}/g, '$1••••••');
