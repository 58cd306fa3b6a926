import { createHash } from 'node:crypto';

/** Lines that relays add on the way: the same letter arrives twice with different ones. */
const added =
  /^(received|return-path|delivered-to|x-original-to|authentication-results|arc-[\w-]+|dkim-signature|received-spf|x-[\w-]+)\s*:/i;

type Arrived = {
  /** The head of the letter as it came, one character a byte. */
  head: string;
  bodyDigest: string;
  sender: string;
  /** The day it came, YYYY-MM-DD. */
  day: string;
};

/**
 * What makes two arrivals one letter: the same Message-ID and content. A letter without a Message-ID counts as the same
 * within a day only: a meter or a modem may write the same line again next week, and means it.
 */
export function mailKey({ head, bodyDigest, sender, day }: Arrived): string {
  const lines = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !added.test(line));
  const content = createHash('sha256').update(lines.join('\n'), 'latin1').update(bodyDigest).digest('hex');
  const named = lines.some((line) => /^message-id\s*:\s*<[^>\s]+>/i.test(line));
  return named ? `named:${content}` : `${day}:${sender.toLowerCase()}:${content}`;
}
