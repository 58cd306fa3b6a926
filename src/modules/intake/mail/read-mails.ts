import { type Clock, todayOf } from '#platform/clock.ts';
import type { FileStore } from '#platform/files/index.ts';
import { parsePhone } from '#platform/phone.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { type GuessFacts, guess, readGuessFacts } from '../guess.ts';
import { carryOut, type Outcome } from './carry-out.ts';
import { findTarget } from './find-target.ts';
import { keepFiles } from './keep-files.ts';
import type { Reader } from './parse/open-reader.ts';
import {
  claimMails,
  countAnswered,
  doneBy,
  lockSender,
  type MailOutcome,
  type MailRow,
  updateMail,
  writeOutcomes,
} from './queries-mails.ts';
import { type ReadLetter, readLetter } from './read-letter.ts';
import type { Letter } from './rules/letter.ts';
import { customerCodeIn, phonesIn } from './rules/names-in-text.ts';
import { whySilent } from './rules/silence.ts';

export type ReadMailsDeps = {
  db: Database;
  clock: Clock;
  /** As large as a letter may be: a photo in it is brought down to size. */
  files: FileStore;
  reader: Reader;
  /** Signs the addresses by which an answer finds its case. */
  secret: string;
  /** What we are written to; the first is ours by name. */
  addresses: readonly string[];
  /** The host in the names of our own letters. */
  host: string;
  warn?: (message: string) => void;
};

const together = 16;
/** Then the other jobs have their turn: in a storm of letters alarms still ring and answers still go out. */
const mostRounds = 8;
const minute = 60_000;
const claimedFor = 5 * minute;
const hour = 60 * minute;

/** Reads what has come, as many letters together as came together: their cases are committed together. */
export async function readMails(deps: ReadMailsDeps): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const now = deps.clock.now();
    const until = new Date(now.getTime() + claimedFor);
    const batch = await inScope(deps.db, systemScope, (trx) => claimMails(trx, now, until, together));
    if (batch.length === 0) return;
    const facts = await guessFacts(deps, now);
    const changes = await Promise.all(batch.map((mail) => handle(deps, mail, facts)));
    await inScope(deps.db, systemScope, (trx) => writeOutcomes(trx, changes));
    if (batch.length < together) return;
  }
}

/** One letter that goes wrong stays waiting, with the reason beside it, and holds up no other. */
async function handle(deps: ReadMailsDeps, mail: MailRow, facts: GuessFacts): Promise<MailOutcome> {
  try {
    const { state, caseId } = await settle(deps, mail, facts);
    return { id: mail.id, state, case_id: caseId, trouble: null, next_try_at: null };
  } catch (error) {
    const trouble = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    deps.warn?.(`letter ${mail.id} waits: ${trouble}`);
    const again = new Date(deps.clock.now().getTime() + Math.min(hour, minute * 2 ** (mail.tries - 1)));
    return { id: mail.id, state: 'received', case_id: null, trouble, next_try_at: again };
  }
}

async function settle(deps: ReadMailsDeps, mail: MailRow, facts: GuessFacts): Promise<Outcome> {
  const done = mail.tries > 1 && (await inScope(deps.db, systemScope, (trx) => doneBy(trx, mail.id)));
  if (done) return { state: done.seq === 1 ? 'opened' : 'joined', caseId: done.case_id };
  const { letter, trouble } = await readLetter(deps, mail);
  const kept = trouble ? { papers: rawAsPaper(mail), parts: [] } : await keepFiles(deps.files, letter.files);
  const pattern = facts.utility.customerCode.pattern;
  const decided = await inScope(deps.db, systemScope, async (trx) => {
    const silence = await note(trx, deps, mail, { letter, trouble }, JSON.stringify(kept.parts));
    const target = await findTarget(trx, { ...deps, mail, letter, silence });
    const today = todayOf(deps.clock);
    const guessed = target.kind === 'list' ? null : await guess(trx, asNotice(letter, pattern), today, facts);
    return { target, guessed, silence };
  });
  const doing = { ...deps, address: deps.addresses[0] ?? '', customerCodePattern: pattern };
  return carryOut(doing, { mail, letter, trouble, ...kept, ...decided });
}

/** Writes down who wrote and whether they are told, before anything is told to them. */
async function note(
  trx: Trx,
  deps: ReadMailsDeps,
  mail: MailRow,
  { letter, trouble }: ReadLetter,
  parts: string,
) {
  const now = deps.clock.now();
  const from = letter.from?.address ?? null;
  if (from) await lockSender(trx, from);
  const since = new Date(now.getTime() - hour);
  const silence = whySilent({
    ...letter,
    sender: mail.sender,
    ownHost: deps.host,
    ownAddresses: deps.addresses,
    answeredLately: from ? await countAnswered(trx, from, since, mail.id) : 0,
  });
  await updateMail(trx, mail.id, {
    from_address: from,
    from_name: letter.from?.name ?? null,
    subject: letter.subject,
    message_id: letter.messageId,
    read_at: now,
    silence,
    trouble,
    parts,
  });
  return silence;
}

function asNotice(letter: Letter, pattern: string) {
  const text = `${letter.subject}\n${letter.text}`.slice(0, 6000);
  return {
    text,
    customerCode: customerCodeIn(text, pattern),
    phone:
      phonesIn(text)
        .map(parsePhone)
        .find((phone) => phone !== null) ?? null,
    email: letter.from?.address ?? null,
  };
}

const rawAsPaper = (mail: MailRow) =>
  mail.bytes === 0
    ? []
    : [
        {
          kind: 'letter',
          name: 'thu-goc.eml',
          sha256: mail.raw_sha256,
          mime: 'message/rfc822',
          bytes: mail.bytes,
        },
      ];

const known = new WeakMap<ReadMailsDeps['db'], { at: number; facts: GuessFacts }>();

/** The services and districts change with the profile, not with the minute. */
async function guessFacts({ db }: ReadMailsDeps, now: Date): Promise<GuessFacts> {
  const had = known.get(db);
  if (had && Math.abs(now.getTime() - had.at) < minute) return had.facts;
  const facts = await inScope(db, systemScope, (trx) => readGuessFacts(trx, todayOf({ now: () => now })));
  known.set(db, { at: now.getTime(), facts });
  return facts;
}
