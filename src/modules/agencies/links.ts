import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { acting } from '#modules/cases/index.ts';
import { sayDay } from '#modules/deadlines/index.ts';
import { type Actor, findUnit } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type AttemptRow, findAttempt } from './queries.ts';
import { findLink, type LinkRow, linksOf, putLink } from './queries-links.ts';
import { agencyReasons } from './reasons.ts';

/** Longer than any step of a State body with a supplement; a letter found after that is better asked for again. */
const linkLives = 30 * 86_400_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A new link for a sending; null where one was made for this cause already. The token itself is kept nowhere. */
export async function makeLink(
  trx: Trx,
  attempt: AttemptRow,
  cause: string,
  sentTo: string,
  now: Date,
): Promise<{ id: string; token: string; until: string } | null> {
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  const expires = new Date(now.getTime() + linkLives);
  const fresh = await putLink(trx, {
    id,
    agency_task_id: attempt.id,
    cause,
    token_hash: hashOf(token),
    sent_to: sentTo,
    made_at: now,
    expires_at: expires,
  });
  return fresh ? { id, token, until: dayAt(expires) } : null;
}

/** Through which link, to which sending: an act checks it again, since the form may have taken its time. */
export type Through = { linkId: string; attemptId: string };
export type ByLink = { actor: Actor; taskId: string; through: Through };

/** Whom a link stands for: the body it was sent to, on this one step. What is not a link any more is refused with its reason. */
export function readLink(deps: { db: Database; clock: Clock }, token: string): Promise<ByLink> {
  return inScope(deps.db, systemScope, async (trx) => {
    const link = /^[\w-]{43}$/.test(token) ? await findLink(trx, hashOf(token)) : undefined;
    const attempt = link && (await findAttempt(trx, link.agency_task_id));
    if (!link || !attempt) throw refuse(agencyReasons.link_unknown);
    await mustBeGood(trx, link, attempt, deps.clock.now());
    return {
      actor: await whoCame(trx, link, attempt),
      taskId: attempt.task_id,
      through: { linkId: link.id, attemptId: attempt.id },
    };
  });
}

/** Under the lock of the case: the link still stands, for the sending that the act would be on. */
export async function mustStillStand(
  trx: Trx,
  through: Through,
  attempt: AttemptRow,
  now: Date,
): Promise<void> {
  if (through.attemptId !== attempt.id) throw refuse(agencyReasons.link_closed);
  const link = (await linksOf(trx, [attempt.id])).find(({ id }) => id === through.linkId);
  if (!link) throw refuse(agencyReasons.link_unknown);
  await mustBeGood(trx, link, attempt, now);
}

async function mustBeGood(trx: Trx, link: LinkRow, attempt: AttemptRow, now: Date): Promise<void> {
  if (attempt.decision !== null) throw refuse(agencyReasons.link_used);
  if (link.ended_at !== null) throw refuse(agencyReasons.link_replaced);
  if (link.expires_at <= now)
    throw refuse(agencyReasons.link_expired, { day: sayDay(dayAt(link.expires_at)) });
  const task = await acting.findTask(trx, attempt.task_id);
  if (task?.state !== 'open' || task.unit_code !== attempt.unit_code) throw refuse(agencyReasons.link_closed);
}

/** The body itself, by letter: who in its office wrote, nobody can say. It is let into this case alone. */
async function whoCame(trx: Trx, link: LinkRow, attempt: AttemptRow): Promise<Actor> {
  const body = await findUnit(trx, attempt.unit_code);
  return {
    kind: 'staff',
    id: `link:${link.id}`,
    name: `${body?.name.vi ?? attempt.unit_code} (${link.sent_to})`,
    role: 'officer',
    unitCode: attempt.unit_code,
    scope: { paths: [], caseIds: [attempt.case_id], system: false },
    via: 'email',
  };
}
