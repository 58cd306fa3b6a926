import type { Reorganisation } from '#modules/organisation/index.ts';
import type { AgencyId } from './agency-id.ts';
import type {
  CalendarDefinition,
  ChannelDefinition,
  DistrictDefinition,
  EscalationSettings,
  ProvinceDefinition,
  ServiceDefinition,
  Standard,
  UnitDefinition,
  Utility,
} from './definition.ts';
import type { Connection, ElectricityFact } from './definition-access.ts';
import type { PaperTemplate } from './definition-paper.ts';
import type { OneStopRule } from './one-stop.ts';
import type { ProvinceMap } from './province-map.ts';
import type { RegulationDefinition, RegulationTemplate } from './regulation.ts';

/** What is wrong in a profile, and where. */
export type Mistake = { file: string; line: number; reason: string };

/** An entry and the place it stands at; `line('limit', 'calendar')` is the line of that part of it. */
export type Located<T> = { value: T; file: string; line: (...path: PropertyKey[]) => number };

/** Everything the files of a profile say, each entry with its place. */
export type LocatedProfile = {
  utility: Located<Utility>[];
  units: Located<UnitDefinition>[];
  provinces: Located<ProvinceDefinition>[];
  districts: Located<DistrictDefinition>[];
  services: Located<ServiceDefinition>[];
  calendars: Located<CalendarDefinition>[];
  standards: Located<Standard>[];
  channels: Located<ChannelDefinition>[];
  connections: Located<Connection>[];
  electricity: Located<ElectricityFact>[];
  agencyIds: Located<AgencyId>[];
  oneStop: Located<OneStopRule>[];
  escalations: Located<EscalationSettings>[];
  regulations: Located<RegulationDefinition>[];
  regulationTemplates: Located<RegulationTemplate>[];
  maps: Located<ProvinceMap>[];
  reorganisations: Located<Reorganisation>[];
  papers: Located<PaperTemplate>[];
};

/** A profile without a mistake; `hash` tells one content from another. */
export type Profile = {
  utility: Utility;
  units: UnitDefinition[];
  provinces: ProvinceDefinition[];
  districts: DistrictDefinition[];
  services: ServiceDefinition[];
  calendars: CalendarDefinition[];
  standards: Standard[];
  channels: ChannelDefinition[];
  connections: Connection[];
  electricity: ElectricityFact[];
  agencyIds: AgencyId[];
  oneStop: OneStopRule[];
  escalations: EscalationSettings[];
  regulations: RegulationDefinition[];
  regulationTemplates: RegulationTemplate[];
  maps: ProvinceMap[];
  reorganisations: Reorganisation[];
  papers: PaperTemplate[];
  hash: string;
};

export const at = (place: Located<unknown>, path: PropertyKey[], reason: string): Mistake => ({
  file: place.file,
  line: place.line(...path),
  reason,
});
