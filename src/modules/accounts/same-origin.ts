import type { FastifyInstance } from 'fastify';
import { refuse } from '#platform/refused.ts';
import { accountReasons } from './reasons.ts';

/** A form of ours is sent from a page of ours. Cookies are SameSite=Lax already; this is the second lock. */
export function refuseOtherSites(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, headers }) => {
    if (method === 'GET' || method === 'HEAD') return;
    const site = headers['sec-fetch-site'];
    const { origin } = headers;
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    const foreignOrigin = origin !== undefined && site === undefined && hostOf(origin) !== headers.host;
    if (foreignSite || foreignOrigin) throw refuse(accountReasons.other_site);
  });
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '');
