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
export type { Connection, ElectricityFact } from './definition-access.ts';
export { limitSchema } from './definition-basics.ts';
export type { PaperKind, PaperParty, PaperTemplate } from './definition-paper.ts';
export { type Loaded, loadProfile, ProfileMistakes } from './load-profile.ts';
export type { OneStopRule } from './one-stop.ts';
export { findServices } from './portal/find-services.ts';
export { catalogueRoutes } from './portal/routes.tsx';
export type { Mistake, Profile } from './profile.ts';
export type { ProvinceMap } from './province-map.ts';
export {
  type CalendarVersion,
  currentCalendar,
  currentCalendars,
  findService,
  listServices,
  readAgencyId,
  readChannels,
  readConnections,
  readElectricityFacts,
  readOneStopRules,
  readProvinceMap,
  readRegulationTemplates,
  readServiceVersion,
  readServiceVersions,
  readSettings,
  readStandards,
  readStandardsWithin,
  readUtility,
  type ServiceVersion,
} from './queries.ts';
export { addRegulationVersion, bindRegulations } from './queries-load-regulations.ts';
export { listPaperTemplates, type PaperTemplateVersion, readPaperTemplate } from './queries-papers.ts';
export { type ReadProfile, readProfile } from './read-profile.ts';
export { type RegulationDefinition, type RegulationTemplate, regulationSchema } from './regulation.ts';
export { type Condition, holds } from './rules/conditions.ts';
export { type Answers, chooseVariant, findVariant, settingFor } from './rules.ts';
