import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { fill } from '#platform/text.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { claimExtension, leaveExtension } from '../claim-extension.ts';
import { listLiveCalls, listRingingFor, listUnrecorded } from '../queries.ts';
import { extensionOf } from '../queries-extensions.ts';
import { phoneReasons } from '../reasons.ts';
import { mayTakeCalls } from '../rules/who-may.ts';
import { BoardPage } from './board-page.tsx';
import { texts } from './texts.ts';

const minute = 60_000;
/** A call that rings longer than this, or is spoken longer than that, has lost its end on the way. */
const mostRinging = 10 * minute;
const mostLive = 240 * minute;
const mostUnrecorded = 24 * 60 * minute;

/** Who works with calls, inside what `requireStaff` guards. */
export function takesCalls(request: FastifyRequest): Actor {
  const actor = signedInAs(request);
  if (!mayTakeCalls(actor)) throw refuse(phoneReasons.phone_not_for_role);
  return actor;
}

/** The list of calls and the agent's own telephone. */
export function boardRoutes(app: FastifyInstance, deps: ConsoleDeps): void {
  app.get('/bang/goi', (request, reply) => showBoard(deps, request, reply, '', null));
  app.post('/bang/goi/may', async (request, reply) => {
    const sent = z.object({ extension: z.string(), takeOver: z.string().optional() }).safeParse(request.body);
    const extension = sent.data?.extension ?? '';
    try {
      await claimExtension(deps, takesCalls(request), { extension, takeOver: sent.data?.takeOver === 'yes' });
    } catch (error) {
      if (!(error instanceof Refused) || error.reason.status === 403) throw error;
      return showBoard(deps, request, reply, extension, error);
    }
    return reply.redirect('/bang/goi', 303);
  });
  app.post('/bang/goi/roi-may', async (request, reply) => {
    await leaveExtension(deps, takesCalls(request));
    return reply.redirect('/bang/goi', 303);
  });
  /** The call that rings for this person now: their screen asks for it when it comes back to the stream. */
  app.get('/bang/goi/dang-reo', async (request, reply) => {
    const actor = takesCalls(request);
    const since = new Date(deps.clock.now().getTime() - mostRinging);
    const [ringing] = await inScope(deps.db, actor.scope, (trx) => listRingingFor(trx, actor.id, since));
    return reply.header('cache-control', 'no-store').send({ id: ringing?.id ?? null });
  });
}

async function showBoard(
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: string,
  refused: Refused | null,
) {
  const actor = takesCalls(request);
  const now = deps.clock.now().getTime();
  const { language } = request;
  const board = await inScope(deps.db, actor.scope, async (trx) => ({
    extension: await extensionOf(trx, actor.id),
    live: (await listLiveCalls(trx, new Date(now - mostLive))).filter(
      ({ state, began_at }) => state !== 'ringing' || began_at.getTime() > now - mostRinging,
    ),
    unrecorded: await listUnrecorded(trx, actor.id, new Date(now - mostUnrecorded)),
  }));
  const errors: FieldErrors = refused ? { extension: fill(refused.reason[language], refused.facts) } : {};
  const taken = refused?.reason === phoneReasons.extension_taken;
  return showConsole(
    deps,
    request,
    reply,
    { title: texts.calls, ...(refused ? { status: refused.reason.status } : {}) },
    <BoardPage board={board} typed={typed} errors={errors} taken={taken} language={language} />,
  );
}
