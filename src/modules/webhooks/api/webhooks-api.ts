import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import { askedOnce } from '#platform/http/api/idempotency.ts';
import {
  type Caretaker,
  createEndpoint,
  deleteEndpoint,
  listEndpoints,
  rotateSecret,
  switchEndpoint,
  type WebhookDeps,
} from '../endpoints.ts';
import { messagesApi } from './messages-api.ts';
import { endpoint, endpointWithSecret, newEndpoint, ofEndpoint, showEndpoint } from './schemas.ts';

const tags = ['webhooks'];

const caretaker = (request: FastifyRequest): Caretaker => machineOf(request);
const asked = (request: FastifyRequest) => askedOnce(request, machineOf(request).keyId);

/** A program looks after the endpoints of its own key; one with the role of administrator after all of its units. */
export function webhooksApi(given: FastifyInstance, deps: WebhookDeps): void {
  const app = given.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/api/v1/webhooks',
    {
      schema: {
        ...{ operationId: 'createWebhook', tags, summary: 'Register an address to be told of events' },
        body: newEndpoint,
        response: { 201: endpointWithSecret },
      },
    },
    async (request, reply) => {
      const { endpoint: row, secret } = await createEndpoint(
        deps,
        caretaker(request),
        request.body,
        asked(request),
      );
      return reply.status(201).send({ ...showEndpoint(row), secret });
    },
  );
  app.get(
    '/api/v1/webhooks',
    {
      schema: {
        ...{ operationId: 'listWebhooks', tags, summary: 'Your addresses, newest first' },
        response: { 200: z.object({ webhooks: z.array(endpoint) }) },
      },
    },
    async (request) => ({ webhooks: (await listEndpoints(deps, caretaker(request))).map(showEndpoint) }),
  );
  changeApi(given, deps);
  switchApi(given, deps);
  messagesApi(given, deps);
}

function changeApi(given: FastifyInstance, deps: WebhookDeps): void {
  const app = given.withTypeProvider<ZodTypeProvider>();
  app.delete(
    '/api/v1/webhooks/:id',
    {
      schema: {
        ...{ operationId: 'deleteWebhook', tags, summary: 'No longer be told' },
        params: ofEndpoint,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await deleteEndpoint(deps, caretaker(request), request.params.id);
      return reply.status(204).send(null);
    },
  );
  app.post(
    '/api/v1/webhooks/:id/rotate',
    {
      schema: {
        ...{
          operationId: 'rotateWebhookSecret',
          tags,
          summary: 'A new secret; the old one signs too for 24 hours',
        },
        params: ofEndpoint,
        response: { 200: endpointWithSecret },
      },
    },
    async (request) => {
      const { endpoint: row, secret } = await rotateSecret(
        deps,
        caretaker(request),
        request.params.id,
        asked(request),
      );
      return { ...showEndpoint(row), secret };
    },
  );
}

function switchApi(given: FastifyInstance, deps: WebhookDeps): void {
  const app = given.withTypeProvider<ZodTypeProvider>();
  for (const [word, on] of [
    ['enable', true],
    ['disable', false],
  ] as const)
    app.post(
      `/api/v1/webhooks/:id/${word}`,
      {
        schema: {
          ...{ operationId: `${word}Webhook`, tags, summary: on ? 'Send again' : 'Send nothing for now' },
          params: ofEndpoint,
          response: { 200: endpoint },
        },
      },
      async (request) =>
        showEndpoint(await switchEndpoint(deps, caretaker(request), request.params.id, on, asked(request))),
    );
}
