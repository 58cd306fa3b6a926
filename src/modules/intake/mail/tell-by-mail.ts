import { readCaseById } from '#modules/cases/index.ts';
import type { NoticeKind, NoticeThreads } from '#modules/notices/index.ts';
import { mailsBehind } from './queries-mails.ts';
import { replyAddress } from './rules/reply-address.ts';
import { byMachine, silences } from './rules/silence.ts';

/** What a person of the unit wrote goes out whoever it is for; what the program says by itself does not go to machines. */
const writtenByPeople: readonly NoticeKind[] = [
  'answer',
  'supplement_asked',
  'body_supplement_asked',
  'declined',
];

type Facts = { addresses: readonly string[]; secret: string };

/** How the notices know of letters: what each answers, where an answer to it goes, and who is told nothing. */
export function mailThreads({ addresses, secret }: Facts): NoticeThreads {
  const address = addresses[0] ?? '';
  return {
    async threadOf(trx, caseId, recipient) {
      const row = await readCaseById(trx, caseId);
      if (!row) return null;
      const replyTo = replyAddress(address, row.code, secret);
      const mails = (await mailsBehind(trx, caseId)).filter(
        (mail) => mail.from_address === recipient.toLowerCase(),
      );
      const ids = mails.flatMap(({ message_id }) => (message_id && isSafe(message_id) ? [message_id] : []));
      return { replyTo, inReplyTo: ids[0] ?? null, references: ids.slice(0, 10).reverse() };
    },
    async mayTell(trx, caseId, kind) {
      if (writtenByPeople.includes(kind)) return true;
      const opening = (await mailsBehind(trx, caseId)).find(({ seq }) => seq === 1);
      const silence = silences.find((known) => known === opening?.silence);
      return !silence || (kind !== 'acknowledgement' && !byMachine(silence));
    },
  };
}

/** It becomes a header of ours. */
const isSafe = (messageId: string): boolean => /^<[\x21-\x3b\x3d\x3f-\x7e]+>$/.test(messageId);
