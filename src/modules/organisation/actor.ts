import { type Scope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { readScope } from './queries-scope.ts';
import type { Role } from './roles.ts';
import type { Staff } from './staff.ts';

/** Who acts. Passed into every act, never looked up by one. */
export type Actor = {
  /** A machine is a program that acts with a role and a unit of its own, by an API key. */
  kind: 'staff' | 'machine' | 'customer' | 'system';
  id: string;
  name: string;
  role: Role | null;
  unitCode: string | null;
  scope: Scope;
  /** The door their acts come in by, where that is not told by what they are. */
  via?: string;
};

/** Jobs and imports act as the system. */
export const systemActor: Actor = {
  kind: 'system',
  id: 'system',
  name: 'Hệ thống',
  role: null,
  unitCode: null,
  scope: systemScope,
};

/** A customer sees the cases proved to be theirs, and nothing else. */
export function customerActor(id: string, name: string, caseIds: readonly string[]): Actor {
  const scope = { paths: [], caseIds, system: false };
  return { kind: 'customer', id, name, role: null, unitCode: null, scope };
}

/** A person of the staff, who sees what their unit sees today: its path, its former paths and what it took over. */
export async function staffActor(trx: Trx, staff: Staff): Promise<Actor> {
  const scope = await readScope(trx, staff.unitCode);
  return { kind: 'staff', id: staff.id, name: staff.name, role: staff.role, unitCode: staff.unitCode, scope };
}

/** A program that acts in the name of a unit, and sees what the unit's people see. */
export async function machineActor(
  trx: Trx,
  machine: { id: string; name: string; role: Role; unitCode: string; via: string },
): Promise<Actor> {
  const { via, ...who } = machine;
  return { ...who, kind: 'machine', scope: await readScope(trx, machine.unitCode), via };
}
