import nodemailer from 'nodemailer';
import type { Language } from '../text.ts';

export type Letter = {
  /** Becomes the Message-ID: a letter that goes out twice is known as one by the mail systems on its way. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  language: Language;
  thread?: Thread | null;
  /** Sent because a letter came, by nobody's hand (RFC 3834). */
  answersByItself?: boolean;
};
/** Where a letter belongs in a conversation: what it answers, and the address that leads an answer to the same case. */
export type Thread = { inReplyTo: string | null; references: readonly string[]; replyTo: string | null };
/**
 * `failed`: it did not go; try again. `refused`: trying again would not help (no such address, not wanted).
 * `unanswered`: handed over whole, then silence; whether it goes out nobody can know.
 */
export type Sent = { outcome: 'sent' | 'failed' | 'refused' | 'unanswered'; detail: string };
export type Mail = { send(letter: Letter): Promise<Sent>; close(): void };

const patience = 5000;
/** A mail server may look through a letter for long before it says yes; giving up sooner makes it go out twice. */
export const longestSending = 45_000;

/**
 * Sends over SMTP, TLS where the server offers it; a connection a letter, so that one given up on waits in no queue
 * from which it would still go out. `close` gives up on what is under way.
 */
export function openMail({
  smtpUrl,
  from,
  longest = longestSending,
}: {
  smtpUrl: string;
  from: string;
  longest?: number;
}): Mail {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: longest,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const wholeLetters = new Set<string>();
  transport.use('stream', ({ message, data }, done) => {
    message.processFunc((stream) => stream.once('end', () => wholeLetters.add(String(data.messageId))));
    done();
  });
  const host = hostOf(from);
  const closing = new AbortController();
  return {
    async send(letter) {
      const message = envelope(letter, from, host);
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(longest)]);
      try {
        const { response } = await transport.sendMail({ ...message, signal });
        return { outcome: 'sent', detail: String(response) };
      } catch (error) {
        return failure(error, wholeLetters.has(message.messageId));
      } finally {
        wholeLetters.delete(message.messageId);
      }
    },
    close: () => closing.abort(new Error('the sender is stopping')),
  };
}

/** Marks our own letters, so that one that comes back is known and answered by nobody. */
const ownLetterHeader = 'X-Motcua-Letter';

/** The address in `Name <address>`, or what stands there alone; in small letters. */
export const addressOf = (from: string): string =>
  (/<([^<>]*)>/.exec(from)?.[1] ?? from).trim().toLowerCase();
export const hostOf = (from: string): string => addressOf(from).replace(/^.*@/, '');

function envelope(letter: Letter, from: string, host: string) {
  const { id, to, subject, text, html, language, thread } = letter;
  return {
    from,
    to: { name: '', address: to },
    ...(thread?.replyTo ? { replyTo: thread.replyTo } : {}),
    ...(thread?.inReplyTo ? { inReplyTo: thread.inReplyTo, references: [...thread.references] } : {}),
    subject,
    text,
    ...(html === null ? {} : { html }),
    messageId: `<${id}@${host}>`,
    headers: {
      'Auto-Submitted': letter.answersByItself && thread?.inReplyTo ? 'auto-replied' : 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
      [ownLetterHeader]: id,
    },
  };
}

/** Codes 5xx to this very letter are final; a refused sign-in (535) or a lost connection is ours to mend, so it is tried again. */
function failure(error: unknown, handedOver: boolean): Sent {
  const detail = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  const about = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code >= 500 && ['EENVELOPE', 'EMESSAGE'].includes(about)) return { outcome: 'refused', detail };
  return { outcome: handedOver && !code ? 'unanswered' : 'failed', detail };
}
