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
};
/** `final`: trying again would not help (the address does not exist, the letter is not wanted). */
export type Sent = { ok: true; detail: string } | { ok: false; final: boolean; detail: string };
export type Mail = { send(letter: Letter): Promise<Sent>; close(): void };

const patience = 5000;

/** Sends over SMTP, TLS where the server offers it. One letter takes at most `longest` ms. */
export function openMail({
  smtpUrl,
  from,
  longest = 15_000,
}: {
  smtpUrl: string;
  from: string;
  longest?: number;
}): Mail {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = from.replace(/^.*@|[>\s].*$/g, '');
  return {
    async send(letter) {
      try {
        const sending = transport.sendMail(envelope(letter, from, host));
        const { response } = await within(longest, sending);
        return { ok: true, detail: String(response) };
      } catch (error) {
        return failure(error);
      }
    },
    close: () => transport.close(),
  };
}

const envelope = ({ id, to, subject, text, html, language }: Letter, from: string, host: string) => ({
  from,
  to: { name: '', address: to },
  subject,
  text,
  ...(html === null ? {} : { html }),
  messageId: `<${id}@${host}>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': language,
  },
});

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Codes 5xx to this very letter are final; a refused sign-in (535) or a lost connection is ours to mend, so it is tried again. */
function failure(error: unknown): Sent {
  const detail = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  const about = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { ok: false, final: code >= 500 && ['EENVELOPE', 'EMESSAGE'].includes(about), detail };
}
