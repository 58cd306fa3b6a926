import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { Actor } from '#modules/organisation/index.ts';
import type { ShowRefusal } from '#platform/http/answer-failures.ts';
import type {} from '#platform/http/language.ts';
import type {} from '#platform/http/pages.ts';
import { fill, type Text } from '#platform/text.ts';
import { ConsoleLayout, type ConsoleLink, type ConsolePerson } from '#ui/console-layout.tsx';
import type { AccountDeps } from './sign-in.ts';
import { texts } from './texts.ts';

/** Who is at the console, for as long as one request. */
export type SignedIn = {
  actor: Actor;
  person: ConsolePerson;
  email: string;
  byPassword: boolean;
  secondFactor: boolean;
};

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | null;
  }
}

export type ConsoleDeps = AccountDeps & {
  demo: boolean;
  oidc: boolean;
  /** The links at the top, for this person. */
  links(actor: Actor): ConsoleLink[];
  /** The address of a built stylesheet or script. */
  asset(name: string): string;
};

type Page = { title: Text; status?: number };

/** Sends a page of the console in its frame, in the reader's language. Nothing of it is kept by caches. */
export function showConsole(
  deps: Pick<ConsoleDeps, 'links' | 'asset'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { title, status = 200 }: Page,
  content: ReactNode,
): FastifyReply {
  const { signedIn, language } = request;
  reply.status(status).header('cache-control', 'no-store');
  admitTurboStyle(reply);
  return reply.page(
    <ConsoleLayout
      title={title[language]}
      language={language}
      css={[deps.asset('console.css')]}
      script={deps.asset('console.js')}
      person={signedIn?.person ?? null}
      links={signedIn ? deps.links(signedIn.actor) : []}
      path={request.method === 'GET' ? request.url : homeOf(request).href}
      home={homeOf(request)}
    >
      {content}
    </ConsoleLayout>,
  );
}

/** Where the name at the top leads: officers of State bodies, and who comes by a link of theirs, are not at the utility's console. */
function homeOf({ signedIn, url }: FastifyRequest): { href: string; name: Text } {
  const ofBody = signedIn ? signedIn.actor.role === 'officer' : url.startsWith('/co-quan');
  return ofBody ? { href: '/co-quan', name: texts.bodies } : { href: '/bang', name: texts.console };
}

/** Turbo puts the style of its progress bar into the page; it is admitted by its digest, and nothing else is. */
const turboStyle = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";

function admitTurboStyle(reply: FastifyReply): void {
  const policy = reply.getHeader('content-security-policy');
  if (typeof policy === 'string')
    reply.header(
      'content-security-policy',
      policy.replace("style-src 'self'", `style-src 'self' ${turboStyle}`),
    );
}

const refusedTitle: Text = { vi: 'Chưa làm được', en: 'That did not work' };

/** A refusal that no page of its own explains: what is wrong, what to do, and the way back. */
export const showConsoleRefusal =
  (deps: Pick<ConsoleDeps, 'links' | 'asset'>): ShowRefusal =>
  (request, reply, { reason, facts }) =>
    showConsole(
      deps,
      request,
      reply,
      { title: refusedTitle, status: reply.statusCode },
      <div className="narrow">
        <h1>{refusedTitle[request.language]}</h1>
        <p className="notice bad" role="alert">
          {fill(reason[request.language], facts)}
        </p>
        {!request.url.startsWith('/co-quan/viec') && (
          <p>
            <a href={homeOf(request).href}>{texts.to_console[request.language]}</a>
          </p>
        )}
      </div>,
    );
