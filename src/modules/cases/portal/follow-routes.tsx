import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readServiceVersion } from '#modules/catalogue/index.ts';
import { httpReasons } from '#platform/http/failures.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { defineReasons, type Reason, refuse } from '#platform/refused.ts';
import { showPortal } from '#ui/show-portal.tsx';
import { readCaseById } from '../queries.ts';
import { ownCases, rememberCase } from './case-cookie.ts';
import type { CasePortalDeps } from './deps.ts';
import { FollowPage } from './follow-page.tsx';
import { findOwn } from './own-case.ts';
import { texts } from './texts.ts';

const followReasons = defineReasons({
  no_match: {
    status: 422,
    vi: 'Mã hồ sơ và số điện thoại (hoặc e-mail) này không khớp. Anh/chị xem lại trên biên nhận hoặc tin nhắn.',
    en: 'This case code and phone number (or e-mail) do not belong together. Check the receipt or the message.',
  },
});

const form = z.object({ code: z.string().max(100).default(''), contact: z.string().max(200).default('') });

/** Code and phone open a case. Tries are few: the code alone must not be worth guessing. */
export function followRoutes(app: FastifyInstance, deps: CasePortalDeps): void {
  app.get('/theo-doi', (request, reply) => {
    const { ma } = z
      .object({ ma: z.string().max(40).default('') })
      .catch({ ma: '' })
      .parse(request.query);
    return show(deps, request, reply, { code: ma }, null);
  });
  app.register(async (limited) => {
    await limited.register(rateLimit, {
      max: 10,
      timeWindow: '1 minute',
      errorResponseBuilder: (_, { ttl }) => refuse(httpReasons.too_many, { seconds: Math.ceil(ttl / 1000) }),
    });
    limited.post('/theo-doi', async (request, reply) => {
      const typed = form.catch({ code: '', contact: '' }).parse(request.body);
      const found = await findOwn(deps.db, typed.code, typed.contact);
      if (!found) return show(deps, request, reply, typed, followReasons.no_match);
      rememberCase(request, reply, found.id, deps.secureCookies);
      return reply.redirect(`/ho-so/${found.code}`, 303);
    });
  });
}

async function show(
  deps: CasePortalDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Record<string, string>,
  wrong: Reason | null,
) {
  const { language } = request;
  const errors: Record<string, string> = wrong ? { code: wrong[language] } : {};
  const page = (
    <FollowPage language={language} typed={typed} errors={errors} mine={await mine(deps, request)} />
  );
  return showPortal(
    deps,
    request,
    reply,
    { title: texts.follow_title, ...(wrong ? { status: 422 } : {}) },
    page,
  );
}

const mine = (deps: CasePortalDeps, request: FastifyRequest) => {
  const ids = ownCases(request);
  return inScope(deps.db, { paths: [], caseIds: ids, system: false }, async (trx) => {
    const list: { code: string; name: string }[] = [];
    for (const id of ids) {
      const row = await readCaseById(trx, id);
      if (row)
        list.push({
          code: row.code,
          name: (await readServiceVersion(trx, row.service_version_id)).definition.name[request.language],
        });
    }
    return list;
  });
};
