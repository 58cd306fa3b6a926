import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a whole page, rendered here and now; nothing of React goes with it. */
    page(element: ReactElement): FastifyReply;
  }
}

/** Adds `reply.page` to the whole server. */
export function sendPages(app: FastifyInstance): void {
  app.decorateReply('page', function (this: FastifyReply, element: ReactElement) {
    return this.type('text/html; charset=utf-8').send(`<!doctype html>${renderToStaticMarkup(element)}`);
  });
}
