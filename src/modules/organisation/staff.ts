import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Staff as StaffTable } from '#platform/postgres/schema.ts';
import { findStaffRow, insertStaff, linkUser, listStaffRows } from './queries-staff.ts';
import { type Role, roles } from './roles.ts';
import { oneOf } from './units.ts';

export type Staff = {
  id: string;
  userId: string | null;
  name: string;
  email: string;
  role: Role;
  unitCode: string;
  active: boolean;
};

/** One person of the staff, inactive ones too, by their own id or by that of their sign-in. */
export async function findStaff(
  trx: Trx,
  by: { id: string } | { userId: string } | { email: string },
): Promise<Staff | undefined> {
  const row = await findStaffRow(trx, by);
  return row && asStaff(row);
}

/** The active people of a unit, or of all. */
export async function listStaff(trx: Trx, of: { unitCode?: string } = {}): Promise<Staff[]> {
  return (await listStaffRows(trx, of)).map(asStaff);
}

type NewStaff = {
  id?: string;
  userId?: string | null;
  name: string;
  email: string;
  role: Role;
  unitCode: string;
};

/** Takes a person on; one with the same e-mail is left as they are. */
export async function addStaff(trx: Trx, person: NewStaff): Promise<Staff> {
  const row = await insertStaff(trx, {
    id: person.id ?? randomUUID(),
    user_id: person.userId ?? null,
    name: person.name.normalize('NFC'),
    email: person.email.toLowerCase(),
    role: person.role,
    unit_code: person.unitCode,
  });
  return asStaff(row);
}

/** Ties a person to the sign-in they use. */
export const linkStaffToUser = (trx: Trx, staffId: string, userId: string): Promise<void> =>
  linkUser(trx, staffId, userId);

function asStaff(row: Selectable<StaffTable>): Staff {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: oneOf(roles, row.role),
    unitCode: row.unit_code,
    active: row.active,
  };
}
