import {
  type CalendarVersion,
  currentCalendars,
  type EscalationSettings,
  readServiceVersion,
  readSettings,
  type ServiceDefinition,
} from '#modules/catalogue/index.ts';
import { listWithAncestors, type Unit } from '#modules/organisation/index.ts';
import { type Regulation, regulationFor } from '#modules/regulations/index.ts';
import { dayAt, dayOf } from '#platform/calendar/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type Bodies, crossesToState, readBodies } from '../bodies.ts';
import type { Asked } from './types.ts';

/** What the opening of some cases at one moment is decided by. */
export type Reference = {
  now: Date;
  definitions: ReadonlyMap<number, ServiceDefinition>;
  /** The units that were named, and all above them. */
  units: ReadonlyMap<string, Unit>;
  /** The State bodies of a company's province, by company; read only where a procedure has steps of theirs. */
  bodies: ReadonlyMap<string, Bodies>;
  /** The regulation in force for a unit's province and a service; null: none. */
  regulationOf(unitCode: string, serviceVersionId: number): Regulation | null;
  calendars: ReadonlyMap<string, CalendarVersion>;
  escalations: readonly EscalationSettings[];
};

type Remembered = { definitions: Map<number, ServiceDefinition>; calendars: Map<number, CalendarVersion> };
/** A version of a service or of a calendar never changes, so each is read once a process. */
const remembered = new WeakMap<Database, Remembered>();

export async function readReference(
  db: Database,
  trx: Trx,
  asked: readonly Asked[],
  now: Date,
): Promise<Reference> {
  const known = remembered.get(db) ?? { definitions: new Map(), calendars: new Map() };
  remembered.set(db, known);
  for (const id of new Set(asked.map(({ request }) => request.serviceVersionId)))
    if (!known.definitions.has(id)) known.definitions.set(id, (await readServiceVersion(trx, id)).definition);
  const codes = new Set(asked.map(({ request }) => request.unitCode));
  const units = await listWithAncestors(trx, [...codes]);
  const calendars = await currentCalendars(trx, known.calendars);
  const [first] = calendars.values();
  const today = first ? dayOf(first, now.getTime()).toString() : dayAt(now);
  return {
    now,
    definitions: known.definitions,
    units: new Map(units.map((unit) => [unit.code, unit])),
    ...(await readState(trx, asked, known.definitions, units, today)),
    calendars,
    escalations: await readSettings(trx, today),
  };
}

/** The State's part in what is asked: read only where a procedure has steps of its bodies. */
async function readState(
  trx: Trx,
  asked: readonly Asked[],
  definitions: ReadonlyMap<number, ServiceDefinition>,
  units: readonly Unit[],
  today: string,
): Promise<Pick<Reference, 'bodies' | 'regulationOf'>> {
  const crossing = asked.filter(({ request }) => crossesToState(definitions.get(request.serviceVersionId)));
  if (crossing.length === 0) return { bodies: new Map(), regulationOf: () => null };
  const bodies = await readBodies(trx, today);
  const found = new Map<string, Regulation | null>();
  for (const { unitCode, serviceVersionId } of crossing.map(({ request }) => request)) {
    const province = bodies.get(units.find(({ code }) => code === unitCode)?.parentCode ?? '')?.province;
    const service = definitions.get(serviceVersionId)?.code;
    if (province && service)
      found.set(
        `${unitCode} ${serviceVersionId}`,
        await regulationFor(trx, { province, service, day: today }),
      );
  }
  return { bodies, regulationOf: (unit, version) => found.get(`${unit} ${version}`) ?? null };
}
