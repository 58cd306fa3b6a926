import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { signedInAs } from '#modules/accounts/index.ts';
import type { CaseConsoleDeps } from './case-routes.tsx';
import { concerns, parseChange } from './live.ts';
import { isFor, parseTelling } from './telling.ts';

const heartbeat = 25_000;
/** Then the browser comes again by itself, and is asked anew who it is. */
const longest = 300_000;

/** One stream a page: the codes of cases that changed, of units the viewer may see, and what else is told to them. `*` after a gap: anything may have. */
export function liveRoute(app: FastifyInstance, { changes }: CaseConsoleDeps): void {
  const streams = new Set<ServerResponse>();
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });
  app.get('/bang/truc-tiep', { config: { staysOpen: true } }, (request, reply) => {
    const actor = signedInAs(request);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 3000\n\n');
    streams.add(raw);
    const tell = (event: string, data: string) => raw.write(`event: ${event}\ndata: ${data}\n\n`);
    const leave = changes.subscribe((payload) => {
      const change = payload === null ? null : parseChange(payload);
      const telling = payload === null ? null : parseTelling(payload);
      if (payload === null) for (const event of ['change', 'calls']) tell(event, '*');
      else if (change && concerns(actor, change)) tell('change', change.code);
      else if (telling && isFor(actor, telling)) tell(telling.event, telling.data);
    });
    const beat = setInterval(() => raw.write(': \n\n'), heartbeat);
    // Back at once: what comes while nobody listens is not told again.
    const end = setTimeout(() => raw.end('retry: 50\n\n'), longest);
    raw.on('close', () => {
      clearInterval(beat);
      clearTimeout(end);
      streams.delete(raw);
      leave();
    });
  });
}
