import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { defineReasons, type Refused, refuse } from '../refused.ts';
import { asRefusal, httpReasons } from './failures.ts';
import { sendProblem } from './problem.ts';

export const faultReasons = defineReasons({
  fault: {
    status: 503,
    vi: 'Có lỗi ngoài dự kiến, chúng tôi đã ghi lại. Những gì đã được xác nhận vẫn còn nguyên. Xin thử lại.',
    en: 'Something unforeseen went wrong; it has been noted. Whatever was confirmed is safe. Please try again.',
  },
});

export type ShowRefusal = (request: FastifyRequest, reply: FastifyReply, refused: Refused) => FastifyReply;

/** One place where errors become answers: a page for a person, an RFC 9457 problem for a program. `url`: where people reach us. */
export function answerFailures(app: FastifyInstance, show: ShowRefusal, url = ''): void {
  const answer = answering(show, url);
  app.setNotFoundHandler((request, reply) => answer(request, reply, refuse(httpReasons.page_not_found), 404));
  app.setErrorHandler((error, request, reply) => {
    const refused = asRefusal(error);
    if (!refused) request.log.error({ err: error, route: request.routeOptions.url }, 'a fault');
    const status = refused ? refused.reason.status : 500;
    return answer(request, reply, refused ?? refuse(faultReasons.fault), status);
  });
}

const answering =
  (show: ShowRefusal, url: string) =>
  (request: FastifyRequest, reply: FastifyReply, refused: Refused, status: number): FastifyReply => {
    reply.status(status).header('cache-control', 'no-store');
    if (status === 503) reply.header('retry-after', '30');
    if (status === 429 && refused.facts.seconds) reply.header('retry-after', String(refused.facts.seconds));
    return wantsProblem(request)
      ? sendProblem(request, reply, refused, status, url)
      : show(request, reply, refused);
  };

const wantsProblem = ({ url, headers }: FastifyRequest): boolean =>
  url.startsWith('/api/') || (headers.accept ?? '').includes('json');
