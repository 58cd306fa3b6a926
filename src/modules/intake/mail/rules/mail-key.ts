import { createHash } from 'node:crypto';

/** Lines that relays add on the way: the same letter arrives twice with different ones. */
const added =
  /^(received|return-path|delivered-to|delivery-date|envelope-to|authentication-results|arc-[\w-]+|dkim-signature|received-spf|x-[\w-]+)\s*:/i;

type Arrived = {
  /** The head of the letter as it came, one character a byte. */
  head: string;
  bodyDigest: string;
  sender: string;
  /** The day it came, YYYY-MM-DD. */
  day: string;
};

/** What its writer wrote once; servers and mailboxes add, drop and rewrite the rest. */
const written = ['from', 'date', 'subject'];

/**
 * What makes two arrivals one letter: the same Message-ID, From, Date, Subject and body. A letter without a Message-ID is
 * compared whole and counts as the same within a day only: a meter or a modem may write the same line again next week, and
 * means it.
 */
export function mailKey({ head, bodyDigest, sender, day }: Arrived): string {
  const lines = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !added.test(line));
  const name = /<[^>\s]+>/.exec(lineOf(lines, 'message-id'))?.[0];
  const content = name ? [name, ...written.map((each) => lineOf(lines, each))] : lines;
  const digest = createHash('sha256').update(content.join('\n'), 'latin1').update(bodyDigest).digest('hex');
  return name ? `named:${digest}` : `${day}:${sender.toLowerCase()}:${digest}`;
}

/** What stands behind the name, however it was folded. */
function lineOf(lines: readonly string[], name: string): string {
  const found = lines.find((line) => line.split(':')[0]?.trim().toLowerCase() === name) ?? '';
  return found
    .slice(found.indexOf(':') + 1)
    .replace(/[ \t]+/g, ' ')
    .trim();
}
