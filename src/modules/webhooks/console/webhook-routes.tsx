import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import { readUtility } from '#modules/catalogue/index.ts';
import { listUnits } from '#modules/organisation/index.ts';
import { todayOf } from '#platform/clock.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { type Caretaker, createEndpoint, need, rotateSecret, type WebhookDeps } from '../endpoints.ts';
import { eventTypes } from '../event-types.ts';
import { listMessages } from '../messages.ts';
import { listEndpointRows } from '../queries.ts';
import { summariseEndpoints } from '../queries-messages.ts';
import { webhookReasons } from '../reasons.ts';
import type { Failed } from './add-form.tsx';
import { doingRoutes, doneWords, endpointIdOf } from './doing-routes.ts';
import { ListPage, SecretPage } from './list-page.tsx';
import { LogPage } from './log-page.tsx';
import { texts } from './texts.ts';

export type WebhookConsoleDeps = ConsoleDeps & { webhooks: WebhookDeps };

const typed = z.string().max(3000).default('').catch('');
const formSchema = z.object({
  url: typed.transform((words) => words.trim()),
  description: typed.transform((words) => words.slice(0, 200)),
  eventTypes: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .catch([])
    .transform((names) => eventTypes.filter((type) => names.includes(type))),
});
const querySchema = z.object({
  sau: z.string().max(100).nullable().default(null).catch(null),
  chi: z.string().optional().catch(undefined),
});

/** Only administrators, each for their own unit and those below. */
export function caretakerOf(request: FastifyRequest): Caretaker {
  const actor = signedInAs(request);
  if (actor.role !== 'administrator') throw refuse(webhookReasons.administrators_only);
  return { actor, keyId: null, unitCode: actor.unitCode ?? '' };
}

export function webhookConsole(app: FastifyInstance, deps: WebhookConsoleDeps): void {
  app.get('/bang/webhook', (request, reply) => showList(deps, request, reply, null));
  app.post('/bang/webhook', async (request, reply) => {
    const by = caretakerOf(request);
    const wanted = formSchema.parse(request.body ?? {});
    try {
      return await showSecret(deps, request, reply, await createEndpoint(deps.webhooks, by, wanted));
    } catch (error) {
      if (!(error instanceof Refused) || error.reason.status === 403) throw error;
      return showList(deps, request, reply, { refused: error, typed: wanted });
    }
  });
  app.post('/bang/webhook/:id/doi-khoa', async (request, reply) =>
    showSecret(
      deps,
      request,
      reply,
      await rotateSecret(deps.webhooks, caretakerOf(request), endpointIdOf(request)),
    ),
  );
  app.get('/bang/webhook/:id', async (request, reply) => {
    const [by, id] = [caretakerOf(request), endpointIdOf(request)];
    const { sau: after, chi } = querySchema.parse(request.query ?? {});
    const failedOnly = chi === 'hong';
    const endpoint = await inScope(deps.db, by.actor.scope, (trx) => need(trx, by, id));
    const page = await listMessages(deps.webhooks, by, id, { after, failedOnly, limit: 20 });
    const { language } = request;
    const frame = { language, timezone: await timezoneOf(deps), done: doneWords(request) };
    const content = (
      <LogPage {...frame} endpoint={endpoint} page={page} failedOnly={failedOnly} first={after === null} />
    );
    return showConsole(deps, request, reply, { title: texts.log }, content);
  });
  doingRoutes(app, deps.webhooks, caretakerOf);
}

type Made = Awaited<ReturnType<typeof createEndpoint>>;

async function showSecret(
  deps: WebhookConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  made: Made,
): Promise<FastifyReply> {
  const content = <SecretPage language={request.language} timezone={await timezoneOf(deps)} {...made} />;
  return showConsole(deps, request, reply, { title: texts.secret_title }, content);
}

async function showList(
  deps: WebhookConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  failed: Failed | null,
): Promise<FastifyReply> {
  const by = caretakerOf(request);
  const { language } = request;
  const endpoints = await inScope(deps.db, by.actor.scope, async (trx) => {
    const rows = await listEndpointRows(trx, {});
    const summaries = await summariseEndpoints(
      trx,
      rows.map(({ id }) => id),
    );
    const units = new Map((await listUnits(trx, { closedToo: true })).map(({ code, name }) => [code, name]));
    return rows.map((row) => ({
      ...row,
      summary: summaries.find(({ endpoint_id }) => endpoint_id === row.id),
      unitName: units.get(row.unit_code)?.[language] ?? row.unit_code,
    }));
  });
  const frame = { language, timezone: await timezoneOf(deps), done: doneWords(request) };
  const content = <ListPage {...frame} endpoints={endpoints} failed={failed} />;
  return showConsole(
    deps,
    request,
    reply,
    { title: texts.title, status: failed?.refused.reason.status },
    content,
  );
}

async function timezoneOf({ db, clock }: ConsoleDeps): Promise<string> {
  const today = todayOf(clock);
  const { timezone } = await inScope(db, publicScope, (trx) => readUtility(trx, today));
  return timezone;
}
