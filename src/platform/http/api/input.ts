import type { FastifyInstance, FastifyRequest } from 'fastify';
import { httpReasons } from '#platform/http/failures.ts';
import { fieldOf, inputReasons } from '#platform/http/invalid-input.ts';
import { type Reason, refuse } from '#platform/refused.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** This route takes a form with files, and nothing else. */
    files?: true;
    /** This route answers with something other than JSON. */
    notJson?: true;
  }
}

/** Everything registered on this instance takes JSON in UTF-8 and answers in JSON; what cannot be kept is refused by name. No cache in between keeps an answer. */
export function readJsonOnly(app: FastifyInstance): void {
  app.removeContentTypeParser(['application/json', 'text/plain', 'application/x-www-form-urlencoded']);
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const charset = /charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (charset && !/^utf-?8$/i.test(charset)) return done(refuse(httpReasons.unsupported_type));
    const text = decode(Buffer.from(body));
    if (text === null) return done(refuse(httpReasons.not_utf8));
    parse(request, text, done);
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'private, no-store');
    if (!request.routeOptions.config.notJson && !takesJson(request.headers.accept))
      throw refuse(httpReasons.not_acceptable);
  });
  app.addHook('preValidation', async (request) => {
    const { body, query, params, routeOptions } = request;
    if (request.isMultipart() && !routeOptions.config.files) throw refuse(httpReasons.unsupported_type);
    if (routeOptions.config.files) return;
    if (routeOptions.schema?.body && (body === undefined || body === null)) request.body = {};
    const found: Found = {};
    for (const [part, value] of Object.entries({ body, querystring: query, params }))
      look(value, part, [], found);
    if (Object.keys(found).length > 0) throw refuse(inputReasons.invalid_input, {}, found);
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
function decode(body: Buffer): string | null {
  try {
    return utf8.decode(body);
  } catch {
    return null;
  }
}

const takesJson = (accept: FastifyRequest['headers']['accept']): boolean =>
  accept === undefined || accept.trim() === '' || /\*\/\*|application\/(\*|json|problem\+json)/i.test(accept);

type Found = Record<string, Reason>;
const deepest = 24;
const mostNamed = 50;

/** PostgreSQL keeps no NUL and no half of a surrogate pair, neither in text nor in JSON. */
function look(value: unknown, part: string, path: readonly string[], found: Found): void {
  if (Object.keys(found).length >= mostNamed) return;
  if (typeof value === 'string') {
    if (!isKept(value)) found[fieldOf(part, path)] = inputReasons.unreadable_character;
  } else if (typeof value === 'object' && value !== null) {
    if (path.length >= deepest) found[fieldOf(part, path.slice(0, 3))] = inputReasons.too_deep;
    else
      for (const [key, inner] of Object.entries(value)) {
        if (isKept(key)) look(inner, part, [...path, key], found);
        else found[fieldOf(part, path)] = inputReasons.unreadable_character;
      }
  }
}

const isKept = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
