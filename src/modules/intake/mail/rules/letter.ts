/** A part of a letter that is a file. `bytes` of its content; the content itself is kept apart. */
export type LetterFile = {
  name: string;
  mime: string;
  content: Uint8Array;
  /** Shown within the letter itself, as the picture in a signature is. */
  inline: boolean;
};

export type Party = { name: string; address: string };

/** A letter as far as it could be read: everything clean, nothing believed. */
export type Letter = {
  messageId: string | null;
  /** What it answers, nearest first. */
  answers: string[];
  from: Party | null;
  to: string[];
  subject: string;
  text: string;
  files: LetterFile[];
  /** The few header lines by which machines give themselves away; in small letters. */
  signs: Partial<Record<Sign, string>>;
  /** Names of letters found inside it: a bounce carries the one that did not arrive. */
  inside: string[];
  /** What a report says became of a letter (RFC 3464, `Action`): failed, delayed, delivered, relayed, expanded. */
  outcomes: readonly string[];
};

export const signNames = [
  'auto-submitted',
  'precedence',
  'list-id',
  'list-unsubscribe',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-motcua-letter',
  'content-type',
  'return-path',
] as const;
export type Sign = (typeof signNames)[number];
