import { randomUUID } from 'node:crypto';
import {
  acceptCase,
  answerCustomer,
  askSupplement,
  type Channel,
  closeCase,
  completeStep,
  declineCase,
  rateCase,
  readCase,
  receiveSupplement,
  recordVisit,
  sendMessage,
} from '#modules/cases/index.ts';
import type { CustomerEntry } from '#modules/customers/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import type { Dice } from '../names.ts';
import { openOne, type People, servicesOf, someone } from './opening.ts';
import { type StoryClock, storyClock } from './story-clock.ts';

/** As often as they are met with in a district. */
const doors: Channel[] = [
  ...(['web', 'web', 'web', 'phone', 'phone'] as const),
  ...(['email', 'app', 'portal', 'counter', 'counter'] as const),
];
const withDesk: Channel[] = [...doors, 'administration_centre', 'administration_centre'];

type Telling = {
  deps: { db: Database; clock: StoryClock };
  people: People;
  person: Actor;
  dice: Dice;
  code: string;
  /** What came in weeks ago is long done: a demonstration full of forgotten cases would shame its people. */
  recent: boolean;
};
type Where = { unit: string; customer: CustomerEntry | undefined };

/** Opens one made-up case of what a district does alone, and carries it on as far as the time since then allows. */
export async function tellOfTheUnit(db: Database, people: People, where: Where, dice: Dice, start: Date) {
  const deps = { db, clock: storyClock(start) };
  const asker = someone(where.customer, dice);
  const alone = (await servicesOf(deps)).filter(({ definition: { steps } }) =>
    steps.every(({ actor }) => actor.level === 'unit'),
  );
  const service = dice.one(alone);
  const channel = dice.one(people.desk ? withDesk : doors);
  // Counters and desks are open on working days.
  if (channel === 'counter' || channel === 'administration_centre') deps.clock.work(0);
  const opened = await openOne(deps, people, dice, { unit: where.unit, channel, asker, service });
  const person = customerActor('demonstration', asker.name, [opened.id]);
  const recent = Date.now() - start.getTime() < 20 * 86_400_000;
  const telling = { deps, people, person, dice, code: opened.code, recent };
  if (await takeIn(telling)) await carryOn(telling);
}

const by = (code: string) => ({ code, requestId: randomUUID() });
const stalls = ({ dice, recent }: Telling, share: number) => dice.chance(share) && recent;

/** Until the work may begin; false where the story rests before that. */
async function takeIn(telling: Telling): Promise<boolean> {
  const { deps, people, person, dice, code } = telling;
  const { clock } = deps;
  if (!clock.pass(1 + dice.upTo(6)) || stalls(telling, 0.1)) return false;
  if (dice.chance(0.06)) {
    const reason = 'Yêu cầu này trùng với hồ sơ đã nhận hôm qua.';
    await declineCase(deps, people.clerk, { ...by(code), reason });
    return false;
  }
  await acceptCase(deps, people.clerk, by(code));
  if (!clock.pass(2 + dice.upTo(8))) return false;
  if (dice.chance(0.12))
    await recordVisit(deps, people.clerk, { ...by(code), reason: 'Khách mang thêm giấy tờ đến quầy' });
  if (dice.chance(0.25) && !(await askForPapers(telling))) return false;
  if (dice.chance(0.3)) {
    await sendMessage(deps, person, { ...by(code), body: 'Cho tôi hỏi bao giờ thì xong ạ?' });
    await answerCustomer(deps, people.clerk, {
      ...by(code),
      body: 'Dạ, điện lực sẽ gọi trước khi tới, anh/chị để máy giúp.',
    });
  }
  return true;
}

async function askForPapers(telling: Telling): Promise<boolean> {
  const { deps, people, person, dice, code } = telling;
  await askSupplement(deps, people.clerk, {
    ...by(code),
    what: 'Ảnh chụp giấy tờ bị mờ, nhờ anh/chị chụp lại cho rõ.',
    until: dayAt(new Date(deps.clock.now().getTime() + 15 * 86_400_000)),
  });
  if (!deps.clock.pass(10 + dice.upTo(30)) || stalls(telling, 0.4)) return false;
  await receiveSupplement(deps, person, {
    ...by(code),
    answer: 'Tôi đã chụp lại, nhờ điện lực xem giúp.',
    documents: [],
  });
  return true;
}

async function carryOn({ deps, people, person, dice, code }: Telling): Promise<void> {
  const read = () => inScope(deps.db, systemScope, (trx) => readCase(trx, code));
  for (;;) {
    const step = (await read())?.openSteps[0];
    if (!step) break;
    if (!deps.clock.pass(6 + dice.upTo(30))) return;
    const product = step.step?.produces.vi ?? 'Đã xong';
    await completeStep(deps, people.head, { ...by(code), taskId: step.id, product });
  }
  if (!deps.clock.pass(2)) return;
  const found = await read();
  if (found?.state !== 'finished') return;
  if (found.filed_at && dice.chance(0.6)) return; // the desk has yet to hand it over
  await closeCase(deps, people.clerk, { ...by(code), note: '' });
  if (deps.clock.pass(5) && dice.chance(0.6))
    await rateCase(deps, person, { ...by(code), score: 3 + dice.upTo(3), remark: '' });
}
