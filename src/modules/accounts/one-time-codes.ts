import { createHmac, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { type Refused, refuse } from '#platform/refused.ts';
import type { Language } from '#platform/text.ts';
import { codeReasons } from './one-time-codes-reasons.ts';
import {
  type CodeKey,
  countWrong,
  deleteOldCodes,
  forgetCode,
  insertSend,
  lockCode,
  lockSends,
  putCode,
} from './queries-one-time-codes.ts';
import {
  codeLives,
  judgeTry,
  lockedAt,
  mayAskAgainAt,
  mostSendsAnHour,
  type Verdict,
} from './rules/one-time-codes.ts';

export type CodeContact = { kind: 'phone' | 'mail'; to: string };
export type CodeToSend = {
  id: string;
  code: string;
  contact: CodeContact;
  language: Language;
  minutes: number;
  now: Date;
};
/** `sendCode` writes the message in the transaction that keeps the code: `tellCode` of the notices. */
export type CodeDeps = {
  db: Database;
  clock: Clock;
  secret: string;
  sendCode: (trx: Trx, message: CodeToSend) => Promise<void>;
};
/** What the code confirms, and for whom: `{ purpose: 'open_case', subject: <id of the draft> }`. */
export type CodeRequest = CodeKey & { contact: CodeContact; language: Language };

/** Sends six digits; those sent before for the same purpose and subject stop working. */
export function issueCode(
  deps: CodeDeps,
  { purpose, subject, contact, language }: CodeRequest,
): Promise<void> {
  const key = { purpose, subject };
  const contactHash = hashOf(deps.secret, 'contact', contact.kind, contact.to.trim().toLowerCase());
  return inScope(deps.db, systemScope, async (trx) => {
    const now = deps.clock.now();
    // The contact is locked before the code, always in this order: two askers never wait for each other.
    const sends = await lockSends(trx, contactHash, new Date(now.getTime() - 3_600_000));
    const locked = lockedAt(await lockCode(trx, key), now);
    if (locked) throw tooManyTries(locked, now);
    const again = mayAskAgainAt(sends, now);
    if (again)
      throw refuse(codeReasons.code_too_many_sends, {
        most: mostSendsAnHour,
        minutes: minutesTo(again, now),
      });
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await putCode(
      trx,
      key,
      hashOf(deps.secret, 'code', purpose, subject, code),
      new Date(now.getTime() + codeLives),
    );
    await insertSend(trx, contactHash, now);
    await deps.sendCode(trx, { id: randomUUID(), code, contact, language, minutes: codeLives / 60_000, now });
  });
}

/** Returns where the code is right, once; otherwise refuses, and the try stays counted. */
export async function checkCode(
  deps: Omit<CodeDeps, 'sendCode'>,
  { purpose, subject, code }: CodeKey & { code: string },
): Promise<void> {
  const key = { purpose, subject };
  const now = deps.clock.now();
  const digits = code.normalize('NFKC').replace(/[\s.-]/g, '');
  const verdict = await inScope(deps.db, publicScope, async (trx) => {
    const state = await lockCode(trx, key);
    const matches = same(state?.hash ?? '', hashOf(deps.secret, 'code', purpose, subject, digits));
    const judged = judgeTry(state, matches, now);
    await remember(trx, key, judged, now);
    return judged;
  });
  if (verdict.outcome !== 'right') throw refusalOf(verdict, now);
}

async function remember(trx: Trx, key: CodeKey, verdict: Verdict, now: Date): Promise<void> {
  if (verdict.outcome === 'right') await forgetCode(trx, key);
  if (verdict.outcome === 'wrong')
    await countWrong(trx, key, { tries: verdict.tries, last_try_at: now, locked_until: null });
  if (verdict.outcome === 'too_many')
    await countWrong(trx, key, { tries: verdict.tries, last_try_at: now, locked_until: verdict.until });
}

function refusalOf(verdict: Exclude<Verdict, { outcome: 'right' }>, now: Date): Refused {
  if (verdict.outcome === 'wrong') return refuse(codeReasons.code_wrong, { left: verdict.left });
  if (verdict.outcome === 'too_many') return tooManyTries(verdict.until, now);
  return refuse(verdict.outcome === 'expired' ? codeReasons.code_expired : codeReasons.code_none_asked);
}

/** Codes and sends that count for nothing any more. Run daily beside `forgetExpired`. */
export const forgetOldCodes = async ({ db, clock }: Pick<CodeDeps, 'db' | 'clock'>): Promise<void> => {
  await inScope(db, publicScope, (trx) => deleteOldCodes(trx, new Date(clock.now().getTime() - 3_600_000)));
};

const tooManyTries = (until: Date, now: Date) =>
  refuse(codeReasons.code_too_many_tries, { minutes: minutesTo(until, now) });
const minutesTo = (until: Date, now: Date) =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
const hashOf = (secret: string, ...parts: string[]) =>
  createHmac('sha256', `one-time-codes ${secret}`).update(JSON.stringify(parts)).digest('hex');

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
