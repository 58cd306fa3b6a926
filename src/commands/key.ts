import {
  createApiKey,
  type KeyChannel,
  type KeyRole,
  keyChannels,
  keyRoles,
  listApiKeys,
  revokeApiKey,
} from '#modules/accounts/index.ts';
import { systemClock } from '#platform/clock.ts';
import { CommandRefused, inWords, say } from './say.ts';
import { withDatabase } from './with-database.ts';

const usage = {
  vi: 'Cách dùng: token create TÊN VAI_TRÒ MÃ_ĐƠN_VỊ [KÊNH] [SỐ_NGÀY] · token list · token revoke MÃ_KHÓA',
  en: `Usage: token create NAME ROLE UNIT [CHANNEL] [DAYS] · token list · token revoke ID. Roles: ${keyRoles.join(', ')}. Channels: ${keyChannels.join(', ')}`,
};
const day = 86_400_000;

/** Keys for machines: made (shown once), listed, revoked. */
export async function keyCommand([what, ...args]: string[]): Promise<number> {
  if (what === 'list') return listKeys();
  if (what === 'revoke') return revokeKey(args);
  const [name, role, unitCode, channel = 'api', days] = args;
  const wanted = { role: roleOf(role), channel: channelOf(channel), lasts: daysOf(days) };
  if (!name || !unitCode || !wanted.role || !wanted.channel || wanted.lasts === undefined)
    throw new CommandRefused([usage], 2);
  const { role: asRole, channel: by, lasts } = wanted;
  const expiresAt = lasts === null ? null : new Date(Date.now() + lasts * day);
  const { id, token } = await withDatabase((db) =>
    createApiKey(
      { db, clock: systemClock },
      { name, role: asRole, unitCode, channel: by, createdBy: 'command line', expiresAt },
    ),
  ).catch(inWords);
  say({ vi: `Khóa ${id} (chỉ hiện lần này)`, en: 'key, shown only now' });
  process.stdout.write(`${token}\n`);
  return 0;
}

async function listKeys(): Promise<number> {
  const rows = await withDatabase((db) => listApiKeys({ db }));
  for (const { id, name, role, unit_code, channel, expires_at, revoked_at } of rows) {
    const until = revoked_at
      ? `revoked ${revoked_at.toISOString()}`
      : (expires_at?.toISOString() ?? 'no end');
    process.stdout.write(`${id}  ${role}  ${unit_code}  ${channel}  ${until}  ${name}\n`);
  }
  return 0;
}

async function revokeKey([id]: string[]): Promise<number> {
  if (!id || !/^[0-9a-f-]{36}$/i.test(id)) throw new CommandRefused([usage], 2);
  const revoked = await withDatabase((db) => revokeApiKey({ db, clock: systemClock }, id));
  if (!revoked)
    throw new CommandRefused([
      { vi: `Không có khóa ${id} còn hiệu lực.`, en: `There is no key ${id} that holds.` },
    ]);
  say({ vi: `Đã thu hồi khóa ${id}`, en: 'revoked' });
  return 0;
}

const roleOf = (text: string | undefined): KeyRole | undefined => keyRoles.find((known) => known === text);
const channelOf = (text: string): KeyChannel | undefined => keyChannels.find((known) => known === text);
const daysOf = (text: string | undefined): number | null | undefined => {
  if (text === undefined) return null;
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
};
