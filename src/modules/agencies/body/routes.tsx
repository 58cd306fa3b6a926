import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ConsoleDeps, showConsole, signedInAs } from '#modules/accounts/index.ts';
import { showCaseCode } from '#modules/cases/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import { readForm } from '#platform/http/read-form.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { listTasksOf } from '../list-tasks.ts';
import { readTask, type TaskView } from '../read-task.ts';
import { agencyReasons } from '../reasons.ts';
import { type Stage, stages } from '../rules/attempt.ts';
import { bodyActs, perform } from './body-acts.ts';
import type { Failed } from './form.tsx';
import { ListPage, stageSlugs } from './list-page.tsx';
import { TaskPage } from './task-page.tsx';
import { t } from './texts.ts';

export type BodyDeps = ConsoleDeps & { files: FileStore };

/** What officers of State bodies reach: their list, and each step in it. */
export function officerRoutes(app: FastifyInstance, deps: BodyDeps): void {
  app.get('/co-quan', (request, reply) => showList(deps, request, reply));
  app.get('/co-quan/buoc/:task', async (request, reply) =>
    showTask(deps, request, reply, await taskOf(deps, request), null),
  );
  app.get('/co-quan/buoc/:task/tep/:document', async (request, reply) =>
    sendPaper(deps, request, reply, await taskOf(deps, request)),
  );
  for (const act of bodyActs)
    app.post(`/co-quan/buoc/:task/${act.slug}`, async (request, reply) => {
      const view = await taskOf(deps, request);
      const form = await readForm(request, deps.files);
      try {
        await perform(deps, signedInAs(request), act, view, form);
      } catch (error) {
        if (!(error instanceof Refused) || [404, 503].includes(error.reason.status)) throw error;
        const fresh = await taskOf(deps, request);
        return showTask(deps, request, reply, fresh, { slug: act.slug, refused: error, typed: form.fields });
      }
      return reply.redirect(`/co-quan/buoc/${view.taskId}?xong=${act.slug}`, 303);
    });
}

/** The step of the address; one of another body is one that is not there. */
async function taskOf({ db, clock }: BodyDeps, request: FastifyRequest): Promise<TaskView> {
  const { task } = z.object({ task: z.string() }).parse(request.params);
  const id = z.uuid().safeParse(task);
  const found =
    id.success &&
    (await inScope(db, signedInAs(request).scope, (trx) => readTask(trx, id.data, clock.now())));
  if (!found) throw refuse(agencyReasons.task_not_found);
  return found;
}

const listSchema = z.object({
  xem: z.string().optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
});

async function showList(deps: BodyDeps, request: FastifyRequest, reply: FastifyReply) {
  const actor = signedInAs(request);
  const { xem, trang } = listSchema.parse(request.query ?? {});
  const stage: Stage = stages.find((one) => stageSlugs[one] === xem) ?? 'new';
  const list = await inScope(deps.db, actor.scope, (trx) =>
    listTasksOf(trx, actor, stage, trang, deps.clock.now()),
  );
  const page = <ListPage list={list} stage={stage} page={trang} language={request.language} />;
  return showConsole(deps, request, reply, { title: t.title }, page);
}

function showTask(
  deps: BodyDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  view: TaskView,
  failed: Failed | null,
) {
  const { language } = request;
  const { xong } = z.object({ xong: z.string().optional() }).catch({}).parse(request.query);
  const done = failed ? null : (bodyActs.find(({ slug }) => slug === xong)?.name ?? null);
  const page = (
    <TaskPage
      {...{ view, language, failed, done }}
      base={`/co-quan/buoc/${view.taskId}`}
      byLink={false}
      now={deps.clock.now()}
    />
  );
  return showConsole(
    deps,
    request,
    reply,
    { title: titleOf(view), status: failed?.refused.reason.status },
    page,
  );
}

export const titleOf = ({ code, step }: TaskView) => ({
  vi: `${showCaseCode(code)} ${step.vi}`,
  en: `${showCaseCode(code)} ${step.en}`,
});

/** A paper of the case that the step does not need is one that is not there. */
export async function sendPaper(
  { files }: Pick<BodyDeps, 'files'>,
  request: FastifyRequest,
  reply: FastifyReply,
  view: TaskView,
) {
  const { document } = z.object({ document: z.string() }).parse(request.params);
  const paper = view.papers.find(({ id }) => id === document);
  if (!paper) throw refuse(agencyReasons.task_not_found);
  const named = `attachment; filename*=UTF-8''${encodeURIComponent(paper.name)}`;
  reply.type(paper.mime).header('content-disposition', named).header('x-content-type-options', 'nosniff');
  return reply.header('cache-control', 'private, no-store').send(await files.read(paper.sha256));
}
