import { type Actor, findUnit, listProvinces, type Unit } from '#modules/organisation/index.ts';
import { newSecret, whyNotSendTo } from '#modules/webhooks/index.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { type Reason, refuse } from '#platform/refused.ts';
import type { Sealer } from '#platform/sealer.ts';
import {
  type EndpointRow,
  findActiveOf,
  findEndpoint,
  insertEndpoint,
  updateEndpoint,
} from './queries-endpoints.ts';
import { listWaitingLines } from './queries-messages.ts';
import { dossierReasons } from './reasons.ts';
import type { DossierDeps } from './register-dossier.ts';
import { mayKeepConnections } from './rules/may.ts';
import { tellOfLive } from './tell-of-live.ts';
import { enqueueLine } from './tell-portal.ts';

export type EndpointDeps = DossierDeps & { sealer: Sealer; allowPrivate: boolean };
export type NewEndpoint = { code: string; name: string; unitCode: string; url: string };
/** Shown once: `out` signs what we send, `in` what the portal sends. */
export type Secrets = { out: string; in: string };

/** What a secret is sealed to: one of another portal, or of the other direction, opens nothing. */
export const secretName = (code: string, direction: 'in' | 'out') => `portal ${code} ${direction}`;

/** A connection to a portal, made by an administrator of those whom it serves. */
export async function createEndpoint(
  deps: EndpointDeps,
  actor: Actor,
  wanted: NewEndpoint,
): Promise<{ endpoint: EndpointRow; secrets: Secrets }> {
  if (!mayKeepConnections(actor)) throw refuse(dossierReasons.administrators_keep_connections);
  const { code, name, url } = checked(deps, wanted);
  return inScope(deps.db, actor.scope, async (trx) => {
    const company = await companyServed(trx, wanted.unitCode);
    if (!company) throw wrong('unitCode', dossierReasons.endpoint_unit_wrong);
    const secrets = { out: newSecret(), in: newSecret() };
    const added = await insertEndpoint(trx, {
      ...{
        code,
        name,
        url,
        unit_code: wanted.unitCode,
        company_code: company.code,
        company_path: company.path,
      },
      ...sealed(deps.sealer, code, secrets),
      ...{ created_at: deps.clock.now(), created_by: actor.name },
    });
    if (!added) throw wrong('code', dossierReasons.endpoint_taken);
    await tellOfLive(trx, code, deps.clock.now());
    return { endpoint: await need(trx, code), secrets };
  });
}

const sealed = (sealer: Sealer, code: string, secrets: Secrets) => ({
  secret_out_sealed: sealer.seal(secretName(code, 'out'), secrets.out),
  secret_in_sealed: sealer.seal(secretName(code, 'in'), secrets.in),
});

const wrong = (field: string, reason: Reason) => refuse(reason, {}, { [field]: reason });

function checked({ allowPrivate }: EndpointDeps, wanted: NewEndpoint) {
  const [code, name] = [wanted.code.trim(), wanted.name.normalize('NFC').trim().slice(0, 200)];
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(code)) throw wrong('code', dossierReasons.endpoint_code_wrong);
  if (name === '') throw wrong('name', dossierReasons.endpoint_name_needed);
  if (whyNotSendTo(wanted.url, allowPrivate)) throw wrong('url', dossierReasons.endpoint_address_wrong);
  return { code, name, url: new URL(wanted.url).href };
}

/** The company itself, or that of the province of a centre; undefined for anything else. */
async function companyServed(trx: Trx, unitCode: string): Promise<Unit | undefined> {
  const unit = await findUnit(trx, unitCode);
  const provinces = await listProvinces(trx);
  if (unit?.kind === 'company')
    return provinces.some(({ companyCode }) => companyCode === unit.code) ? unit : undefined;
  if (unit?.kind !== 'administration_centre') return undefined;
  const province = provinces.find(({ code }) => code === unit.provinceCode);
  return province && findUnit(trx, province.companyCode);
}

export async function need(trx: Trx, code: string): Promise<EndpointRow> {
  const found = await findEndpoint(trx, code);
  if (!found) throw refuse(dossierReasons.endpoint_not_found);
  return found;
}

/** Off: nothing is sent and nothing taken until it is on again; what waits stays. */
export const switchEndpoint = (
  { db, clock }: EndpointDeps,
  actor: Actor,
  code: string,
  active: boolean,
): Promise<void> =>
  inScope(db, actor.scope, async (trx) => {
    if (!mayKeepConnections(actor)) throw refuse(dossierReasons.administrators_keep_connections);
    const endpoint = await need(trx, code);
    const isOther = active && (await findActiveOf(trx, endpoint.unit_code, code));
    if (isOther) throw refuse(dossierReasons.endpoint_taken);
    await updateEndpoint(trx, code, { active });
    const now = clock.now();
    if (active) await tellOfLive(trx, code, now);
    if (active) for (const line of await listWaitingLines(trx, code)) await enqueueLine(trx, code, line, now);
  });

/** New secrets for both directions, from this moment: both sides change at an agreed time. */
export const rotateSecrets = (deps: EndpointDeps, actor: Actor, code: string) =>
  inScope(deps.db, actor.scope, async (trx) => {
    if (!mayKeepConnections(actor)) throw refuse(dossierReasons.administrators_keep_connections);
    const endpoint = await need(trx, code);
    const secrets = { out: newSecret(), in: newSecret() };
    await updateEndpoint(trx, code, sealed(deps.sealer, code, secrets));
    return { endpoint, secrets };
  });

/** The endpoint of a message that comes in, seen by nobody's leave. */
export const endpointOfDoor = ({ db }: DossierDeps, code: string): Promise<EndpointRow | undefined> =>
  inScope(db, systemScope, (trx) => findEndpoint(trx, code));
