import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { defineReasons, type Refused, refuse } from '../refused.ts';
import { fill } from '../text.ts';
import { asRefusal, httpReasons } from './failures.ts';

export const faultReasons = defineReasons({
  fault: {
    status: 503,
    vi: 'Có lỗi ngoài dự kiến, chúng tôi đã ghi lại. Những gì đã được xác nhận vẫn còn nguyên. Xin thử lại.',
    en: 'Something unforeseen went wrong; it has been noted. Whatever was confirmed is safe. Please try again.',
  },
});

export type ShowRefusal = (request: FastifyRequest, reply: FastifyReply, refused: Refused) => FastifyReply;

/** One place where errors become answers: a page for a person, an RFC 9457 problem for a program. */
export function answerFailures(app: FastifyInstance, show: ShowRefusal): void {
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, refuse(httpReasons.page_not_found), 404, show),
  );
  app.setErrorHandler((error, request, reply) => {
    const refused = asRefusal(error);
    if (!refused) request.log.error({ err: error, route: request.routeOptions.url }, 'a fault');
    const status = refused ? refused.reason.status : 500;
    return answer(request, reply, refused ?? refuse(faultReasons.fault), status, show);
  });
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refused,
  status: number,
  show: ShowRefusal,
): FastifyReply {
  reply.status(status).header('cache-control', 'no-store');
  if (status === 503) reply.header('retry-after', '30');
  if (status === 429 && refused.facts.seconds) reply.header('retry-after', String(refused.facts.seconds));
  return wantsProblem(request) ? problem(request, reply, refused, status) : show(request, reply, refused);
}

const wantsProblem = ({ url, headers }: FastifyRequest): boolean =>
  url.startsWith('/api/') || (headers.accept ?? '').includes('json');

/** RFC 9457, in the reader's language; each wrong field is named. */
function problem(
  { language, url }: FastifyRequest,
  reply: FastifyReply,
  refused: Refused,
  status: number,
): FastifyReply {
  const { reason, facts, fields } = refused;
  const errors = Object.entries(fields).map(([field, why]) => ({
    field,
    code: why.code,
    detail: fill(why[language], facts),
  }));
  return reply.type('application/problem+json; charset=utf-8').send(
    JSON.stringify({
      type: `urn:motcua:${reason.code}`,
      title: reason.code,
      status,
      detail: fill(reason[language], facts),
      instance: url.split('?')[0],
      errors,
    }),
  );
}
