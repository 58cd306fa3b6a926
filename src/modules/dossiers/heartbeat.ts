import { randomUUID } from 'node:crypto';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { type EndpointRow, listEndpoints } from './queries-endpoints.ts';
import { insertMessage, isHeartbeatWaiting, lastDelivered } from './queries-messages.ts';
import type { DossierDeps } from './register-dossier.ts';
import { enqueueLine } from './tell-portal.ts';

const everyMs = 6 * 3_600_000;

/** Says to each portal that has heard nothing for six hours that we are there; one such message waits at a time. */
export const sendHeartbeats = ({ db, clock }: DossierDeps): Promise<void> =>
  inScope(db, systemScope, async (trx) => {
    for (const endpoint of await listEndpoints(trx))
      if (endpoint.active) await beat(trx, endpoint, clock.now());
  });

async function beat(trx: Trx, { code }: EndpointRow, now: Date): Promise<void> {
  const last = await lastDelivered(trx, code);
  if (last && now.getTime() - last.getTime() < everyMs) return;
  if (await isHeartbeatWaiting(trx, code)) return;
  const row = {
    ...{
      id: randomUUID(),
      endpoint: code,
      line: 'heartbeat',
      case_id: null,
      kind: 'heartbeat',
      status: null,
    },
    ...{ dedupe_key: `heartbeat:${now.toISOString()}`, body: '', created_at: now, next_try_at: now },
  };
  const fresh = await insertMessage(trx, row, (SoThuTu) =>
    JSON.stringify({ LoaiTin: 'NhipTim', SoThuTu, ThoiDiem: now.toISOString() }),
  );
  if (fresh) await enqueueLine(trx, code, 'heartbeat', now);
}
