import type { Actor } from '#modules/organisation/index.ts';
import { whyNotSendTo } from '#modules/webhooks/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type EndpointDeps, need } from './endpoints.ts';
import { insertAddressChange, updateEndpoint } from './queries-endpoints.ts';
import { dossierReasons } from './reasons.ts';
import { mayKeepConnections } from './rules/may.ts';

/** The portal is at another address now. Its dossiers, secrets and what waits stay; who said so, and when, is written down. */
export const moveEndpoint = (deps: EndpointDeps, actor: Actor, code: string, typed: string): Promise<void> =>
  inScope(deps.db, actor.scope, async (trx) => {
    if (!mayKeepConnections(actor)) throw refuse(dossierReasons.administrators_keep_connections);
    const endpoint = await need(trx, code);
    const wrong = dossierReasons.endpoint_address_wrong;
    if (whyNotSendTo(typed, deps.allowPrivate)) throw refuse(wrong, {}, { url: wrong });
    const url = new URL(typed).href;
    if (url === endpoint.url) return;
    await updateEndpoint(trx, code, { url });
    await insertAddressChange(trx, {
      ...{ endpoint: code, from_url: endpoint.url, to_url: url },
      ...{ at: deps.clock.now(), by_whom: actor.name },
    });
  });
