import { randomUUID } from 'node:crypto';
import {
  acceptCase,
  type CaseView,
  closeCase,
  completeStep,
  rateCase,
  readCase,
} from '#modules/cases/index.ts';
import type { CustomerEntry } from '#modules/customers/index.ts';
import { registerDossier } from '#modules/dossiers/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import type { Crossing } from '../plan.ts';
import { answerAsBody, type BodyStep } from './at-a-body.ts';
import { aMadeUpPaper } from './made-up-papers.ts';
import { openOne, servicesOf, someone } from './opening.ts';
import { type PaperDesk, signPapers } from './signed-papers.ts';
import { storyClock } from './story-clock.ts';
import type { Across } from './told.ts';

type Cast = Pick<Across, 'people' | 'officers' | 'says' | 'dice' | 'cabinet'>;
type Step = CaseView['openSteps'][number];

/** A connection that crosses to the State: by the real acts of its people and its bodies, up to the stage that the plan names. */
export async function tellAcross(
  desk: PaperDesk,
  cast: Cast,
  plan: Crossing,
  customer: CustomerEntry | undefined,
  start: Date,
): Promise<void> {
  const deps = { ...desk, clock: storyClock(start) };
  deps.clock.work(0);
  deps.clock.pass(cast.dice.upTo(60) / 60);
  const service = (await servicesOf(deps)).find(({ definition }) => definition.code === plan.service);
  if (!service) throw new Error(`the demonstration names the service ${plan.service}, which nobody offers`);
  const asker = someone(customer, cast.dice);
  const made = deps.clock.now();
  const files = service.definition.documents.filter(({ required }) => plan.desk !== undefined || required);
  const documents = [];
  for (const { code, name } of files)
    documents.push(await aMadeUpPaper(cast.cabinet, { kind: code, title: name.vi, by: 'Khách hàng', made }));
  const channel = plan.desk ? 'administration_centre' : 'web';
  const { answers, unit } = plan;
  const asked = { unit, channel, asker, service, answers, documents } as const;
  const opened = await openOne(deps, cast.people, cast.dice, asked);
  if (plan.desk) await registerDossier(deps, opened.id);
  const person = customerActor('demonstration', asker.name, [opened.id]);
  await carryOn({ ...cast, deps, person, code: opened.code, plan });
}

const by = (code: string) => ({ code, requestId: randomUUID() });

async function carryOn(told: Across): Promise<void> {
  const { deps, people, person, dice, code } = told;
  if (!deps.clock.work(1) || told.plan.until === 'opened') return;
  await acceptCase(deps, people.clerk, by(code));
  const left = new Set<string>();
  for (;;) {
    const found = await inScope(deps.db, systemScope, (trx) => readCase(trx, code));
    const step = found?.openSteps.find(({ id }) => !left.has(id));
    if (!found || !step) break;
    if (!deps.clock.work(5 + dice.upTo(9)) || !deps.clock.pass(dice.upTo(60) / 60)) return;
    if (!(await doStep(told, found, step))) left.add(step.id);
  }
  const found = await inScope(deps.db, systemScope, (trx) => readCase(trx, code));
  if (found?.state !== 'finished' || !deps.clock.work(2)) return;
  await closeCase(deps, people.clerk, { ...by(code), note: '' });
  if (deps.clock.pass(5) && dice.chance(0.7))
    await rateCase(deps, person, { ...by(code), score: 4 + dice.upTo(2), remark: '' });
}

/** false where the step stays as it lies. */
async function doStep(told: Across, found: CaseView, open: Step): Promise<boolean> {
  const { deps, people, person, code, plan } = told;
  const { until } = plan;
  if (open.level === 'agency') return answerAsBody(told, bodyStep(open));
  const doer = open.level === 'company' ? people.director : people.head;
  if (!doer) return false;
  const building = open.level === 'contractor' || open.step?.limit === null;
  if (building && until === 'building') return false;
  if (building && !deps.clock.work(100 + told.dice.upTo(120))) return false;
  const kinds = open.step?.papers ?? [];
  const signing = { ...told, clerk: people.clerk, signer: doer, customer: person, found };
  if (plan.papers) await signPapers(signing, kinds);
  if (until === 'energising' && kinds.length > 1) return false;
  const product = open.step?.produces.vi ?? 'Đã xong';
  await completeStep(deps, doer, { ...by(code), taskId: open.id, product });
  return true;
}

const bodyStep = ({ id, unit_code, step }: Step): BodyStep => ({
  taskId: id,
  body: unit_code,
  produces: step?.produces.vi ?? 'Văn bản',
});
