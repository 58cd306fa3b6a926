import type { Role, UnitKind } from '#modules/organisation/index.ts';
import type { accountReasons } from '../reasons.ts';

type Wrong = Extract<
  keyof typeof accountReasons,
  'desk_needed' | 'desk_clerks_only' | 'body_needed' | 'bodies_of_officers'
>;

/**
 * The desk of an administration centre is the State's: only its desk clerks work there, and they nowhere else. In a unit a desk
 * clerk would see all its cases and may do hardly anything; at a desk any other role sees nothing it could work on. Officers work in
 * State bodies, and nobody else does.
 */
export function wrongPlace(role: Role, kind: UnitKind): Wrong | null {
  const inBody = kind === 'agency';
  if ((role === 'officer') !== inBody) return inBody ? 'bodies_of_officers' : 'body_needed';
  const atDesk = kind === 'administration_centre';
  if ((role === 'desk_clerk') === atDesk) return null;
  return atDesk ? 'desk_clerks_only' : 'desk_needed';
}
