import type { FastifyRequest } from 'fastify';
import { readUtility } from '#modules/catalogue/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { ShowRefusal } from '#platform/http/answer-failures.ts';
import type { Asset } from '#platform/http/assets.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inScope, publicScope } from '#platform/postgres/in-scope.ts';
import type { PortalFrame } from '#ui/portal-layout.tsx';
import { refusalPage } from '#ui/refusal-page.tsx';

type Utility = PortalFrame['utility'];
const unnamed: Utility = { name: { vi: '', en: '' }, hotlines: [] };
const minute = 60_000;

/** The frame of the portal; the utility's name and hotlines are looked up once a minute, and remembered while the database is away. */
export function portalFrames(db: Database, clock: Clock, asset: Asset) {
  let known: { utility: Utility; at: number } = { utility: unnamed, at: -Infinity };

  async function utility(): Promise<Utility> {
    const now = clock.now();
    if (Math.abs(now.getTime() - known.at) < minute && known.utility !== unnamed) return known.utility;
    const { name, hotlines } = await inScope(db, publicScope, (trx) => readUtility(trx, dayAt(now)));
    known = { utility: { name, hotlines }, at: now.getTime() };
    return known.utility;
  }
  const around = ({ language, url, method }: FastifyRequest, about: Utility): PortalFrame => ({
    language,
    path: method === 'GET' ? url : '/',
    css: asset('portal.css'),
    script: asset('portal.js'),
    utility: about,
  });
  const frame = async (request: FastifyRequest): Promise<PortalFrame> => around(request, await utility());

  /** Asks nobody anything: it must stand when the database does not. */
  const refusal: ShowRefusal = (request, reply, refused) =>
    reply.page(refusalPage(around(request, known.utility), refused));
  return { frame, refusal };
}
