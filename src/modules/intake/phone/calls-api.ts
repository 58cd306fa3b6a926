import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import { callEventKinds } from './rules/fold-call.ts';
import { type PhoneDeps, tellOfCall } from './tell-of-call.ts';

/** What a switchboard may call a number: no control characters, no more than a SIP address needs. */
const number = z
  .string()
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
  .nullish()
  .transform((given) => given?.trim() ?? '');

const eventSchema = z.object({
  callId: z
    .string()
    .regex(/^[\x21-\x7e]{1,100}$/)
    .describe('The number the switchboard gives the call: the same in each of its events.'),
  event: z.enum(callEventKinds),
  at: z.iso
    .datetime({ offset: true })
    .refine((at) => Number.isFinite(Date.parse(at)))
    .describe("When it happened, by the switchboard's clock: at most 5 minutes ahead and 7 days behind."),
  caller: number.describe('As the switchboard has it; empty, null or "anonymous" where it is withheld.'),
  line: number.describe('The number that was called.'),
  extension: z
    .string()
    .regex(/^[0-9A-Za-z*#._-]{0,20}$/)
    .nullish()
    .transform((given) => given ?? '')
    .describe('The telephone it rings at or was taken at.'),
});

const answerSchema = z.object({
  id: z.uuid(),
  callId: z.string(),
  state: z.enum(callEventKinds),
  replayed: z.boolean().describe('This event was told before; nothing changed.'),
});

/** What a switchboard tells of its calls. */
export function callsApi(app: FastifyInstance, deps: PhoneDeps): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/v1/calls',
    {
      schema: {
        operationId: 'tellOfCall',
        tags: ['calls'],
        summary: 'Tell of a telephone call: it rings, was answered, ended or was abandoned',
        body: eventSchema,
        response: { 200: answerSchema },
      },
    },
    async (request) => {
      const { callId, event, at, caller, line, extension } = request.body;
      const told = { callId, event, at: new Date(at), callerGiven: caller, line, extension };
      return { callId, ...(await tellOfCall(deps, machineOf(request), told)) };
    },
  );
}
