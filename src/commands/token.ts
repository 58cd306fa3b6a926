import { randomBytes } from 'node:crypto';
import { createAuth, createStaff, resetPassword } from '#modules/accounts/index.ts';
import { type Role, roles } from '#modules/organisation/index.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Settings } from '#platform/settings.ts';
import { keptSecret } from '#platform/var-folder.ts';
import { keyCommand } from './key.ts';
import { CommandRefused, inWords, say } from './say.ts';
import { withDatabase } from './with-database.ts';

const usage = {
  vi: 'Cách dùng: token EMAIL (mật khẩu mới) · token EMAIL VAI_TRÒ MÃ_ĐƠN_VỊ HỌ VÀ TÊN (thêm người)',
  en: `Usage: token EMAIL (a new password) · token EMAIL ROLE UNIT FULL NAME (takes a person on). Roles: ${roles.join(', ')}`,
};

/** A password for a member of staff, printed once: a new one for who is there, a first one for who is taken on. */
export async function tokenCommand(args: string[]): Promise<number> {
  const [email, role, unitCode, ...name] = args;
  if (email === 'create' || email === 'list' || email === 'revoke') return keyCommand(args);
  if (!email || (role && (!unitCode || name.length === 0))) throw new CommandRefused([usage], 2);
  const password = randomBytes(12).toString('base64url');
  await withDatabase(async (db, settings) => {
    const deps = { db, clock: systemClock, auth: await authOf(db, settings) };
    const wanted = role && {
      name: name.join(' '),
      email,
      role: roleOf(role),
      unitCode: unitCode ?? '',
      password,
    };
    await (wanted ? createStaff(deps, wanted) : resetPassword(deps, { email, password }));
  }).catch(inWords);
  say({ vi: `Mật khẩu của ${email} (chỉ hiện lần này)`, en: 'password, shown only now' });
  process.stdout.write(`${password}\n`);
  return 0;
}

async function authOf(db: Database, settings: Settings) {
  const secret = settings.secret ?? (await keptSecret(settings.varFolder));
  return createAuth(db, { url: settings.url, secret, demo: false, oidc: settings.oidc });
}

function roleOf(text: string): Role {
  const role = roles.find((known) => known === text);
  if (!role) throw new CommandRefused([usage], 2);
  return role;
}
