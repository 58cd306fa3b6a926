import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { oidcProvider } from './auth.ts';
import type { ConsoleDeps } from './console-frame.tsx';
import { nextPage } from './next-page.ts';

const failed = '/bang/dang-nhap?error=oidc';

/** Sign-in with the organisation's own provider, when it is set up. Only people of the staff come in. */
export function oidcRoutes(app: FastifyInstance, deps: ConsoleDeps & { url: string }): void {
  if (!deps.oidc) return;
  // A link, not a form: browsers hold a form to our own pages even where the answer sends it on.
  app.get('/bang/dang-nhap/co-quan', async (request, reply) => {
    const { next } = z.object({ next: z.string().default('') }).parse(request.query ?? {});
    const begun = await deps.auth.api.signInSocial({
      body: {
        provider: oidcProvider,
        callbackURL: nextPage(next),
        errorCallbackURL: failed,
        disableRedirect: true,
      },
      headers: fromNodeHeaders(request.headers),
      returnHeaders: true,
    });
    return reply
      .header('set-cookie', begun.headers.getSetCookie())
      .redirect(begun.response.url ?? failed, 303);
  });
  app.get(`/bang/auth/callback/${oidcProvider}`, async (request, reply) => {
    const asked = new Request(new URL(request.url, deps.url), { headers: fromNodeHeaders(request.headers) });
    const answer = await deps.auth.handler(asked);
    reply.header('set-cookie', answer.headers.getSetCookie());
    return reply.redirect(withinConsole(answer.headers.get('location'), deps.url), 303);
  });
}

/** Where Better Auth wants to go: a page of ours, or back to signing in with what went wrong. */
function withinConsole(location: string | null, url: string): string {
  if (!location || !URL.canParse(location, url)) return failed;
  const target = new URL(location, url);
  if (target.origin !== new URL(url).origin || target.searchParams.has('error')) return failed;
  return nextPage(target.pathname + target.search);
}
