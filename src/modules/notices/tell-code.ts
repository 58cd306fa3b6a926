import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Language } from '#platform/text.ts';
import { tell } from './tell.ts';

type CodeToTell = {
  id: string;
  code: string;
  contact: { kind: 'phone' | 'mail'; to: string };
  language: Language;
  minutes: number;
  now: Date;
};

/** Sends a one-time code to the phone or mail address it is to confirm. Belongs to no case; seen by the system alone. */
export async function tellCode(
  trx: Trx,
  { id, code, contact, language, minutes, now }: CodeToTell,
): Promise<void> {
  await tell(trx, {
    caseId: null,
    kind: 'one_time_code',
    dedupeKey: `code:${id}`,
    channel: contact.kind === 'mail' ? 'mail' : 'sms',
    recipient: contact.to,
    language,
    facts: { otp: code, minutes: String(minutes) },
    now,
  });
}
