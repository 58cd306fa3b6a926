import { randomUUID } from 'node:crypto';
import {
  type Answers,
  findService,
  readServiceVersion,
  type ServiceVersion,
  type Variant,
} from '#modules/catalogue/index.ts';
import { type Actor, findUnit, type Unit } from '#modules/organisation/index.ts';
import { type Regulation, regulationFor } from '#modules/regulations/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { refuse } from '#platform/refused.ts';
import { type ActRequest, type ActResult, actOnCase, type Deps, reread, type Work } from './act-on-case.ts';
import { type Bodies, readBodies } from './bodies.ts';
import { openedFacts } from './open-next-task.ts';
import { ownLimit } from './own-limit.ts';
import { parseJson } from './parse-json.ts';
import { type Plan, planSteps } from './plan-steps.ts';
import { asJson, insertInto, listTasks, updateCase } from './queries.ts';
import { caseReasons } from './reasons.ts';
import { replanTasks } from './replan-tasks.ts';
import { answersUnder, mayReplan } from './rules/reclassify.ts';
import { retime, timeTerm } from './timing.ts';
import { needWords } from './words.ts';

type Reclassify = ActRequest & { service: string; variant: string; reason: string };
type Target = { unit: Unit; service: ServiceVersion; variant: Variant; details: Answers };

/**
 * It was taken in as something else: the service or its variant changes, and with it the steps and the limit, under what was in
 * force on the day of filing. What is done stays done; the time of opening stays, so that nobody gains days by it unseen.
 */
export const reclassifyCase = (deps: Deps, actor: Actor, request: Reclassify): Promise<ActResult> =>
  actOnCase(deps, actor, 'reclassify', request, async (work) => {
    const reason = needWords(request.reason, 'reason', 'reason_needed');
    const permission = mayReplan(await listTasks(work.trx, work.found.id));
    if (!permission.may) throw refuse(caseReasons[permission.reason]);
    const target = await findTarget(work, request);
    return { data: await carryOut(work, target, reason) };
  });

async function findTarget(
  { trx, found }: Work,
  { service: code, variant: name }: Reclassify,
): Promise<Target> {
  const wrong = (known: 'service_not_offered' | 'same_service') =>
    refuse(caseReasons[known], {}, { toService: caseReasons[known] });
  if (code === found.service_code && name === found.variant) throw wrong('same_service');
  const service = await findService(trx, code, dayAt(found.opened_at));
  const variant = service?.definition.variants.find((one) => one.code === name);
  const unit = await findUnit(trx, found.unit_code);
  if (!service || !variant || !unit) throw wrong('service_not_offered');
  return { unit, service, variant, details: answersUnder(parseJson(found.details), variant) };
}

async function carryOut(work: Work, target: Target, reason: string) {
  const { trx, found, now } = work;
  const { service, variant, details } = target;
  const { definition } = await readServiceVersion(trx, found.service_version_id);
  const before = ownLimit(found, definition);
  const { plan, regulation, bodies } = await planAnew(work, target);
  const after = plan.own ?? variant.limit;
  await updateCase(trx, found.id, {
    ...{ service_version_id: service.id, service_code: service.definition.code, variant: variant.code },
    details: asJson(details),
    regulation_id: regulation?.id ?? null,
    own_term: plan.own && JSON.stringify(plan.own),
    whole_term: plan.whole && JSON.stringify(plan.whole),
  });
  const opened = await replanTasks(trx, await reread(trx, found.id), plan, target.unit, bodies, now);
  await retime(trx, await reread(trx, found.id));
  const [old, fresh] = [
    await timeTerm(trx, found.opened_at, before, []),
    await timeTerm(trx, found.opened_at, after, []),
  ];
  const slower = (fresh.due_at?.getTime() ?? 0) > (old.due_at?.getTime() ?? 0);
  const from = { service: found.service_code, variant: found.variant, limit: parseJson(before) };
  const to = { service: service.definition.code, variant: variant.code, limit: parseJson(after) };
  await note(work, from, to, slower, reason);
  const due_at = (await reread(trx, found.id)).due_at?.toISOString() ?? null;
  return {
    from,
    to,
    slower,
    reason,
    due_before: found.due_at?.toISOString() ?? null,
    due_after: due_at,
    opened: openedFacts(opened),
  };
}

/** The steps and terms as they would have been at the opening. */
async function planAnew(
  { trx, found }: Work,
  { unit, service, variant, details }: Target,
): Promise<{ plan: Plan; regulation: Regulation | null; bodies: Bodies | undefined }> {
  const day = dayAt(found.opened_at);
  const bodies = (await readBodies(trx, day)).get(unit.parentCode ?? '');
  const regulation = bodies
    ? await regulationFor(trx, { province: bodies.province, service: service.definition.code, day })
    : null;
  return { plan: planSteps(service.definition, variant, details, regulation), regulation, bodies };
}

type Side = { service: string; variant: string; limit: ReturnType<typeof parseJson> };

const note = ({ trx, found, actor, now }: Work, from: Side, to: Side, slower: boolean, reason: string) =>
  insertInto(trx, 'case_reclassifications', {
    ...{ id: randomUUID(), case_id: found.id, slower, reason, at: now, by_whom: actor.name },
    ...{ from_service: from.service, from_variant: from.variant, from_limit: asJson(from.limit) },
    ...{ to_service: to.service, to_variant: to.variant, to_limit: asJson(to.limit) },
  });
