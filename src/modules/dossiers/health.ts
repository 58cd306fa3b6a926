import { readStandards } from '#modules/catalogue/index.ts';
import { type Actor, listUnits, type Unit } from '#modules/organisation/index.ts';
import { todayOf } from '#platform/clock.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type EndpointRow, listEndpoints } from './queries-endpoints.ts';
import { type EndpointHealth, readHealth } from './queries-health.ts';
import { dossierReasons } from './reasons.ts';
import type { DossierDeps } from './register-dossier.ts';
import { type Health, judgeConnection } from './rules/connected.ts';
import { maySeeConnections } from './rules/may.ts';

export type Connected = { endpoint: EndpointRow; found: EndpointHealth; health: Health };
/** A company and its portals; it counts as connected while one of them does. */
export type CompanyHealth = { company: Unit; connections: Connected[]; health: Health };
export type Connections = {
  companies: CompanyHealth[];
  connected: number;
  limit: { hours: number; uncertain: boolean; source: string };
};

const day = 86_400_000;
const usual = { value: 24, uncertain: true, source: '' };

/** How the connection of each company fares, measured from the messages themselves. */
export function readConnections({ db, clock }: DossierDeps, actor: Actor): Promise<Connections> {
  if (!maySeeConnections(actor)) throw refuse(dossierReasons.connections_not_yours);
  const now = clock.now();
  return inScope(db, actor.scope, async (trx) => {
    const standards = await readStandards(trx, todayOf(clock));
    const { value, uncertain, source } =
      standards.find(({ code }) => code === 'portal-heard-within') ?? usual;
    const endpoints = await listEndpoints(trx);
    const measured = await readHealth(trx, new Date(now.getTime() - day));
    const seen = (await listUnits(trx, { kind: 'company' })).filter(({ path }) => isBelow(actor, path));
    const companies = seen.map((company) => {
      const connections = endpoints
        .filter(({ company_code }) => company_code === company.code)
        .flatMap((endpoint) => {
          const found = measured.find(({ code }) => code === endpoint.code);
          return found ? [{ endpoint, found, health: judge(endpoint, found, now, value) }] : [];
        });
      return { company, connections, health: best(connections) };
    });
    const connected = companies.filter(({ health }) => health === 'connected').length;
    return { companies, connected, limit: { hours: value, uncertain: uncertain ?? false, source } };
  });
}

const isBelow = ({ scope }: Actor, path: string): boolean =>
  scope.system || scope.paths.some((own) => path === own || path.startsWith(`${own}.`));

const judge = (
  { active }: EndpointRow,
  { last_out, last_in, dead, oldest, oldest_held }: EndpointHealth,
  now: Date,
  withinHours: number,
): Health =>
  judgeConnection(
    { active, lastOut: last_out, lastIn: last_in, dead, waitingSince: oldest, heldSince: oldest_held },
    { now, withinHours },
  );

const best = (connections: readonly Connected[]): Health =>
  connections.find(({ health }) => health === 'connected')?.health ??
  connections.find(({ endpoint }) => endpoint.active)?.health ??
  connections[0]?.health ??
  'no_portal';
