import { findService, listServices, readUtility, type ServiceDefinition } from '#modules/catalogue/index.ts';
import { type Clock, todayOf } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { fill, type Language } from '#platform/text.ts';
import { type Answer, mimes } from './answer.ts';
import { servicesChangedAt } from './queries.ts';
import { open311Reasons } from './reasons.ts';
import { attributesOf } from './rules/attributes.ts';
import { texts } from './texts.ts';

type Deps = { db: Database; clock: Clock; url: string; demo: boolean };

/** Where the standard's addresses begin, who runs them, when the services last changed. */
export async function discovery({ db, clock, url, demo }: Deps, language: Language): Promise<Answer> {
  const { utility, changed } = await inScope(db, publicScope, async (trx) => ({
    utility: await readUtility(trx, todayOf(clock)),
    changed: await servicesChangedAt(trx),
  }));
  const facts = {
    name: utility.name[language],
    hotlines: utility.hotlines.join(', '),
    website: utility.website,
  };
  const changeset = changed.toISOString();
  const content = {
    changeset,
    contact: fill(texts.contact[language], facts),
    key_service: fill(texts.key_service[language], facts),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${url}/open311/v2`,
        changeset,
        type: demo ? 'test' : 'production',
        formats: [mimes.xml, mimes.json],
      },
    ],
  };
  return { root: 'discovery', content };
}

export async function serviceList({ db, clock }: Deps, language: Language): Promise<Answer> {
  const services = await inScope(db, publicScope, (trx) => listServices(trx, todayOf(clock)));
  return { root: 'services', content: services.map(({ definition }) => service(definition, language)) };
}

const service = (definition: ServiceDefinition, language: Language) => ({
  service_code: definition.code,
  service_name: definition.name[language],
  description: definition.needs.map((need) => need[language]).join('; '),
  metadata: definition.fields.length > 0,
  type: 'realtime',
  keywords: (definition.keywords ?? []).join(', '),
  group: definition.group,
});

export async function serviceDefinition(
  { db, clock }: Deps,
  code: string,
  language: Language,
): Promise<Answer> {
  const found = await inScope(db, publicScope, (trx) => findService(trx, code, todayOf(clock)));
  if (!found)
    throw refuse(open311Reasons.service_unknown, {}, { service_code: open311Reasons.service_unknown });
  const { definition } = found;
  return {
    root: 'service_definition',
    content: { service_code: definition.code, attributes: attributesOf(definition, language) },
  };
}
