import type { FastifyReply } from 'fastify';

/** A slip, to be read in the browser and printed. */
export function sendPdf(reply: FastifyReply, pdf: Buffer, name: string): FastifyReply {
  reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`);
  return reply
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(pdf);
}
