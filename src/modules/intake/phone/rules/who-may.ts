import type { Role } from '#modules/organisation/index.ts';

type Who = { kind: string; role: Role | null };

const takes: readonly (Role | null)[] = ['agent', 'clerk'];
const seesFigures: readonly (Role | null)[] = [
  'agent',
  'clerk',
  'unit_head',
  'company_director',
  'corporation',
];
const reports: readonly (Role | null)[] = ['agent', 'clerk', 'administrator'];

/** Agents of the care centre and clerks of the units sit at the telephones. */
export const mayTakeCalls = ({ kind, role }: Who): boolean => kind === 'staff' && takes.includes(role);

export const maySeeCallFigures = ({ kind, role }: Who): boolean =>
  kind === 'staff' && seesFigures.includes(role);

/** A switchboard tells of calls with a key for the telephone, or with one of a role that works with calls. */
export const mayReportCalls = (key: { channel: string; role: Role | null }): boolean =>
  key.channel === 'phone' || reports.includes(key.role);
