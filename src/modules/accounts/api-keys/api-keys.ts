import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { findUnit, type Role, roles } from '#modules/organisation/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { accountReasons } from '../reasons.ts';
import { wrongPlace } from '../rules/where-roles-work.ts';
import { insertApiKey, listApiKeyRows, markRevoked } from './queries-api-keys.ts';

/** What a key may act as: a role of the staff, or an app in the hands of customers. */
export const keyRoles = ['app', ...roles] as const;
export type KeyRole = 'app' | Role;
/** By which door what a key files has come. */
export const keyChannels = ['api', 'app', 'portal', 'open311', 'phone'] as const;
export type KeyChannel = (typeof keyChannels)[number];

export type NewApiKey = {
  name: string;
  role: KeyRole;
  unitCode: string;
  channel: KeyChannel;
  createdBy: string;
  expiresAt?: Date | null;
};

type Deps = { db: Database; clock: Clock };

/** `token` is shown once; the database keeps only its SHA-256. It has 256 random bits, so a slow hash would add nothing. */
export async function createApiKey(
  { db, clock }: Deps,
  wanted: NewApiKey,
): Promise<{ id: string; token: string }> {
  const [id, token] = [randomUUID(), `motcua_${randomBytes(32).toString('base64url')}`];
  await inScope(db, publicScope, async (trx) => {
    const unit = await findUnit(trx, wanted.unitCode);
    if (!unit || unit.validTo !== null) throw refuse(accountReasons.unit_unknown);
    // An app sees what it filed, wherever it belongs.
    const wrong = wanted.role === 'app' ? null : wrongPlace(wanted.role, unit.kind);
    if (wrong) throw refuse(accountReasons[wrong]);
    await insertApiKey(trx, {
      id,
      name: wanted.name.normalize('NFC').trim(),
      secret_hash: hashOf(token),
      role: wanted.role,
      unit_code: unit.code,
      channel: wanted.channel,
      created_at: clock.now(),
      created_by: wanted.createdBy,
      expires_at: wanted.expiresAt ?? null,
    });
  });
  return { id, token };
}

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A revoked key opens nothing from then on; a server that used it a moment ago forgets it within seconds. */
export const revokeApiKey = ({ db, clock }: Deps, id: string): Promise<boolean> =>
  inScope(db, publicScope, (trx) => markRevoked(trx, id, clock.now()));

export const listApiKeys = ({ db }: Pick<Deps, 'db'>) => inScope(db, publicScope, listApiKeyRows);
