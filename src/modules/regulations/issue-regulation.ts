import {
  listServices,
  type RegulationDefinition,
  type RegulationTemplate,
  readRegulationTemplates,
  regulationSchema,
} from '#modules/catalogue/index.ts';
import type { Actor, Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { storable } from '#platform/text.ts';
import { insertRecorded, listVersions, type Recorded } from './queries-follow.ts';
import { regulationReasons as reasons } from './reasons.ts';
import { type RecordDeps, type RecordRequest, record, type Standing, wrongIn } from './record.ts';

export type IssuedDocument = { sha256: string; name: string; mime: string; bytes: number };
export type Issue = RecordRequest & {
  number: string;
  issuedOn: string;
  validFrom: string;
  /** The code of the terms it takes over. */
  template: string;
  document: IssuedDocument | null;
};

/** The province has issued its regulation: cases filed from its first day on run under it, those before keep theirs. */
export const issueRegulation = (deps: RecordDeps, actor: Actor, given: Issue): Promise<Recorded> =>
  record(deps, actor, given, async (trx, standing) => {
    const { issuedOn, validFrom, document } = given;
    const number = storable(given.number).trim();
    if (number === '') throw wrongIn('number', reasons.number_needed);
    if (number.length > 100) throw wrongIn('number', reasons.words_too_long, { most: 100 });
    if (issuedOn > standing.today) throw wrongIn('issuedOn', reasons.since_in_future);
    if (standing.last && issuedOn < standing.last.since)
      throw wrongIn('issuedOn', reasons.since_before_last, { last: standing.last.since });
    if (validFrom < issuedOn) throw wrongIn('validFrom', reasons.holds_before_issued);
    const template = (await readRegulationTemplates(trx, standing.today)).find(
      ({ code }) => code === given.template,
    );
    if (!template) throw wrongIn('template', reasons.template_needed);
    needBodies(template, standing.bodies);
    const definition = await written(trx, standing, { ...given, number }, template);
    await insertRecorded(trx, definition, standing.now);
    return { stage: 'issued', since: issuedOn, regulationCode: definition.code, document };
  });

function needBodies(template: RegulationTemplate, bodies: readonly Unit[]): void {
  const named = [...template.participants, ...template.steps.flatMap(({ agency }) => agency ?? [])];
  const missing = named.find((kind) => !bodies.some(({ agencyKind }) => agencyKind === kind));
  if (missing) throw wrongIn('template', reasons.no_body_for_terms, { kind: missing });
}

/** Where no province has said yet what its rules are for: what a State body takes part in. */
async function servicesOfState(trx: Trx, today: string): Promise<string[]> {
  const codes = (await listServices(trx, today))
    .filter(({ definition }) => definition.steps.some(({ actor }) => actor.level === 'agency'))
    .map(({ definition }) => definition.code);
  if (codes.length === 0) throw refuse(reasons.no_state_services);
  return codes;
}

async function written(
  trx: Trx,
  { province, today }: Standing,
  { number, issuedOn, validFrom }: Issue,
  { totals, shares, supplementAdds, steps, participants }: RegulationTemplate,
): Promise<RegulationDefinition> {
  const versions = await listVersions(trx);
  const before = versions.filter((version) => version.province === province.code).at(-1) ?? versions.at(-1);
  return regulationSchema.parse({
    code: `quy-che-${province.code}-${validFrom}`,
    province: province.code,
    status: 'issued',
    number,
    issuedOn,
    services: before?.definition.services ?? (await servicesOfState(trx, today)),
    ...{ totals, shares, supplementAdds, steps, participants },
    source: `${number}, ${issuedOn}`,
    validFrom,
  });
}
