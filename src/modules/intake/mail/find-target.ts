import { type CaseRow, findCaseCodes, readCaseById, readCaseRow } from '#modules/cases/index.ts';
import { caseOfNotice } from '#modules/notices/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { caseOfMails, type MailRow } from './queries-mails.ts';
import type { Letter } from './rules/letter.ts';
import { codeOfReplyAddress } from './rules/reply-address.ts';
import { carriesOurMark, isReport, type Silence } from './rules/silence.ts';

/** How a letter found its case. Only `ours` proves that its writer had a letter of ours; the others are easily forged. */
export type FoundBy = 'ours' | 'earlier_letter' | 'subject';

/** What becomes of a letter. `named`: cases it speaks of without a right to write into them. */
export type Target =
  | { kind: 'join'; row: CaseRow; by: FoundBy }
  | { kind: 'undelivered' | 'reported'; row: CaseRow }
  | { kind: 'open'; named: string[] }
  | { kind: 'list' };

type Facts = { mail: MailRow; letter: Letter; silence: Silence | null; secret: string; host: string };

/**
 * Whoever answers a letter of ours, or writes to the address that stood in it, had that letter before them. A code in
 * the subject is known to many: it counts only from the address of the case's own customer, and as no more than a message.
 */
export async function findTarget(trx: Trx, facts: Facts): Promise<Target> {
  const { mail, letter, silence, secret, host } = facts;
  if (mail.open_anyway) return { kind: 'open', named: [] };
  if (isReport({ ...letter, sender: mail.sender })) {
    const row = await caseOfLetters(trx, [...letter.inside, ...letter.answers], host);
    return row ? { kind: silence === 'bounce' ? 'undelivered' : 'reported', row } : { kind: 'list' };
  }
  const answered =
    (await caseOfLetters(trx, letter.answers, host)) ??
    (await caseOfCode(trx, codeOfReplyAddress([...mail.recipients, ...letter.to], secret)));
  if (answered) return { kind: 'join', row: answered, by: 'ours' };
  const earlier = await caseOfOwnLetters(trx, letter);
  if (earlier) return { kind: 'join', row: earlier, by: 'earlier_letter' };
  if (await isOurs(trx, letter, host)) return { kind: 'list' };
  const codes = findCaseCodes(letter.subject);
  for (const code of codes) {
    const row = await caseOfCode(trx, code);
    if (row && letter.from && row.customer_email?.toLowerCase() === letter.from.address)
      return { kind: 'join', row, by: 'subject' };
  }
  return { kind: 'open', named: codes };
}

/** A name or domain of ours alone proves nothing: our people write letters too, and are customers like others. */
const isOurs = async (trx: Trx, { signs, messageId }: Letter, host: string): Promise<boolean> =>
  carriesOurMark(signs) ||
  (messageId !== null && (await caseOfLetters(trx, [messageId], host)) !== undefined);

/** The case that one of our letters was about; its Message-ID is the notice's own id. */
async function caseOfLetters(trx: Trx, ids: readonly string[], host: string): Promise<CaseRow | undefined> {
  for (const id of ids) {
    const [, notice, at] = /^<([0-9a-f-]{36})@([^>]+)>$/i.exec(id) ?? [];
    if (!notice || at?.toLowerCase() !== host) continue;
    const caseId = await caseOfNotice(trx, notice.toLowerCase());
    if (caseId) return readCaseById(trx, caseId);
  }
  return undefined;
}

const caseOfCode = async (trx: Trx, code: string | null): Promise<CaseRow | undefined> =>
  code ? readCaseRow(trx, code) : undefined;

async function caseOfOwnLetters(trx: Trx, { answers, from }: Letter): Promise<CaseRow | undefined> {
  if (answers.length === 0 || !from) return undefined;
  const found = await caseOfMails(trx, answers, from.address);
  return found?.case_id ? readCaseById(trx, found.case_id) : undefined;
}
