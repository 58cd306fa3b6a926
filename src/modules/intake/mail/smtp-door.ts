import { once } from 'node:events';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Refused } from '#platform/refused.ts';
import { type AcceptDeps, acceptMail } from './accept-mail.ts';
import { openMeter } from './meter.ts';
import { withoutPlus } from './rules/reply-address.ts';

export type SmtpDoorOptions = {
  port: number;
  host: string;
  tls: { cert: Buffer; key: Buffer } | null;
  mostClients: number;
  /** Letters a minute from one host; what is more is asked to come again later. */
  mostPerMinute: number;
  mostBytes: number;
  /** The addresses we are written to; each with its plus-addresses, and the postmaster of each. */
  addresses: readonly string[];
  warn?: (message: string) => void;
};
export type SmtpDoor = { port: number; close(): Promise<void> };

const answer = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });
type Done = (error?: Error | null, words?: string) => void;

/** Takes letters over SMTP. `250` is said after the letter is on the disk and in the database; otherwise the sender keeps it. */
export async function openSmtpDoor(deps: AcceptDeps, options: SmtpDoorOptions): Promise<SmtpDoor> {
  const { warn = () => {}, tls, addresses } = options;
  const meter = openMeter(options.mostPerMinute);
  const known = new Set(addresses.flatMap((one) => [one, one.replace(/^.*@/, 'postmaster@')]));
  const server = new SMTPServer({
    banner: 'Motcua',
    size: options.mostBytes,
    maxClients: options.mostClients,
    ...(tls ? { ...tls, minVersion: 'TLSv1.2' as const } : {}),
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    socketTimeout: 60_000,
    closeTimeout: 5000,
    logger: false,
    onMailFrom({ args }, session, done) {
      if (declaredSize(args) > options.mostBytes) return done(answer(552, 'The letter is too big'));
      if (!meter.allows(session.remoteAddress)) return done(answer(450, 'Too many letters, try again later'));
      done();
    },
    onRcptTo({ address }, _session, done) {
      done(known.has(withoutPlus(address)) ? null : answer(550, 'There is no such address here'));
    },
    onData(content, session, done) {
      void take(deps, content, session, done, warn);
    },
  });
  server.on('error', (error) => warn(`smtp: ${error.message}`)); // a sender that hangs up, a handshake that fails
  const listening = server.listen(options.port, options.host);
  await once(listening, 'listening');
  const at = listening.address();
  return {
    port: typeof at === 'object' && at ? at.port : options.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const declaredSize = (args: unknown): number =>
  typeof args === 'object' && args !== null && 'SIZE' in args ? Number(args.SIZE) || 0 : 0;

async function take(
  deps: AcceptDeps,
  content: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  done: Done,
  warn: (message: string) => void,
): Promise<void> {
  try {
    const { id } = await acceptMail(deps, {
      content,
      sender: envelope.mailFrom ? envelope.mailFrom.address : '',
      recipients: envelope.rcptTo.map(({ address }) => address),
      door: 'smtp',
    });
    done(null, `Kept as ${id}`);
  } catch (error) {
    if (error instanceof Refused && error.reason.status === 413)
      return done(answer(552, 'The letter is too big'));
    warn(`smtp: a letter was not kept, its sender is asked to try again: ${String(error)}`);
    const full = error instanceof Refused && error.reason.status === 503;
    done(answer(full ? 452 : 451, 'Cannot keep the letter now, try again later'));
  }
}
