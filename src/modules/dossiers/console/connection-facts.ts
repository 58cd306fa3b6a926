import type { Actor } from '#modules/organisation/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { need } from '../endpoints.ts';
import { type EndpointRow, listAddressChanges } from '../queries-endpoints.ts';
import { listIncoming } from '../queries-inbox.ts';
import { type AttemptRow, listAttempts, listMessages, type MessageRow } from '../queries-messages.ts';
import { dossierReasons } from '../reasons.ts';
import type { DossierDeps } from '../register-dossier.ts';
import { maySeeConnections } from '../rules/may.ts';

export type LogQuery = { chieu?: string | undefined; xem?: string | undefined };
type Incoming = Awaited<ReturnType<typeof listIncoming>>[number];
export type ConnectionLog = {
  endpoint: EndpointRow;
  moves: Awaited<ReturnType<typeof listAddressChanges>>;
  view: { search: string; outgoing: boolean; incoming: boolean };
  outgoing: (MessageRow & { attempts: AttemptRow[] })[];
  incoming: Incoming[];
};

/** The messages of a connection as the address asks for them: a way, and of it what waits or what failed. */
export function readLog(
  { db }: DossierDeps,
  actor: Actor,
  code: string,
  { chieu, xem }: LogQuery,
): Promise<ConnectionLog> {
  if (!maySeeConnections(actor)) throw refuse(dossierReasons.connections_not_yours);
  const only = xem === 'cho' ? 'open' : xem === 'hong' ? 'failed' : 'all';
  const [outgoing, incoming] = [chieu !== 'den', chieu !== 'di'];
  return inScope(db, actor.scope, async (trx) => {
    const endpoint = await need(trx, code);
    const sent = outgoing ? await listMessages(trx, code, only) : [];
    const attempts = await listAttempts(
      trx,
      sent.map(({ id }) => id),
    );
    const came = { open: 'held', failed: 'refused', all: 'all' } as const;
    return {
      endpoint,
      moves: await listAddressChanges(trx, code),
      view: { search: searchOf(chieu, xem), outgoing, incoming },
      outgoing: sent.map((row) => ({
        ...row,
        attempts: attempts.filter(({ message_id }) => message_id === row.id),
      })),
      incoming: incoming ? await listIncoming(trx, code, came[only]) : [],
    };
  });
}

function searchOf(chieu: string | undefined, xem: string | undefined): string {
  const parts = [chieu ? `chieu=${chieu}` : '', xem ? `xem=${xem}` : ''].filter(Boolean);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
