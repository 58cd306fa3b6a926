import type { FastifyInstance, FastifyRequest } from 'fastify';
import { defineReasons, refuse } from '../refused.ts';

export const originReasons = defineReasons({
  sent_from_elsewhere: {
    status: 403,
    vi: 'Biểu mẫu này không được gửi từ trang của chúng tôi. Anh/chị mở lại trang rồi gửi lại.',
    en: 'This form was not sent from our pages. Open the page again and send it from there.',
  },
});

const reading = ['GET', 'HEAD', 'OPTIONS'];

/** A form is sent from our own pages or not at all. Programs that send no such header carry no cookie of a person. */
export function refuseOtherOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!reading.includes(request.method) && isForeign(request))
      throw refuse(originReasons.sent_from_elsewhere);
  });
}

function isForeign({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}
