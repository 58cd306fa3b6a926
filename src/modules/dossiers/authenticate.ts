import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { signedHeaders } from '#modules/webhooks/index.ts';
import { refuse } from '#platform/refused.ts';
import { type EndpointDeps, endpointOfDoor, secretName } from './endpoints.ts';
import type { EndpointRow } from './queries-endpoints.ts';
import { portalReasons } from './reasons.ts';

const tolerance = 300;
const given = (headers: IncomingHttpHeaders, name: string): string => String(headers[name] ?? '');

/**
 * Whose message it is, proved by its signature over id, time and the bytes of the body (Standard Webhooks). A portal that is not
 * known or switched off is answered as one whose signature is wrong: nobody learns by asking which portals there are.
 */
export async function authenticate(
  deps: EndpointDeps,
  code: string,
  headers: IncomingHttpHeaders,
  body: string,
): Promise<{ endpoint: EndpointRow; messageId: string }> {
  const endpoint = await endpointOfDoor(deps, code);
  const messageId = given(headers, 'webhook-id');
  const seconds = Number(given(headers, 'webhook-timestamp'));
  if (!endpoint?.active || messageId === '' || messageId.length > 200 || !Number.isInteger(seconds))
    throw refuse(portalReasons.signature_wrong);
  const secret = deps.sealer.open(secretName(code, 'in'), endpoint.secret_in_sealed);
  const right = signedHeaders(messageId, new Date(seconds * 1000), body, [secret])['webhook-signature'];
  const sent = given(headers, 'webhook-signature').split(' ').slice(0, 8);
  if (!sent.some((one) => same(one, right))) throw refuse(portalReasons.signature_wrong);
  if (Math.abs(deps.clock.now().getTime() / 1000 - seconds) > tolerance)
    throw refuse(portalReasons.timestamp_stale);
  return { endpoint, messageId };
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
