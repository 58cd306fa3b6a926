import type { Trx } from '#platform/postgres/in-scope.ts';
import { type DeliveryRow, listDeliveries, listNewest, listOfCase, type NoticeRow } from './queries.ts';

export type NoticeView = NoticeRow & { deliveries: DeliveryRow[] };
export type NoticePage = { notices: NoticeView[]; next: string | null };

/** Newest first, as far as the viewer may see. `after` is the `next` of the page before; one that is none begins anew. */
export async function listNotices(
  trx: Trx,
  { after, limit = 50 }: { after: string | null; limit?: number },
): Promise<NoticePage> {
  const rows = await listNewest(trx, parseCursor(after), limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last ? `${last.created_at.toISOString()}_${last.id}` : null;
  return { notices: await withDeliveries(trx, shown), next };
}

/** All that was told of one case, in order. */
export const noticesOfCase = async (trx: Trx, caseId: string): Promise<NoticeView[]> =>
  withDeliveries(trx, await listOfCase(trx, caseId));

async function withDeliveries(trx: Trx, rows: NoticeRow[]): Promise<NoticeView[]> {
  const ids = rows.map(({ id }) => id);
  const deliveries = await listDeliveries(trx, ids);
  return rows.map((row) => ({
    ...row,
    deliveries: deliveries.filter(({ notice_id }) => notice_id === row.id),
  }));
}

function parseCursor(cursor: string | null): { at: string; id: string } | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]{12}Z)_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}
