import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { showConsole } from '#modules/accounts/index.ts';
import { readForm } from '#platform/http/read-form.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { fill, type Text } from '#platform/text.ts';
import { type ByLink, readLink } from '../links.ts';
import { readTask, type TaskView } from '../read-task.ts';
import { agencyReasons } from '../reasons.ts';
import { bodyActs, perform } from './body-acts.ts';
import type { Failed } from './form.tsx';
import { type BodyDeps, sendPaper, titleOf } from './routes.tsx';
import { TaskPage } from './task-page.tsx';
import { t } from './texts.ts';

type Came = { by: ByLink; view: TaskView; base: string };

/** What a body without officers here reaches by the link in its letter: one step, and nobody signs in. Mail programs follow links, so that opening the page changes nothing. */
export function linkRoutes(app: FastifyInstance, deps: BodyDeps): void {
  app.addHook('onSend', async (_, reply) => {
    reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex');
  });
  app.get('/co-quan/viec/:token', async (request, reply) =>
    show(deps, request, reply, await cameBy(deps, request), null),
  );
  app.get('/co-quan/viec/:token/tep/:document', async (request, reply) =>
    sendPaper(deps, request, reply, (await cameBy(deps, request)).view),
  );
  for (const act of bodyActs)
    app.post(`/co-quan/viec/:token/${act.slug}`, async (request, reply) => {
      const came = await cameBy(deps, request);
      const form = await readForm(request, deps.files);
      try {
        await perform(deps, came.by.actor, act, came.view, form, came.by.through);
      } catch (error) {
        if (!(error instanceof Refused) || [404, 503].includes(error.reason.status)) throw error;
        const fresh = await cameBy(deps, request);
        return show(deps, request, reply, fresh, { slug: act.slug, refused: error, typed: form.fields });
      }
      if (act.decides) return thank(deps, request, reply, act.name);
      return reply.redirect(`${came.base}?xong=${act.slug}`, 303);
    });
}

/** The step that the link stands for, or the reason why it no longer does. */
async function cameBy(deps: BodyDeps, request: FastifyRequest): Promise<Came> {
  const { token } = z.object({ token: z.string() }).parse(request.params);
  const by = await readLink(deps, token);
  const view = await inScope(deps.db, by.actor.scope, (trx) =>
    readTask(trx, by.taskId, deps.clock.now(), by.through.attemptId),
  );
  if (!view) throw refuse(agencyReasons.link_unknown);
  return { by, view, base: `/co-quan/viec/${token}` };
}

function show(
  deps: BodyDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { view, base }: Came,
  failed: Failed | null,
) {
  const { language } = request;
  const { xong } = z.object({ xong: z.string().optional() }).catch({}).parse(request.query);
  const done = failed ? null : (bodyActs.find(({ slug }) => slug === xong)?.name ?? null);
  const page = <TaskPage {...{ view, base, language, failed, done }} byLink now={deps.clock.now()} />;
  return showConsole(
    deps,
    request,
    reply,
    { title: titleOf(view), status: failed?.refused.reason.status },
    page,
  );
}

function thank(deps: BodyDeps, request: FastifyRequest, reply: FastifyReply, act: Text) {
  const { language } = request;
  const page = (
    <div className="narrow">
      <h1>{t.thanks[language]}</h1>
      <p className="notice good" role="status">
        {fill(t.thanks_more[language], { act: act[language] })}
      </p>
    </div>
  );
  return showConsole(deps, request, reply, { title: t.thanks }, page);
}
