import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { insertConflict } from './queries-conflicts.ts';
import { findDossierOfLine, type InboxRow } from './queries-inbox.ts';
import { insertMessage } from './queries-messages.ts';
import { enqueueLine } from './tell-portal.ts';

const problemSchema = z.object({ code: z.string().catch(''), detail: z.string().catch('') });

/**
 * A message that was answered 202 and, when its turn came, was refused. The portal believes that we have it: it is told by a message
 * that we have not, and where there is a dossier a person of ours sees the difference.
 */
export async function refuseLater(trx: Trx, row: InboxRow, now: Date): Promise<void> {
  if (row.line === null) return;
  const dossier = await findDossierOfLine(trx, row.endpoint, row.line);
  const { code, detail } = problemSchema.parse(JSON.parse(row.answer));
  // What was never filed has no code of ours: it is told under the portal's own name, in a line of its own.
  const line = dossier?.code ?? `refused ${row.line}`;
  const said = {
    ...{ LoaiTin: 'TuChoiTin', ...(dossier ? { MaHoSo: dossier.code } : {}), IdHoSo: row.line },
    ...{ MaTin: row.message_id, SoThuTuTin: row.seq, LoaiTinGoc: row.kind, MaLoi: code, LyDo: detail },
    ThoiDiem: now.toISOString(),
  };
  const message = {
    ...{ id: randomUUID(), endpoint: row.endpoint, line, case_id: dossier?.case_id ?? null },
    ...{ kind: 'refusal', status: null, dedupe_key: `refused:${row.id}`, body: '' },
    ...{ created_at: now, next_try_at: now },
  };
  const fresh = await insertMessage(trx, message, (SoThuTu) => JSON.stringify({ ...said, SoThuTu }));
  if (fresh) await enqueueLine(trx, row.endpoint, line, now);
  if (dossier)
    await insertConflict(trx, {
      ...{ case_id: dossier.case_id, endpoint: row.endpoint, inbox_id: row.id, message_id: null },
      ...{ ours: dossier.status, theirs: null, why: 'refused_later', at: now },
    });
}
