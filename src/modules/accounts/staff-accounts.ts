import { randomUUID } from 'node:crypto';
import {
  addStaff,
  findStaff,
  findUnit,
  linkStaffToUser,
  type Role,
  type Staff,
} from '#modules/organisation/index.ts';
import { inScope, publicScope, type Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { endSessions, forgetFailures, forgetSecondFactor, insertUser, putPassword } from './queries.ts';
import { accountReasons } from './reasons.ts';
import { wrongPlace } from './rules/where-roles-work.ts';
import type { AccountDeps } from './sign-in.ts';

export const shortestPassword = 12;
export type NewStaff = { name: string; email: string; role: Role; unitCode: string; password: string };

/** Takes a person on and gives them a sign-in; at their first one they set up the second factor. */
export async function createStaff(deps: AccountDeps, person: NewStaff): Promise<Staff> {
  const { name, email } = readPerson(person);
  const hash = await hashPassword(deps, person.password);
  return inScope(deps.db, publicScope, async (trx) => {
    const unit = await findUnit(trx, person.unitCode.trim().toUpperCase());
    if (!unit || unit.validTo !== null)
      throw refuse(accountReasons.unit_unknown, {}, { unitCode: accountReasons.unit_unknown });
    const wrong = wrongPlace(person.role, unit.kind);
    if (wrong) throw refuse(accountReasons[wrong], {}, { role: accountReasons[wrong] });
    if (await findStaff(trx, { email }))
      throw refuse(accountReasons.email_taken, {}, { email: accountReasons.email_taken });
    const staff = await addStaff(trx, { name, email, role: person.role, unitCode: unit.code });
    const userId = await userOf(trx, staff, deps.clock.now());
    await putPassword(trx, userId, hash, deps.clock.now());
    return { ...staff, userId };
  });
}

/** A new password ends every session and every lock; the second factor is forgotten only when asked, for a lost phone. */
export async function resetPassword(
  deps: AccountDeps,
  request: { email: string; password: string; forgetSecondFactor?: boolean },
): Promise<void> {
  const email = request.email.trim().toLowerCase();
  const hash = await hashPassword(deps, request.password);
  await inScope(deps.db, publicScope, async (trx) => {
    const staff = await findStaff(trx, { email });
    if (!staff) throw refuse(accountReasons.staff_unknown);
    const userId = await userOf(trx, staff, deps.clock.now());
    await putPassword(trx, userId, hash, deps.clock.now());
    await endSessions(trx, userId);
    await forgetFailures(trx, email);
    if (request.forgetSecondFactor) await forgetSecondFactor(trx, userId);
  });
}

/** The sign-in of a person, made when there is none yet. */
export async function userOf(trx: Trx, staff: Staff, at: Date): Promise<string> {
  if (staff.userId) return staff.userId;
  const id = randomUUID();
  await insertUser(trx, { id, name: staff.name, email: staff.email, at });
  await linkStaffToUser(trx, staff.id, id);
  return id;
}

function readPerson(person: NewStaff): { name: string; email: string } {
  const name = person.name.normalize('NFC').trim();
  const email = person.email.trim().toLowerCase();
  if (name === '') throw refuse(accountReasons.name_needed, {}, { name: accountReasons.name_needed });
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw refuse(accountReasons.email_needed, {}, { email: accountReasons.email_needed });
  return { name, email };
}

async function hashPassword({ auth }: AccountDeps, password: string): Promise<string> {
  const reason = accountReasons.password_too_short;
  if (password.length < shortestPassword)
    throw refuse(reason, { least: shortestPassword }, { password: reason });
  return (await auth.$context).password.hash(password);
}
