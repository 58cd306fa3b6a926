export { catalogueApi } from './api/index.ts';
export type {
  CalendarDefinition,
  ChannelDefinition,
  DocumentAsked,
  EscalationSettings,
  Field,
  Limit,
  ServiceDefinition,
  Standard,
  Step,
  Utility,
  Variant,
} from './definition.ts';
export { type Loaded, loadProfile, ProfileMistakes } from './load-profile.ts';
export { findServices } from './portal/find-services.ts';
export { catalogueRoutes } from './portal/routes.tsx';
export type { Mistake, Profile } from './profile.ts';
export {
  type CalendarVersion,
  currentCalendar,
  currentCalendars,
  findService,
  listServices,
  readAgencyId,
  readChannels,
  readServiceVersion,
  readSettings,
  readStandards,
  readUtility,
  type ServiceVersion,
} from './queries.ts';
export { type ReadProfile, readProfile } from './read-profile.ts';
export { type Answers, chooseVariant, findVariant, settingFor } from './rules.ts';
