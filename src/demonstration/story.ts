import { randomUUID } from 'node:crypto';
import {
  acceptCase,
  answerCustomer,
  askSupplement,
  type Channel,
  closeCase,
  completeStep,
  declineCase,
  type OpenCase,
  openCase,
  rateCase,
  readCase,
  receiveSupplement,
  recordVisit,
  sendMessage,
} from '#modules/cases/index.ts';
import { type Field, listServices, type ServiceDefinition } from '#modules/catalogue/index.ts';
import type { CustomerEntry } from '#modules/customers/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { todayOf } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aName, anAddress, aPhone, type Dice } from './names.ts';

/** As often as they are met with in a district. */
const doors: Channel[] = [
  'web',
  'web',
  'web',
  'phone',
  'phone',
  'email',
  'app',
  'portal',
  'counter',
  'counter',
];

type People = { clerk: Actor; head: Actor; desk?: Actor };
/** The unit of the case, whether it crosses to the State, and the known customer who may ask. */
type Where = { unit: string; across: boolean; customer: CustomerEntry | undefined };

/** The clock of a story runs as the story is told, and never past the present. */
function storyClock(start: Date) {
  let now = start.getTime();
  return {
    now: () => new Date(Math.min(now, Date.now())),
    pass: (hours: number) => {
      now += hours * 3_600_000;
      return now < Date.now();
    },
  };
}

/** Opens one made-up case and carries it on as far as the time since its opening allows. */
export async function tellStory(
  db: Database,
  people: People,
  where: Where,
  dice: Dice,
  start: Date,
): Promise<boolean> {
  const clock = storyClock(start);
  const deps = { db, clock };
  const asker = someone(where, dice);
  const service = await aService(deps, dice, where.across);
  const opened = await openOne(deps, people, where.unit, dice, asker, service);
  const by = () => ({ code: opened.code, requestId: randomUUID() });
  const person = customerActor('demonstration', asker.name, [opened.id]);
  // What came in weeks ago is long done: a demonstration full of forgotten cases would shame its people.
  const recent = Date.now() - start.getTime() < 20 * 86_400_000;
  const stalls = (share: number) => dice.chance(share) && recent;
  if (!clock.pass(1 + dice.upTo(6)) || stalls(0.1)) return true;
  if (dice.chance(0.06)) {
    await declineCase(deps, people.clerk, {
      ...by(),
      reason: 'Yêu cầu này trùng với hồ sơ đã nhận hôm qua.',
    });
    return true;
  }
  await acceptCase(deps, people.clerk, by());
  if (!clock.pass(2 + dice.upTo(8))) return true;
  if (dice.chance(0.12))
    await recordVisit(deps, people.clerk, { ...by(), reason: 'Khách mang thêm giấy tờ đến quầy' });
  if (dice.chance(0.25)) {
    await askSupplement(deps, people.clerk, {
      ...by(),
      what: 'Ảnh chụp giấy tờ bị mờ, nhờ anh/chị chụp lại cho rõ.',
      until: dayAfter(clock.now(), 15),
    });
    if (!clock.pass(10 + dice.upTo(30)) || stalls(0.4)) return true;
    await receiveSupplement(deps, person, {
      ...by(),
      answer: 'Tôi đã chụp lại, nhờ điện lực xem giúp.',
      documents: [],
    });
  }
  if (dice.chance(0.3)) {
    await sendMessage(deps, person, { ...by(), body: 'Cho tôi hỏi bao giờ thì xong ạ?' });
    await answerCustomer(deps, people.clerk, {
      ...by(),
      body: 'Dạ, điện lực sẽ gọi trước khi tới, anh/chị để máy giúp.',
    });
  }
  return carryOn({ deps, clock, people, person, dice, code: opened.code });
}

type Telling = {
  deps: { db: Database; clock: ReturnType<typeof storyClock> };
  clock: ReturnType<typeof storyClock>;
  people: People;
  person: Actor;
  dice: Dice;
  code: string;
};

/** Who does these is not among the people of the story. */
const notOfTheUnit = ['company', 'corporation', 'agency'];

