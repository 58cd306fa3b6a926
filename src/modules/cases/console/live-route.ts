import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { signedInAs } from '#modules/accounts/index.ts';
import type { CaseConsoleDeps } from './case-routes.tsx';
import { concerns, parseChange } from './live.ts';

const heartbeat = 25_000;
/** Then the browser comes again by itself, and is asked anew who it is. */
const longest = 300_000;

/** One stream a page: the codes of cases that changed, of units the viewer may see. `*` after a gap: anything may have. */
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
    const tell = (code: string) => raw.write(`event: change\ndata: ${code}\n\n`);
    const leave = changes.subscribe((payload) => {
      const change = payload === null ? null : parseChange(payload);
      if (payload === null) tell('*');
      else if (change && concerns(actor, change)) tell(change.code);
    });
    const beat = setInterval(() => raw.write(': \n\n'), heartbeat);
    const end = setTimeout(() => raw.end(), longest);
    raw.on('close', () => {
      clearInterval(beat);
      clearTimeout(end);
      streams.delete(raw);
      leave();
    });
  });
}
