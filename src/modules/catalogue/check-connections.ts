import { noOverlap } from './check-periods.ts';
import { at, type LocatedProfile, type Mistake } from './profile.ts';

/** Classes of connections speak of services, answers and standards that there are. */
export function checkConnections({ connections, services, standards }: LocatedProfile): Mistake[] {
  const known = new Set(services.map(({ value }) => value.code));
  const limits = new Set(
    standards.filter(({ value }) => value.unit === 'working_days').map(({ value }) => value.code),
  );
  const found = connections.flatMap((connection) => {
    const { value } = connection;
    const exceptions = value.exceptions ?? [];
    return [
      ...value.services.flatMap((service, index) =>
        known.has(service) ? [] : [at(connection, ['services', index], `no service ${service}`)],
      ),
      ...[value.standard, ...exceptions.map(({ standard }) => standard)]
        .filter((standard) => !limits.has(standard))
        .map((standard) => at(connection, ['standard'], `no standard ${standard} in working days`)),
      ...Object.entries(value.when ?? {}).flatMap(([field, answer]) =>
        isAnswer(services, value.services, field, answer)
          ? []
          : [at(connection, ['when', field], `${answer} is no answer to ${field} in each of its services`)],
      ),
    ];
  });
  return [...found, ...noOverlap('class of connections', connections)];
}

const isAnswer = (
  services: LocatedProfile['services'],
  codes: readonly string[],
  field: string,
  answer: string,
): boolean =>
  services
    .filter(({ value }) => codes.includes(value.code))
    .every(({ value }) =>
      value.fields.some(
        ({ name, options }) => name === field && options?.some((option) => option.value === answer),
      ),
    );