async function carryOn({ deps, clock, people, person, dice, code }: Telling): Promise<boolean> {
  const by = () => ({ code, requestId: randomUUID() });
  for (;;) {
    const found = await inScope(deps.db, systemScope, (trx) => readCase(trx, code));
    // What lies at a State body or higher up waits there for its own people.
    const step = found?.openSteps.find(({ level }) => atTheUnit.includes(level));
    if (!step) break;
    if (!clock.pass(6 + dice.upTo(30))) return true;
    await completeStep(deps, people.head, {
      ...by(),
      taskId: step.id,
      product: step.step?.produces.vi ?? 'Đã xong',
    });
  }
  if (!clock.pass(2)) return true;
  const found = await inScope(deps.db, systemScope, (trx) => readCase(trx, code));
  if (found?.state !== 'finished') return true;
  if (found.filed_at && dice.chance(0.6)) return true; // the desk has yet to hand it over
  await closeCase(deps, people.clerk, { ...by(), note: '' });
  if (clock.pass(5) && dice.chance(0.6))
    await rateCase(deps, person, { ...by(), score: 3 + dice.upTo(3), remark: '' });
  return true;
}

const atTheUnit = ['unit', 'customer', 'contractor'];

type Asker = OpenCase['customer'];

/** Mostly a customer whom the utility knows, sometimes somebody new. */
function someone({ customer }: Where, dice: Dice): Asker {
  if (!customer || dice.chance(0.2))
    return {
      name: aName(dice),
      phone: aPhone(dice),
      email: null,
      address: anAddress(dice),
      customerCode: null,
    };
  const { name, address, code, phones } = customer;
  return { name, phone: phones[0] ?? aPhone(dice), email: null, address, customerCode: code };
}

type Service = Awaited<ReturnType<typeof listServices>>[number];

/** What a district does alone, as it sees daily; or a connection in which State bodies have their part. */
async function aService({ db, clock }: Telling['deps'], dice: Dice, across: boolean): Promise<Service> {
  const services = await inScope(db, publicScope, (trx) => listServices(trx, todayOf(clock)));
  return dice.one(
    services.filter(({ definition: { steps } }) =>
      across
        ? steps.some(({ actor }) => actor.level === 'agency')
        : steps.every(({ actor }) => actor.level === 'unit'),
    ),
  );
}

async function openOne(
  deps: Telling['deps'],
  people: People,
  unitCode: string,
  dice: Dice,
  asker: Asker,
  service: Service,
) {
  const details = Object.fromEntries(
    service.definition.fields
      .filter(({ required }) => required)
      .map((field) => [field.name, answerTo(field, dice, service.definition)]),
  );
  const channel = dice.one(
    people.desk ? [...doors, 'administration_centre' as const, 'administration_centre' as const] : doors,
  );
  const servers: Partial<Record<Channel, Actor | undefined>> = {
    counter: people.clerk,
    administration_centre: people.desk,
  };
  const server = servers[channel];
  return openCase(deps, server ?? customerActor('demonstration', asker.name, []), {
    requestId: randomUUID(),
    serviceVersionId: service.id,
    unitCode,
    channel,
    customer: asker,
    details,
    language: 'vi',
    documents: [],
    visit: server && aVisit(service.definition, dice),
  });
}

/** Somebody who stands at a counter, with what they brought. */
const aVisit = ({ visits, documents }: ServiceDefinition, dice: Dice) => ({
  reason: visits === 0 ? dice.one(whyTheyCame) : '',
  identitySeen: true,
  shown: documents.filter(({ required }) => required).map(({ code }) => code),
  note: '',
});
const whyTheyCame = [
  'Khách tự muốn đến',
  'Khách phải nộp hoặc xuất trình bản giấy',
  'Khách không dùng được điện thoại hoặc mạng',
];

function answerTo(field: Field, dice: Dice, { steps }: ServiceDefinition): string {
  if (field.options) return dice.one(field.options).value;
  if (field.type === 'number') {
    const bounds = steps.flatMap(({ when }) => when ?? []).filter(({ field: name }) => name === field.name);
    const bound = bounds.find(({ above }) => above !== undefined)?.above;
    // Below, at and above what the procedure turns on.
    return String(bound === undefined ? (field.min ?? 1) : dice.one([bound / 5, bound, bound * 1.25]));
  }
  if (field.type === 'date') return '2026-12-15';
  if (field.type === 'yes_no') return dice.one(['yes', 'no']);
  return 'Theo giấy tờ kèm theo';
}

const dayAfter = (now: Date, days: number): string => dayAt(new Date(now.getTime() + days * 86_400_000));
