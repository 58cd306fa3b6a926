import { randomUUID } from 'node:crypto';
import { type acting, type Channel, type OpenCase, openCase } from '#modules/cases/index.ts';
import { type Field, listServices, type ServiceDefinition } from '#modules/catalogue/index.ts';
import type { CustomerEntry } from '#modules/customers/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { todayOf } from '#platform/clock.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { aName, anAddress, aPhone, type Dice } from '../names.ts';

/** `director`: of the unit's company, for steps that are the company's. */
export type People = { clerk: Actor; head: Actor; desk?: Actor; director?: Actor };
export type Service = Awaited<ReturnType<typeof listServices>>[number];
export type Asker = OpenCase['customer'];
type ToOpen = {
  unit: string;
  channel: Channel;
  asker: Asker;
  service: Service;
  /** What the story needs answered in its own way; the rest falls as it falls. */
  answers?: Readonly<Record<string, string>>;
  documents?: OpenCase['documents'];
};

/** Mostly a customer whom the utility knows, sometimes somebody new. */
export function someone(customer: CustomerEntry | undefined, dice: Dice): Asker {
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

export const servicesOf = ({ db, clock }: acting.ActDeps): Promise<Service[]> =>
  inScope(db, publicScope, (trx) => listServices(trx, todayOf(clock)));

export function openOne(deps: acting.ActDeps, people: People, dice: Dice, asked: ToOpen) {
  const { service, asker, channel } = asked;
  const details = Object.fromEntries(
    service.definition.fields
      .filter(({ required }) => required)
      .map((field) => [field.name, asked.answers?.[field.name] ?? answerTo(field, dice, service.definition)]),
  );
  const servers: Partial<Record<Channel, Actor | undefined>> = {
    counter: people.clerk,
    administration_centre: people.desk,
  };
  const server = servers[channel];
  return openCase(deps, server ?? customerActor('demonstration', asker.name, []), {
    requestId: randomUUID(),
    serviceVersionId: service.id,
    unitCode: asked.unit,
    channel,
    customer: asker,
    details,
    language: 'vi',
    documents: asked.documents ?? [],
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
