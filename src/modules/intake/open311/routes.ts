import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { KeyRing, Machine } from '#modules/accounts/index.ts';
import { readCaseRow } from '#modules/cases/index.ts';
import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { type Answer, answer, type Format, formats } from './answer.ts';
import { answerInTheStandard, refuseFaults } from './failures.ts';
import { type Filed, fileNotice } from './file-notice.ts';
import { findRequests } from './find-requests.ts';
import { findByRequest } from './queries.ts';
import { readBody } from './read-body.ts';
import { open311Reasons } from './reasons.ts';
import { readFilter } from './rules/read-filter.ts';
import { readSent } from './rules/read-sent.ts';
import { namedRequestId } from './rules/request-id.ts';
import { discovery, serviceDefinition, serviceList } from './services.ts';
import { texts } from './texts.ts';
import { knowWhoAsks, type Limits, needMachine, usualLimits } from './who-asks.ts';

export type Open311Deps = {
  db: Database;
  clock: Clock;
  files: FileStore;
  url: string;
  demo: boolean;
  ring: KeyRing;
  limits?: Limits;
};

/** Open311 GeoReport v2 below the prefix that the instance was given. The ending of an address is its format. */
export async function open311Routes(app: FastifyInstance, deps: Open311Deps): Promise<void> {
  answerInTheStandard(app);
  await knowWhoAsks(app, deps.ring, deps.limits ?? usualLimits);
  for (const format of formats) {
    reading(app, `/discovery.${format}`, format, ({ language }) => discovery(deps, language));
    reading(app, `/v2/services.${format}`, format, ({ language }) => serviceList(deps, language));
    reading(app, `/v2/services/:id.${format}`, format, (request) =>
      serviceDefinition(deps, idOf(request), request.language),
    );
    reading(app, `/v2/requests.${format}`, format, (request) => requestList(deps, request));
    reading(app, `/v2/requests/:id.${format}`, format, (request) => oneRequest(deps, request));
    reading(app, `/v2/tokens/:id.${format}`, format, (request) => requestOfToken(deps, request));
    filing(app, format, deps);
  }
}

function reading(
  app: FastifyInstance,
  path: string,
  format: Format,
  read: (request: FastifyRequest) => Promise<Answer>,
): void {
  app.get(path, async (request, reply) => answer(reply, format, await read(request)));
}

const idOf = ({ params }: FastifyRequest): string =>
  readSent(z.object({ id: z.string() }).parse(params)).get('id')?.[0] ?? '';

/** A form, and no more of it than the standard has fields for. */
function filing(app: FastifyInstance, format: Format, deps: Open311Deps): void {
  app.post(`/v2/requests.${format}`, { bodyLimit: 100_000 }, async (request, reply) => {
    const body = await readBody(request, deps);
    const { language } = request;
    const name = readSent(request.headers).get('idempotency-key')?.[0];
    const filed = await fileNotice(deps, { ...body, name, language });
    reply.header('open311-token', filed.token);
    return answer(reply, format, receipt(deps, filed, language));
  });
}

function receipt({ url }: Open311Deps, { code, dueAt, accountId }: Filed, language: Language): Answer {
  const follow = `${url}/theo-doi?ma=${code}`;
  const notice = dueAt
    ? fill(texts.notice_due[language], {
        due: sayMoment(dueAt.toISOString(), language, utilityZone),
        url: follow,
      })
    : fill(texts.notice[language], { url: follow });
  const request = { service_request_id: code, service_notice: notice, account_id: accountId || null };
  return { root: 'service_requests', content: [request] };
}

async function requestList(deps: Open311Deps, request: FastifyRequest): Promise<Answer> {
  const sent = readSent(request.query);
  if (sent.has('api_key')) needMachine(request.machine);
  const { filter, faults } = readFilter(sent, deps.clock.now());
  refuseFaults(
    Object.fromEntries(
      Object.entries(faults).map(([field, reason]) => [field, { reason: open311Reasons[reason] }]),
    ),
  );
  const content = await findRequests(deps, request.machine, filter, request.language);
  return { root: 'service_requests', content };
}

async function oneRequest(deps: Open311Deps, request: FastifyRequest): Promise<Answer> {
  if (readSent(request.query).has('api_key')) needMachine(request.machine);
  const filter = { codes: [idOf(request)] };
  const content = await findRequests(deps, request.machine, filter, request.language);
  if (content.length === 0)
    throw refuse(open311Reasons.request_unknown, {}, { service_request_id: open311Reasons.request_unknown });
  return { root: 'service_requests', content };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A token is the request's own id, or, beside the key that sent it, the name the client gave it: what became of a POST whose answer was lost. */
async function requestOfToken(deps: Open311Deps, request: FastifyRequest): Promise<Answer> {
  const [token, { machine }] = [idOf(request), request];
  const requestId = uuid.test(token) ? token : machine && namedRequestId(machine.keyId, token);
  const id = requestId && (await idOfRequest(deps, machine, requestId));
  if (!id) throw refuse(open311Reasons.token_unknown, {}, { token: open311Reasons.token_unknown });
  return { root: 'service_requests', content: [{ service_request_id: id, token }] };
}

/** The case code for a key that sees the case, else the id that anybody may know. */
async function idOfRequest({ db }: Open311Deps, machine: Machine | null, requestId: string) {
  const found = await inScope(db, systemScope, (trx) => findByRequest(trx, requestId));
  if (!found || !machine) return found?.public_id;
  const seen = await inScope(db, machine.actor.scope, (trx) => readCaseRow(trx, found.code));
  return seen ? found.code : found.public_id;
}
