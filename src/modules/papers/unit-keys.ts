import { randomUUID } from 'node:crypto';
import { type Actor, findUnit } from '#modules/organisation/index.ts';
import { type KeyPair, makeSelfSigned, openKey, openPkcs12, readCertificate } from '#platform/pdf/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type Sealer, sealerFor } from '#platform/sealer.ts';
import type { PaperDeps } from './deps.ts';
import { insertKey, keyByFingerprint, listKeys, retireKeyOf, type UnitKeyRow } from './queries-keys.ts';
import { paperReasons } from './reasons.ts';

export type UnitKeyDeps = Pick<PaperDeps, 'db' | 'clock' | 'sealer'>;
const yearsOfOwn = 5;

/** Seals private keys. */
export const keySealerFrom = (installationSecret: string): Sealer =>
  sealerFor('motcua unit keys', installationSecret);

/** A key with a certificate that vouches for itself: for the demonstration, and until the unit has one of a public authority. */
export async function makeUnitKey(deps: UnitKeyDeps, actor: Actor, unitCode: string): Promise<UnitKeyRow> {
  const unit = await needUnit(deps, actor, unitCode);
  const from = deps.clock.now();
  const until = new Date(from);
  until.setUTCFullYear(from.getUTCFullYear() + yearsOfOwn);
  return keep(deps, actor, unit, await makeSelfSigned({ name: unit.name.vi, from, until }));
}

/** A key and certificate of a public authority, from the file (PKCS#12) that it gave. */
export async function importUnitKey(
  deps: UnitKeyDeps,
  actor: Actor,
  wanted: { unitCode: string; file: Buffer; password: string },
): Promise<UnitKeyRow> {
  const unit = await needUnit(deps, actor, wanted.unitCode);
  const pair = await openPkcs12(wanted.file, wanted.password).catch(() => null);
  const wrong = { file: paperReasons.key_file_wrong };
  if (!pair || readCertificate(pair.certificate).until <= deps.clock.now())
    throw refuse(paperReasons.key_file_wrong, {}, wrong);
  return keep(deps, actor, unit, pair);
}

export const retireUnitKey = (deps: UnitKeyDeps, actor: Actor, unitCode: string): Promise<void> =>
  inScope(deps.db, actor.scope, async (trx) => {
    mustBeAdministrator(actor);
    if (!(await retireKeyOf(trx, unitCode, deps.clock.now()))) throw refuse(paperReasons.key_not_found);
  });

export const listUnitKeys = ({ db }: Pick<UnitKeyDeps, 'db'>, actor: Actor): Promise<UnitKeyRow[]> => {
  mustBeAdministrator(actor);
  return inScope(db, actor.scope, listKeys);
};

/** The private key, opened for one signature. */
export async function openUnitKey({ sealer }: Pick<UnitKeyDeps, 'sealer'>, key: UnitKeyRow) {
  try {
    return await openKey({
      certificate: key.certificate,
      privateKey: sealer.open(key.id, key.private_key_sealed),
    });
  } catch {
    throw refuse(paperReasons.key_unreadable);
  }
}

function mustBeAdministrator(actor: Actor): void {
  if (actor.role !== 'administrator' && actor.kind !== 'system')
    throw refuse(paperReasons.administrators_only);
}

async function needUnit({ db }: UnitKeyDeps, actor: Actor, code: string) {
  mustBeAdministrator(actor);
  const unit = await inScope(db, actor.scope, (trx) => findUnit(trx, code.trim()));
  const within =
    unit &&
    (actor.scope.system ||
      actor.scope.paths.some((path) => unit.path === path || unit.path.startsWith(`${path}.`)));
  if (!unit || !within || unit.validTo)
    throw refuse(paperReasons.key_unit_not_found, {}, { unitCode: paperReasons.key_unit_not_found });
  return unit;
}

/** The key before is retired, and stays to be checked by. */
async function keep(
  { db, clock, sealer }: UnitKeyDeps,
  actor: Actor,
  unit: { code: string; path: string },
  pair: KeyPair,
): Promise<UnitKeyRow> {
  const about = readCertificate(pair.certificate);
  const [id, now] = [randomUUID(), clock.now()];
  const row = {
    id,
    unit_code: unit.code,
    unit_path: unit.path,
    certificate: pair.certificate,
    fingerprint: about.fingerprint,
    subject: about.subject,
    issuer: about.issuer,
    self_signed: about.selfSigned,
    valid_from: about.from,
    valid_to: about.until,
    private_key_sealed: sealer.seal(id, pair.privateKey),
    made_at: now,
    made_by: actor.name,
    retired_at: null,
  };
  await inScope(db, actor.scope, async (trx) => {
    if (await keyByFingerprint(trx, about.fingerprint))
      throw refuse(paperReasons.key_known, {}, { file: paperReasons.key_known });
    await retireKeyOf(trx, unit.code, now);
    await insertKey(trx, row);
  });
  return row;
}
