import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { faultReasons } from '#platform/http/answer-failures.ts';
import { asRefusal } from '#platform/http/failures.ts';
import { type Facts, type Reason, type Refused, refuse } from '#platform/refused.ts';
import { fill } from '#platform/text.ts';
import { answer, type Format } from './answer.ts';
import { open311Reasons } from './reasons.ts';

/** Every failure below this instance in the standard's shape; what cannot be told from the address is answered in XML, which every client must read. */
export function answerInTheStandard(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => refusal(request, reply, refuse(open311Reasons.no_such_address)));
  app.setErrorHandler((error, request, reply) => {
    const refused = asRefusal(error);
    if (!refused) request.log.error({ err: error, route: request.routeOptions.url }, 'a fault');
    return refusal(request, reply, refused ?? refuse(faultReasons.fault));
  });
}

/** 403 for the key, 404 for what does not exist, 400 for all else (GeoReport v2, Errors); 429 and 503 are said as HTTP says them. */
const standardStatus = (status: number): number => {
  if (status === 401) return 403;
  return [403, 404, 429, 503].includes(status) ? status : 400;
};

// What is said to a person before a page has no meaning here.
const instead: Record<string, Reason> = {
  page_not_found: open311Reasons.no_such_address,
  bad_input: open311Reasons.cannot_read,
  unsupported_type: open311Reasons.form_needed,
};

function refusal(request: FastifyRequest, reply: FastifyReply, refused: Refused): FastifyReply {
  const { language } = request;
  const reason = instead[refused.reason.code] ?? refused.reason;
  const fields = Object.entries(refused.fields);
  const errors =
    fields.length === 0
      ? [{ code: standardStatus(reason.status), description: fill(reason[language], refused.facts) }]
      : fields.map(([field, why]) => ({
          code: standardStatus(why.status),
          description: `${field}: ${fill(why[language], refused.facts)}`,
        }));
  const codes = new Set(errors.map(({ code }) => code));
  const [only] = codes;
  reply.status(codes.size === 1 && only !== undefined ? only : 400);
  if (reason.status === 503) reply.header('retry-after', '30');
  return answer(reply, formatOf(request.url), { root: 'errors', content: errors });
}

const formatOf = (url: string): Format => (/\.json(\?|$)/.test(url) ? 'json' : 'xml');

export type Fault = { reason: Reason; facts?: Facts | undefined };

/** Names every malformed field at once, each with its own facts. */
export function refuseFaults(faults: Record<string, Fault>): void {
  const fields = Object.entries(faults).map(([field, { reason, facts = {} }]) => [
    field,
    { ...reason, vi: fill(reason.vi, facts), en: fill(reason.en, facts) },
  ]);
  if (fields.length > 0) throw refuse(open311Reasons.something_wrong, {}, Object.fromEntries(fields));
}
