import type { Actor } from '#modules/organisation/index.ts';

type Who = Pick<Actor, 'kind' | 'role'>;

const health: readonly string[] = ['company_director', 'corporation', 'administrator'];
const registers: readonly string[] = ['desk_clerk', 'clerk', 'unit_head', 'company_director', 'corporation'];
const settling: readonly string[] = ['desk_clerk', 'clerk', 'unit_head'];

const hasRole = ({ kind, role }: Who, roles: readonly string[]) =>
  kind === 'staff' && role !== null && roles.includes(role);

/** Who sees how the connections fare: those who answer for a whole company, and the administrators. */
export const maySeeConnections = (actor: Who): boolean => hasRole(actor, health);
/** Who makes and changes connections. */
export const mayKeepConnections = (actor: Who): boolean => hasRole(actor, ['administrator']);
/** Who prints registers, each of what they see. */
export const maySeeRegister = (actor: Who): boolean => hasRole(actor, registers);
/** Who decides where portal and we differ, on dossiers they see. */
export const maySettle = (actor: Who): boolean => hasRole(actor, settling);
