import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuse } from '#platform/refused.ts';
import { type Caretaker, deleteEndpoint, switchEndpoint, type WebhookDeps } from '../endpoints.ts';
import { sendAgain, sendTest } from '../messages.ts';
import { webhookReasons } from '../reasons.ts';
import { texts } from './texts.ts';

const done = {
  'gui-thu': texts.done_test,
  'gui-lai': texts.done_again,
  bat: texts.done_on,
  tat: texts.done_off,
  xoa: texts.done_removed,
};

/** What was just done, from the address. */
export function doneWords(request: FastifyRequest): string | null {
  const { xong } = z.object({ xong: z.string().optional() }).catch({}).parse(request.query);
  const words = Object.entries(done).find(([slug]) => slug === xong)?.[1];
  return words?.[request.language] ?? null;
}

export function endpointIdOf({ params }: FastifyRequest): string {
  const { data } = z.object({ id: z.uuid() }).safeParse(params);
  if (!data) throw refuse(webhookReasons.endpoint_not_found);
  return data.id;
}

/** The buttons of an endpoint: each does one thing and leads back to the page. */
export function doingRoutes(
  app: FastifyInstance,
  deps: WebhookDeps,
  caretakerOf: (request: FastifyRequest) => Caretaker,
): void {
  const on = (
    slug: 'gui-thu' | 'bat' | 'tat' | 'xoa',
    act: (by: Caretaker, id: string) => Promise<unknown>,
  ) =>
    app.post(`/bang/webhook/:id/${slug}`, async (request, reply) => {
      const id = endpointIdOf(request);
      await act(caretakerOf(request), id);
      return reply.redirect(`/bang/webhook${slug === 'xoa' ? '' : `/${id}`}?xong=${slug}`, 303);
    });
  on('gui-thu', (by, id) => sendTest(deps, by, id));
  on('bat', (by, id) => switchEndpoint(deps, by, id, true));
  on('tat', (by, id) => switchEndpoint(deps, by, id, false));
  on('xoa', (by, id) => deleteEndpoint(deps, by, id));
  app.post('/bang/webhook/:id/tin/:mid/gui-lai', async (request, reply) => {
    const [by, id] = [caretakerOf(request), endpointIdOf(request)];
    const { data } = z.object({ mid: z.uuid() }).safeParse(request.params);
    if (!data) throw refuse(webhookReasons.message_not_found);
    await sendAgain(deps, by, id, data.mid);
    return reply.redirect(`/bang/webhook/${id}?xong=gui-lai`, 303);
  });
}
