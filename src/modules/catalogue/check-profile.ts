import { checkConnections } from './check-connections.ts';
import { checkOrganisation } from './check-organisation.ts';
import { checkPaper } from './check-paper.ts';
import { noOverlap } from './check-periods.ts';
import { checkRegulations } from './check-regulations.ts';
import { checkService } from './check-service.ts';
import { at, type LocatedProfile, type Mistake } from './profile.ts';

/** What no entry can know of itself: references to what is not there, the same thing twice, periods that overlap. */
export function checkProfile(profile: LocatedProfile): Mistake[] {
  const calendars = new Set(profile.calendars.map((calendar) => calendar.value.code));
  const agencies = new Set(profile.units.flatMap((unit) => unit.value.agency ?? []));
  const groups = new Set(profile.services.map((service) => service.value.group));
  return [
    ...checkUtility(profile),
    ...checkOrganisation(profile),
    ...profile.services.flatMap((service) => checkService(service, { calendars, agencies })),
    ...noOverlap('service', profile.services),
    ...sameNumber(profile),
    ...checkCalendars(profile),
    ...noOverlap('standard', profile.standards),
    ...noOverlap('channel', profile.channels),
    ...noOverlap('paper', profile.papers),
    ...profile.papers.flatMap((paper) => checkPaper(paper, groups)),
    ...checkConnections(profile),
    ...noOverlap('figure', profile.electricity),
    ...noOverlap('agency id', profile.agencyIds),
    ...profile.agencyIds.flatMap((id) => checkAgencyId(id, profile)),
    ...noOverlap('one-stop rule', profile.oneStop),
    ...noOverlap('setting', profile.escalations),
    ...checkRegulations(profile, calendars),
    ...profile.maps.flatMap((map) => missingOnMap(map, profile)),
    ...profile.escalations.flatMap((setting) => checkEscalation(setting, calendars)),
  ];
}

function checkUtility({ utility, units }: LocatedProfile): Mistake[] {
  const [only, ...more] = utility;
  if (!only)
    return [{ file: 'profile.yaml', line: 1, reason: 'the file is missing: it says who the utility is' }];
  const extra = more.map((other) => at(other, [], 'a second profile of the same utility'));
  const { corporation, customerCode } = only.value;
  const known = units.some((unit) => unit.value.kind === 'corporation' && unit.value.code === corporation);
  if (!known) extra.push(at(only, ['corporation'], `no corporation ${corporation} among the units`));
  for (const [index, line] of (only.value.phoneLines ?? []).entries())
    if (!units.some((unit) => unit.value.code === line.unit))
      extra.push(at(only, ['phoneLines', index, 'unit'], `no unit ${line.unit}`));
  if (!matches(customerCode.pattern, customerCode.example))
    extra.push(at(only, ['customerCode', 'pattern'], 'the example does not match the pattern'));
  return extra;
}

function matches(pattern: string, example: string): boolean {
  try {
    return new RegExp(pattern).test(example);
  } catch {
    return false;
  }
}

function sameNumber({ services }: LocatedProfile): Mistake[] {
  return services.flatMap((service, index) => {
    const { number, code } = service.value;
    const other = services
      .slice(0, index)
      .find(({ value }) => value.number === number && value.code !== code);
    return other ? [at(service, ['number'], `number ${number} is that of ${other.value.code} already`)] : [];
  });
}

function checkCalendars({ calendars }: LocatedProfile): Mistake[] {
  return calendars.flatMap((calendar, index) => {
    const { code, exceptions, validFrom, validTo, timezone } = calendar.value;
    const wrong = exceptions.flatMap(({ date }, position) => {
      const path = ['exceptions', position, 'date'];
      if (date < validFrom || date > validTo)
        return [at(calendar, path, `${date} lies outside the years of calendar ${code}`)];
      const twice = exceptions.findIndex((other) => other.date === date) < position;
      return twice ? [at(calendar, path, `${date} is listed twice`)] : [];
    });
    if (!isZone(timezone)) wrong.push(at(calendar, ['timezone'], `${timezone} is no time zone`));
    if (calendars.slice(0, index).some((other) => other.value.code === code))
      wrong.push(at(calendar, ['code'], `calendar ${code} is defined twice`));
    return wrong;
  });
}

/** A province that nobody can find on the map would be left out of what is followed. */
function missingOnMap(map: LocatedProfile['maps'][number], { provinces }: LocatedProfile): Mistake[] {
  const drawn = new Set(map.value.shapes.map(({ province }) => province));
  return provinces
    .filter(({ value }) => !drawn.has(value.code))
    .map(({ value }) => at(map, ['shapes'], `province ${value.code} is not on the map`));
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function checkAgencyId(
  id: LocatedProfile['agencyIds'][number],
  { units }: Pick<LocatedProfile, 'units'>,
): Mistake[] {
  const known = units.some(
    ({ value }) => value.code === id.value.code && value.kind === 'administration_centre',
  );
  return known ? [] : [at(id, ['code'], `no administration centre ${id.value.code}`)];
}

function checkEscalation(setting: LocatedProfile['escalations'][number], calendars: Set<string>): Mistake[] {
  return (['toCompanyAfter', 'toCorporationAfter'] as const).flatMap((key) => {
    const calendar = setting.value[key]?.calendar;
    return calendar === undefined || calendars.has(calendar)
      ? []
      : [at(setting, [key, 'calendar'], `no calendar ${calendar}`)];
  });
}
