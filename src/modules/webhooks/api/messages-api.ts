import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import { askedOnce } from '#platform/http/api/idempotency.ts';
import type { Caretaker, WebhookDeps } from '../endpoints.ts';
import { listMessages, sendAgain, sendTest } from '../messages.ts';
import { message, ofEndpoint, showMessage } from './schemas.ts';

const tags = ['webhooks'];
const ofMessage = z.object({ id: z.uuid(), mid: z.uuid() });
const wanted = z.object({
  after: z.string().max(100).nullable().default(null).describe('`next` of the page before'),
  state: z.literal('failed').optional().describe('only what failed'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
const caretaker = (request: FastifyRequest): Caretaker => machineOf(request);
const asked = (request: FastifyRequest) => askedOnce(request, machineOf(request).keyId);

/** What was sent, a test, and the same message once more. */
export function messagesApi(given: FastifyInstance, deps: WebhookDeps): void {
  const app = given.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/v1/webhooks/:id/messages',
    {
      schema: {
        ...{
          operationId: 'listWebhookMessages',
          tags,
          summary: 'What was sent, newest first, with every try',
        },
        params: ofEndpoint,
        querystring: wanted,
        response: { 200: z.object({ messages: z.array(message), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { after, limit, state } = request.query;
      const asked = { after, limit, failedOnly: state === 'failed' };
      const page = await listMessages(deps, caretaker(request), request.params.id, asked);
      return { messages: page.messages.map(showMessage), next: page.next };
    },
  );
  sendApi(given, deps);
}

function sendApi(given: FastifyInstance, deps: WebhookDeps): void {
  const app = given.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/api/v1/webhooks/:id/test',
    {
      schema: {
        ...{ operationId: 'testWebhook', tags, summary: 'Send a webhook.test' },
        params: ofEndpoint,
        response: { 202: z.object({ messageId: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const messageId = await sendTest(deps, caretaker(request), request.params.id, asked(request));
      return reply.status(202).send({ messageId });
    },
  );
  app.post(
    '/api/v1/webhooks/:id/messages/:mid/resend',
    {
      schema: {
        ...{
          operationId: 'resendWebhookMessage',
          tags,
          summary: 'The same message once more, with the same id',
        },
        params: ofMessage,
        response: { 202: z.object({ messageId: z.uuid() }) },
      },
    },
    async (request, reply) => {
      const { id, mid } = request.params;
      await sendAgain(deps, caretaker(request), id, mid, asked(request));
      return reply.status(202).send({ messageId: mid });
    },
  );
}
