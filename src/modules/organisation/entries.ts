import type { Text } from '#platform/text.ts';
import type { NameStatus, UnitKind } from './units.ts';

type Dated = { source: string; validFrom: string; validTo?: string | undefined };
export type UnitEntry = Dated & {
  code: string;
  kind: UnitKind;
  parent: string | null;
  name: Text;
  nameStatus: NameStatus;
  agencyKind: string | null;
  province: string | null;
};
export type ProvinceEntry = {
  code: string;
  name: Text;
  company: string;
  /** What else people call where it lies, such as the province it became part of. */
  names?: (Dated & { name: Text; uncertain?: boolean | undefined })[] | undefined;
};
export type DistrictEntry = Dated & {
  code: string;
  province: string;
  name: Text;
  area: 'urban' | 'rural';
  unit: string;
  uncertain: boolean;
};
