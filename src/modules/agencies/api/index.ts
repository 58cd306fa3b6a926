import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { machineOf } from '#modules/accounts/index.ts';
import { type acting, caseApi, caseReasons, readCaseRow } from '#modules/cases/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { sendPaper } from '../body/routes.tsx';
import { readBodySteps } from '../console/read-bodies.ts';
import { listTasksOf } from '../list-tasks.ts';
import { readTask, type TaskView } from '../read-task.ts';
import { agencyReasons } from '../reasons.ts';
import { stages } from '../rules/attempt.ts';
import { agencyApiActs } from './agency-acts.ts';
import { listedTask, stepAtBody, wholeTask } from './shapes.ts';
import { asListed, asStep, asTask } from './show.ts';

type Deps = acting.ActDeps & { files: FileStore };
const tags = ['agencies'];
const taskGiven = z.object({ taskId: z.uuid() });

/** State bodies for programs: what lies with a body, each step with its papers, and every act on it. */
export function agenciesApi(app: FastifyInstance, deps: Deps): void {
  listRoute(app, deps);
  taskRoute(app, deps);
  documentRoute(app, deps);
  stepsRoute(app, deps);
  caseApi.actOperations(app, deps, agencyApiActs(deps.files));
}

function listRoute(instance: FastifyInstance, { db, clock }: Deps): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/agency-tasks',
    {
      schema: {
        ...{
          operationId: 'listAgencyTasks',
          tags,
          summary: 'What lies with the body of this key, at one stage',
        },
        querystring: z.strictObject({
          stage: z.enum(stages).default('new'),
          page: z.coerce.number().int().min(1).max(10_000).default(1),
        }),
        response: { 200: z.object({ items: z.array(listedTask), more: z.boolean() }) },
      },
    },
    async (request) => {
      const actor = officerOf(request);
      const { stage, page } = request.query;
      const { tasks, more } = await inScope(db, actor.scope, (trx) =>
        listTasksOf(trx, actor, stage, page, clock.now()),
      );
      return { items: tasks.map(asListed), more };
    },
  );
}

function taskRoute(instance: FastifyInstance, deps: Deps): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/agency-tasks/:taskId',
    {
      schema: {
        ...{
          operationId: 'readAgencyTask',
          tags,
          summary: 'A step with what its body needs to decide, and no more',
        },
        params: taskGiven,
        response: { 200: wholeTask },
      },
    },
    async (request) => asTask(await taskOf(deps, request, request.params.taskId)),
  );
}

function documentRoute(instance: FastifyInstance, deps: Deps): void {
  const bytes = z.any().meta({ type: 'string', format: 'binary' });
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/agency-tasks/:taskId/documents/:document',
    {
      config: { notJson: true },
      schema: {
        ...{ operationId: 'readAgencyDocument', tags, summary: 'The content of a document of the step' },
        params: taskGiven.extend({ document: z.uuid() }),
        response: { 200: { content: { 'application/octet-stream': { schema: bytes } } } },
      },
    },
    async (request, reply) =>
      sendPaper(deps, request, reply, await taskOf(deps, request, request.params.taskId)),
  );
}

function stepsRoute(instance: FastifyInstance, { db, clock }: Deps): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/cases/:code/agency-steps',
    {
      schema: {
        ...{
          operationId: 'listAgencySteps',
          tags,
          summary: 'Which body has what of a case, and what it asks for',
        },
        params: caseApi.codeGiven,
        response: { 200: z.object({ items: z.array(stepAtBody) }) },
      },
    },
    async (request) => {
      const code = caseApi.codeIn(request.params.code);
      const steps = await inScope(db, machineOf(request).actor.scope, async (trx) => {
        const found = await readCaseRow(trx, code);
        return found ? readBodySteps(trx, null, found.id, clock.now()) : null;
      });
      if (!steps) throw refuse(caseReasons.case_not_found);
      return { items: steps.map(asStep) };
    },
  );
}

/** Lists and steps as a body sees them are for its own programs; others see the case. */
function officerOf(request: FastifyRequest) {
  const { actor } = machineOf(request);
  if (actor.role !== 'officer') throw refuse(caseReasons.role_may_not);
  return actor;
}

async function taskOf({ db, clock }: Deps, request: FastifyRequest, taskId: string): Promise<TaskView> {
  const { scope } = officerOf(request);
  const view = await inScope(db, scope, (trx) => readTask(trx, taskId, clock.now()));
  if (!view) throw refuse(agencyReasons.task_not_found);
  return view;
}
