import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, findUnit } from '#modules/organisation/index.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { sessionEndedPage } from './console/session-ended-page.tsx';
import { type ConsoleDeps, type SignedIn, showConsole } from './console-frame.tsx';
import { nextPage } from './next-page.ts';
import { readSession, type SessionRead } from './read-session.ts';
import { accountReasons } from './reasons.ts';
import type { AccountDeps } from './sign-in.ts';
import { roleNames, texts } from './texts.ts';

const enrolment = '/bang/bao-mat';
const withoutSecondFactor = [enrolment, `${enrolment}/xac-nhan`, '/bang/dang-xuat'];

/** Where these pages are: the utility's console, or the pages of the State bodies. */
type Place = 'console' | 'agency';

/** Everything registered on this instance is for staff who are signed in, second factor included; for officers apart from all others. */
export function requireStaff(app: FastifyInstance, deps: ConsoleDeps, place: Place = 'console'): void {
  app.addHook('preHandler', async (request, reply) => {
    const { session, setCookies } = await readSession(deps, fromNodeHeaders(request.headers));
    if (setCookies.length > 0) reply.header('set-cookie', setCookies);
    if (session.is === 'not_staff') throw refuse(accountReasons.sign_in_unknown);
    if (session.is === 'nobody')
      return request.method === 'GET' ? signInFirst(request, reply) : keepTyped(deps, request, reply);
    request.signedIn = await describe(deps, session);
    const path = request.url.split('?')[0] ?? '';
    if (session.mustEnrol && !withoutSecondFactor.includes(path))
      return reply.redirect(`${enrolment}?next=${encodeURIComponent(comeBackTo(request))}`, 303);
    if (isElsewhere(request.signedIn.actor, place, path)) return leadBack(request, reply, place, path);
  });
}

/** Officers have pages of their own; only their sign-in is looked after where everybody's is. */
const isElsewhere = ({ role }: Actor, place: Place, path: string): boolean =>
  (role === 'officer') !== (place === 'agency') && !(role === 'officer' && ofEverybody(path));
const ofEverybody = (path: string): boolean => path === '/bang/dang-xuat' || path.startsWith(enrolment);

function leadBack(request: FastifyRequest, reply: FastifyReply, place: Place, path: string) {
  if (place === 'agency') throw refuse(accountReasons.officers_only);
  if (request.method === 'GET' && path === '/bang') return reply.redirect('/co-quan', 303);
  throw refuse(accountReasons.not_for_officers);
}

/** Pages that are open to all still know who is signed in, for the frame around them. */
export function recogniseStaff(app: FastifyInstance, deps: AccountDeps): void {
  app.addHook('preHandler', async (request) => {
    const { session } = await readSession(deps, fromNodeHeaders(request.headers));
    if (session.is === 'staff' && !session.mustEnrol) request.signedIn = await describe(deps, session);
  });
}

const signInFirst = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(`/bang/dang-nhap?next=${encodeURIComponent(comeBackTo(request))}`, 303);

/** A session that ended under somebody's hands: what they typed waits on a page, to be sent once they are back. */
function keepTyped(deps: ConsoleDeps, request: FastifyRequest, reply: FastifyReply) {
  const sent = z
    .record(z.string(), z.string())
    .catch({})
    .parse(request.body ?? {});
  const typed = Object.entries(sent).filter(([name]) => name !== 'password');
  const page = { title: texts.session_ended, status: 401 };
  return showConsole(deps, request, reply, page, sessionEndedPage(request.language, request.url, typed));
}

/** A form cannot be sent again by a link: its page is where to come back to. */
function comeBackTo({ method, url }: FastifyRequest): string {
  return nextPage(method === 'GET' ? url : url.replace(/\/[^/]*$/, ''));
}

async function describe({ db }: AccountDeps, session: SessionRead & { is: 'staff' }): Promise<SignedIn> {
  const { actor, email, secondFactor, byPassword } = session;
  const unit = await inScope(db, publicScope, async (trx) =>
    actor.unitCode ? findUnit(trx, actor.unitCode) : undefined,
  );
  const role = actor.role ? roleNames[actor.role] : { vi: '', en: '' };
  return {
    actor,
    email,
    secondFactor,
    byPassword,
    person: { name: actor.name, role, unit: unit?.name ?? { vi: '', en: '' } },
  };
}

/** Who is signed in, inside what `requireStaff` guards. */
export function signedInAs(request: FastifyRequest): Actor {
  if (!request.signedIn) throw refuse(accountReasons.sign_in_again);
  return request.signedIn.actor;
}
