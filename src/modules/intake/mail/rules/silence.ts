import type { Letter } from './letter.ts';

/** Why nobody is told automatically that the letter came. The table's CHECK names the same reasons. */
export const silences = [
  'bounce',
  'automatic',
  'list',
  'own_letter',
  'no_reply',
  'no_sender',
  'too_many',
] as const;
export type Silence = (typeof silences)[number];

/** An hour's worth of acknowledgements to one address; a person rarely writes more, a loop always does. */
export const mostAnHour = 5;

type Facts = Pick<Letter, 'signs' | 'from' | 'messageId' | 'outcomes'> & {
  /** As the sending server said; empty in a bounce. */
  sender: string;
  ownHost: string;
  ownAddresses: readonly string[];
  /** Letters of this address acknowledged within the last hour. */
  answeredLately: number;
};

const machines =
  /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|donotreply|bounces?|auto-?(reply|confirm)?|listserv|majordomo|.*-(bounces?|request|owner))([+.].*)?@/i;

/** RFC 3834, RFC 5321 4.5.5 and what mail systems really write. null: a person, as far as can be told. */
export function whySilent(facts: Facts): Silence | null {
  const { signs, from, messageId, ownHost, ownAddresses } = facts;
  const sign = (name: keyof typeof signs) => signs[name] ?? '';
  if (isReport(facts)) return hasFailed(facts) ? 'bounce' : 'automatic';
  if (carriesOurMark(signs)) return 'own_letter';
  if (wantsNoAnswer(facts)) return 'automatic';
  if (!from) return 'no_sender';
  if (!['', 'no'].includes(sign('auto-submitted').split(';')[0]?.trim() ?? '')) return 'automatic';
  if (signs['x-autoreply'] !== undefined || signs['x-autorespond'] !== undefined) return 'automatic';
  if (/\b(all|oof|autoreply)\b/.test(sign('x-auto-response-suppress'))) return 'automatic';
  if (/\b(bulk|list|junk|auto_reply)\b/.test(sign('precedence'))) return 'list';
  if (signs['list-id'] !== undefined || signs['list-unsubscribe'] !== undefined) return 'list';
  if (machines.test(from.address)) return 'no_reply';
  if (ownAddresses.includes(from.address) || messageId?.toLowerCase().endsWith(`@${ownHost}>`))
    return 'own_letter';
  return facts.answeredLately >= mostAnHour ? 'too_many' : null;
}

type Reporting = Pick<Facts, 'signs' | 'from' | 'sender' | 'outcomes'>;

const wantsNoAnswer = ({ sender, signs }: Reporting): boolean =>
  sender === '' || signs['return-path'] === '<>';

/** A program's report of what became of a letter: that it failed, is late, or was read; nothing that a person says. */
export const isReport = (facts: Reporting): boolean =>
  /multipart\/report|message\/delivery-status/.test(facts.signs['content-type'] ?? '') ||
  (wantsNoAnswer(facts) && (!facts.from || /^(mailer-daemon|postmaster)@/.test(facts.from.address)));

/** Only where a report says so in the form made for it: a receipt or a delay is no failure. */
const hasFailed = ({ signs, outcomes }: Reporting): boolean =>
  /report-type="?delivery-status/.test(signs['content-type'] ?? '') && outcomes.includes('failed');

export const carriesOurMark = (signs: Letter['signs']): boolean => signs['x-motcua-letter'] !== undefined;

/** Whether the letter is no person's at all, so that later news of its case do not go out by themselves either. */
export const byMachine = (silence: Silence): boolean => silence !== 'too_many' && silence !== 'own_letter';

/** Whether a person is known to have written it: only such words do what a customer may do. */
export const spokenByPerson = (silence: Silence | null): boolean =>
  silence === null || silence === 'too_many';
