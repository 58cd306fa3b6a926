export { type Actor, customerActor, machineActor, staffActor, systemActor } from './actor.ts';
export { organisationApi } from './api/index.ts';
export type { DistrictEntry, ProvinceEntry, UnitEntry } from './entries.ts';
export { organisationCrontab, organisationTasks } from './jobs.ts';
export { reorganisationSchema } from './parse-reorganisation.ts';
export { putOrganisation } from './put-organisation.ts';
export {
  findUnit,
  listBodies,
  listDistricts,
  listProvinces,
  listSuccessors,
  listUnits,
  listWithAncestors,
  type UnitOfCode,
  unitOfCustomerCode,
  unitOfDistrict,
} from './queries.ts';
export type { RehomeOpenCases, Rehoming, Reorganisation } from './reorganisation.ts';
export { planReorganisations } from './reorganise.ts';
export { type Role, roles } from './roles.ts';
export { unitPartOf } from './rules.ts';
export { addStaff, findStaff, linkStaffToUser, listStaff, type Staff } from './staff.ts';
export {
  type District,
  type NameStatus,
  nameStatuses,
  type Province,
  type Unit,
  type UnitKind,
  unitKinds,
} from './units.ts';
