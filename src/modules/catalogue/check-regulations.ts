import { whyNeverMet } from './check-conditions.ts';
import { noOverlap } from './check-periods.ts';
import type { Limit, ServiceDefinition, UnitDefinition } from './definition.ts';
import { at, type Located, type LocatedProfile, type Mistake } from './profile.ts';
import type { RegulationDefinition, RegulationTemplate } from './regulation.ts';
import { overlaps } from './rules.ts';

type Terms = Pick<
  RegulationTemplate,
  'totals' | 'shares' | 'steps' | 'participants' | 'supplementAdds' | 'validFrom' | 'validTo'
>;
type Known = { calendars: ReadonlySet<string>; services: readonly ServiceDefinition[] };

/** Whether what provinces regulate fits the services, the State bodies of the province and itself. */
export function checkRegulations(profile: LocatedProfile, calendars: ReadonlySet<string>): Mistake[] {
  const services = profile.services.map(({ value }) => value);
  return [
    ...profile.regulations.flatMap((entry) => [
      ...checkPlace(entry, profile),
      ...checkTerms(entry, {
        calendars,
        services: services.filter(({ code }) => entry.value.services.includes(code)),
      }),
      ...checkBodies(entry, profile),
    ]),
    ...profile.regulationTemplates.flatMap((entry) => checkTerms(entry, { calendars, services })),
    ...noOverlap('regulation', profile.regulations),
    ...noOverlap('template', profile.regulationTemplates),
    ...twoInForce(profile.regulations),
  ];
}

function checkPlace(
  entry: Located<RegulationDefinition>,
  { provinces, services }: LocatedProfile,
): Mistake[] {
  const { province, issuedOn, validFrom } = entry.value;
  const found = entry.value.services.flatMap((code, index) =>
    services.some(({ value }) => value.code === code)
      ? []
      : [at(entry, ['services', index], `no service ${code}`)],
  );
  if (!provinces.some(({ value }) => value.code === province))
    found.push(at(entry, ['province'], `no province ${province}`));
  if (issuedOn !== undefined && issuedOn > validFrom)
    found.push(at(entry, ['issuedOn'], 'it holds before it was issued'));
  return found;
}

function checkTerms(entry: Located<Terms>, known: Known): Mistake[] {
  const { steps } = entry.value;
  const codes = new Set(known.services.flatMap((service) => service.steps.map(({ code }) => code)));
  const out = steps.filter(({ leftOut }) => leftOut).map(({ step }) => step);
  const found = steps.flatMap(({ step, after, agency }, index) => {
    const here = ['steps', index];
    const wrong = codes.has(step) ? [] : [at(entry, [...here, 'step'], `no step ${step} in its services`)];
    if (steps.findIndex((other) => other.step === step) < index)
      wrong.push(at(entry, [...here, 'step'], `step ${step} stands here twice`));
    for (const earlier of after ?? []) {
      if (!codes.has(earlier))
        wrong.push(at(entry, [...here, 'after'], `no step ${earlier} in its services`));
      if (earlier === step) wrong.push(at(entry, [...here, 'after'], `step ${step} waits for itself`));
      if (out.includes(earlier)) wrong.push(at(entry, [...here, 'after'], `step ${earlier} is left out`));
    }
    if (agency && codes.has(step) && !isOfState(step, known.services))
      wrong.push(at(entry, [...here, 'agency'], `step ${step} is not done by a State body`));
    return wrong;
  });
  return [...found, ...checkOrder(entry), ...checkLimits(entry, known), ...checkConditions(entry, known)];
}

const isOfState = (code: string, services: readonly ServiceDefinition[]) =>
  services.some(({ steps }) => steps.some((step) => step.code === code && step.actor.level === 'agency'));

/** Of steps that wait for one another none would ever begin. */
function checkOrder(entry: Located<Terms>): Mistake[] {
  const after = new Map(entry.value.steps.map((terms) => [terms.step, terms.after ?? []]));
  const comesBack = (from: string, step: string, passed: readonly string[]): boolean =>
    (after.get(step) ?? []).some(
      (earlier) =>
        earlier === from || (!passed.includes(earlier) && comesBack(from, earlier, [...passed, earlier])),
    );
  return entry.value.steps.flatMap(({ step, after: waits }, index) =>
    !waits?.includes(step) && comesBack(step, step, [])
      ? [at(entry, ['steps', index, 'after'], `step ${step} waits for a step that waits for it`)]
      : [],
  );
}

