import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { showConsole, signedInAs } from '#modules/accounts/index.ts';
import { type Actor, listUnits, type Unit } from '#modules/organisation/index.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { Refused } from '#platform/refused.ts';
import type { DossierConsoleDeps } from '../deps.ts';
import { createEndpoint, rotateSecrets, type Secrets, switchEndpoint } from '../endpoints.ts';
import { readConnections } from '../health.ts';
import { moveEndpoint } from '../move-endpoint.ts';
import { mayKeepConnections } from '../rules/may.ts';
import { sendAgain } from '../send-again.ts';
import { AddEndpoint, type FailedEndpoint, SecretsPage } from './add-endpoint.tsx';
import { readLog } from './connection-facts.ts';
import { ConnectionsPage } from './connections-page.tsx';
import { MessagesPage } from './messages-page.tsx';
import { texts } from './texts.ts';

const word = z
  .string()
  .max(3000)
  .default('')
  .catch('')
  .transform((typed) => typed.trim());
const formSchema = z.object({ code: word, name: word, unitCode: word, url: word });
const querySchema = z
  .object({ chieu: z.enum(['di', 'den']), xem: z.enum(['cho', 'hong']), xong: z.string() })
  .partial()
  .catch({});
const codeOf = ({ params }: FastifyRequest): string =>
  z.object({ portal: z.string().max(60) }).parse(params).portal;

/** /bang/lien-thong: how the connections fare, their messages, and what administrators do with them. */
export function connectionRoutes(app: FastifyInstance, deps: DossierConsoleDeps): void {
  const { portals } = deps;
  app.get('/bang/lien-thong', (request, reply) => show(deps, request, reply, null));
  app.post('/bang/lien-thong', async (request, reply) => {
    const typed = formSchema.parse(request.body ?? {});
    try {
      const { endpoint, secrets } = await createEndpoint(portals, signedInAs(request), typed);
      return showSecrets(deps, request, reply, endpoint.name, secrets);
    } catch (error) {
      if (!(error instanceof Refused) || error.reason.status === 403) throw error;
      return show(deps, request, reply, { refused: error, typed });
    }
  });
  app.get('/bang/lien-thong/:portal', async (request, reply) => {
    const [actor, query] = [signedInAs(request), querySchema.parse(request.query)];
    const log = await readLog(deps, actor, codeOf(request), query);
    const done = doneWords(query.xong, request);
    const page = { language: request.language, log, keeps: mayKeepConnections(actor), done };
    return showConsole(deps, request, reply, { title: texts.connections }, <MessagesPage {...page} />);
  });
  app.post('/bang/lien-thong/:portal/doi-khoa', async (request, reply) => {
    const { endpoint, secrets } = await rotateSecrets(portals, signedInAs(request), codeOf(request));
    return showSecrets(deps, request, reply, endpoint.name, secrets);
  });
  app.post('/bang/lien-thong/:portal/dia-chi', async (request, reply) => {
    const { url } = z.object({ url: word }).parse(request.body ?? {});
    await moveEndpoint(portals, signedInAs(request), codeOf(request), url);
    return reply.redirect(`/bang/lien-thong/${codeOf(request)}?xong=doi`, 303);
  });
  for (const [slug, active] of [
    ['bat', true],
    ['tat', false],
  ] as const)
    app.post(`/bang/lien-thong/:portal/${slug}`, async (request, reply) => {
      await switchEndpoint(portals, signedInAs(request), codeOf(request), active);
      return reply.redirect(`/bang/lien-thong/${codeOf(request)}?xong=doi`, 303);
    });
  app.post('/bang/lien-thong/:portal/tin/:message/gui-lai', async (request, reply) => {
    const { message } = z.object({ message: z.uuid() }).parse(request.params);
    await sendAgain(deps, signedInAs(request), codeOf(request), message);
    return reply.redirect(`/bang/lien-thong/${codeOf(request)}?chieu=di&xong=gui-lai`, 303);
  });
}

function doneWords(slug: string | undefined, { language }: FastifyRequest): string | null {
  if (slug === 'gui-lai') return texts.done_again[language];
  return slug === 'doi' ? texts.done_switched[language] : null;
}

const showSecrets = (
  deps: DossierConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  secrets: Secrets,
) =>
  showConsole(
    deps,
    request,
    reply,
    { title: texts.secrets },
    <SecretsPage {...{ language: request.language, name, secrets }} />,
  );

async function show(
  deps: DossierConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  failed: FailedEndpoint | null,
) {
  const actor = signedInAs(request);
  const found = await readConnections(deps, actor);
  const { language } = request;
  const places = mayKeepConnections(actor) ? await placesFor(deps, actor) : null;
  const form = places && <AddEndpoint {...{ language, places, failed }} />;
  const status = failed ? { status: failed.refused.reason.status } : {};
  const content = <ConnectionsPage {...{ language, found, done: null, form }} />;
  return showConsole(deps, request, reply, { title: texts.connections, ...status }, content);
}

/** Whom a portal can serve: administration centres, and the companies that an administrator looks after. */
const placesFor = ({ db }: DossierConsoleDeps, { scope }: Actor): Promise<Unit[]> =>
  inScope(db, publicScope, async (trx) => [
    ...(await listUnits(trx, { kind: 'administration_centre' })),
    ...(await listUnits(trx, { kind: 'company' })).filter(
      ({ path }) => scope.system || scope.paths.some((own) => path === own || path.startsWith(`${own}.`)),
    ),
  ]);
