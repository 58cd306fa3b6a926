import { listServices } from '#modules/catalogue/index.ts';
import { type Actor, findUnit, listUnits } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { channels } from '../channels.ts';
import { staffOfUnit } from '../queries.ts';
import { listCases } from '../queries-queue.ts';
import { ended } from '../rules/transitions.ts';
import { parseState } from '../states.ts';
import { asQuery, type QueueUrl } from './queue-url.ts';

/** How far a person sees: what was filed at their desk, their district unit, their company, or everything. */
export type Home = 'desk' | 'unit' | 'company' | 'corporation';

export async function readQueue(trx: Trx, actor: Actor, url: QueueUrl, now: Date) {
  const today = dayAt(now);
  const unit = actor.unitCode ? await findUnit(trx, actor.unitCode) : undefined;
  const found = await listCases(trx, asQuery(url, actor, unit?.kind === 'district_unit', now));
  const units = await listUnits(trx, { closedToo: true });
  const services = await listServices(trx, today);
  const people = actor.unitCode ? await staffOfUnit(trx, actor.unitCode) : [];
  return {
    url,
    rows: found.rows.map((row) => ({ ...row, closed: ended(parseState(row.state)) })),
    next: found.next,
    home: homeOf(unit?.kind),
    services: services.map(({ definition }) => ({ code: definition.code, name: definition.name })),
    channels,
    colleagues: people.map((person) => ({ value: person.id, label: person.name })),
    unitNames: new Map(units.map((one) => [one.code, one.name])),
  };
}

export type QueueFacts = Awaited<ReturnType<typeof readQueue>>;

const homes: Record<string, Home> = {
  administration_centre: 'desk',
  district_unit: 'unit',
  company: 'company',
};
const homeOf = (kind: string | undefined): Home => homes[kind ?? ''] ?? 'corporation';
