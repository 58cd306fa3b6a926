import { findVariant, type Limit, type ServiceDefinition } from '#modules/catalogue/index.ts';
import type { CaseRow } from './queries.ts';
import { readLimit } from './stored-limit.ts';

/** The limit of the utility's part of a case: as a regulation fixed it at the opening, else as its variant of the service does. */
export const ownLimit = (
  found: Pick<CaseRow, 'own_term' | 'variant'>,
  definition: ServiceDefinition,
): Limit => readLimit(found.own_term) ?? findVariant(definition, found.variant).limit;
