export type {
  CalendarDefinition,
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
export {
  type CalendarVersion,
  currentCalendar,
  findService,
  listServices,
  readCalendar,
  readServiceVersion,
  readSettings,
  readStandards,
  readUtility,
  type ServiceVersion,
} from './queries.ts';
export { type Answers, chooseVariant, findVariant, settingFor } from './rules.ts';
