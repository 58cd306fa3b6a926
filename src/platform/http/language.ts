import type {} from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Language } from '../text.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the reader chose; Vietnamese until they choose. */
    language: Language;
  }
}

const known = (value: unknown): Language | null => (value === 'vi' || value === 'en' ? value : null);

/** Programs say it in a header. Browsers send one too, mostly a foreign maker's default: a page stays Vietnamese until somebody chooses. */
function wanted({ url, headers }: FastifyRequest): Language | null {
  if (!url.startsWith('/api/')) return null;
  const ranges = (headers['accept-language'] ?? '').split(',').map((range) => {
    const [tag = '', q] = range.trim().split(/\s*;\s*q=/);
    return { language: known(tag.slice(0, 2).toLowerCase()), weight: q === undefined ? 1 : Number(q) || 0 };
  });
  const liked = ranges.filter(({ language, weight }) => language && weight > 0);
  return liked.sort((a, b) => b.weight - a.weight)[0]?.language ?? null;
}

/** `?lang=en` chooses and is remembered; a year is enough. */
export function readLanguage(app: FastifyInstance): void {
  app.decorateRequest('language', 'vi');
  app.addHook('onRequest', async (request, reply) => {
    const asked = known(new URLSearchParams(request.url.split('?')[1]).get('lang'));
    request.language = asked ?? known(request.cookies.lang) ?? wanted(request) ?? 'vi';
    if (asked)
      reply.setCookie('lang', asked, { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true });
  });
}
