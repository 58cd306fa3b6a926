export const roles = [
  'agent',
  'clerk',
  'desk_clerk',
  'dispatcher',
  'crew',
  'unit_head',
  'company_director',
  'corporation',
  'administrator',
  'officer',
] as const;
export type Role = (typeof roles)[number];
