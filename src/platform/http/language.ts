import type {} from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Language } from '../text.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the reader chose; Vietnamese until they choose. */
    language: Language;
  }
}

const known = (value: unknown): Language | null => (value === 'vi' || value === 'en' ? value : null);

/** `?lang=en` chooses and is remembered; a year is enough. */
export function readLanguage(app: FastifyInstance): void {
  app.decorateRequest('language', 'vi');
  app.addHook('onRequest', async (request, reply) => {
    const asked = known(new URLSearchParams(request.url.split('?')[1]).get('lang'));
    request.language = asked ?? known(request.cookies.lang) ?? 'vi';
    if (asked)
      reply.setCookie('lang', asked, { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true });
  });
}