function checkLimits(entry: Located<Terms>, { calendars }: Known): Mistake[] {
  const { totals, steps, shares } = entry.value;
  const found: Mistake[] = [];
  const check = (limit: Limit | undefined, ...path: PropertyKey[]) => {
    if (limit && !calendars.has(limit.calendar))
      found.push(at(entry, [...path, 'calendar'], `no calendar ${limit.calendar}`));
  };
  for (const [index, { limit, when }] of totals.entries()) {
    check(limit, 'totals', index, 'limit');
    if (when === undefined && index < totals.length - 1)
      found.push(at(entry, ['totals', index], 'it holds for everybody, so those after it are never chosen'));
  }
  for (const [index, { limit }] of steps.entries()) {
    check(limit, 'steps', index, 'limit');
    const most = mostOf(totals, limit?.unit);
    if (limit && most !== null && limit.amount > most)
      found.push(at(entry, ['steps', index, 'limit'], `more than the ${most} of the whole`));
  }
  const most = mostOf(totals, 'working_days');
  const parts = (shares?.state ?? 0) + (shares?.utility ?? 0);
  if (most !== null && parts > most)
    found.push(at(entry, ['shares'], `the shares are ${parts} days, more than the ${most} of the whole`));
  return found;
}

/** The longest total counted in a way; null where none is. */
function mostOf(totals: Terms['totals'], unit: string | undefined): number | null {
  const amounts = totals.filter(({ limit }) => limit.unit === unit).map(({ limit }) => limit.amount);
  return amounts.length === 0 ? null : Math.max(...amounts);
}

function checkConditions(entry: Located<Terms>, { services }: Known): Mistake[] {
  const fields = services.flatMap((service) => service.fields);
  return entry.value.totals.flatMap(({ when }, index) =>
    (when ?? []).flatMap((condition, position) => {
      const reason = whyNeverMet(condition, fields);
      return reason ? [at(entry, ['totals', index, 'when', position], reason)] : [];
    }),
  );
}

/** Every body named exists in the province for as long as the regulation holds. */
function checkBodies(entry: Located<RegulationDefinition>, { units }: LocatedProfile): Mistake[] {
  const { participants, steps } = entry.value;
  const values = units.map(({ value }) => value);
  const look = (kind: string | undefined, ...path: PropertyKey[]) => {
    const reason = kind && whyMissing(kind, entry.value, values);
    return reason ? [at(entry, path, reason)] : [];
  };
  return [
    ...participants.flatMap((kind, index) => look(kind, 'participants', index)),
    ...steps.flatMap(({ agency }, index) => look(agency, 'steps', index, 'agency')),
  ];
}

function whyMissing(
  kind: string,
  { province, validFrom, validTo = '9999-12-31' }: RegulationDefinition,
  units: readonly UnitDefinition[],
): string | undefined {
  const bodies = units
    .filter((unit) => unit.agency === kind && unit.province === province)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const last = bodies.at(-1);
  if (!last) return `province ${province} has no body ${kind}`;
  if (!bodies.some((body) => overlaps(body, { validFrom, validTo: validFrom })))
    return `province ${province} has no body ${kind} on ${validFrom}`;
  return last.validTo !== undefined && last.validTo < validTo
    ? `${last.code} of province ${province} is dissolved on ${last.validTo}, while the regulation still names it`
    : undefined;
}

/** For one service in one province one regulation holds at a time. */
function twoInForce(entries: readonly Located<RegulationDefinition>[]): Mistake[] {
  const issued = entries.filter(({ value }) => value.status === 'issued');
  return issued.flatMap((entry, index) => {
    const clash = issued
      .slice(0, index)
      .find(
        ({ value }) =>
          value.code !== entry.value.code &&
          value.province === entry.value.province &&
          value.services.some((code) => entry.value.services.includes(code)) &&
          overlaps(value, entry.value),
      );
    return clash
      ? [at(entry, ['code'], `regulation ${clash.value.code} holds in the same province on the same days`)]
      : [];
  });
}
