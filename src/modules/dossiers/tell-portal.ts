import { randomUUID } from 'node:crypto';
import type { CaseRow } from '#modules/cases/index.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { DossierRow } from './queries.ts';
import type { EndpointRow } from './queries-endpoints.ts';
import { insertMessage, listFiledPapers, listResults } from './queries-messages.ts';
import type { Status } from './rules/status.ts';
import { stepTold } from './step-told.ts';
import { statusNames } from './texts.ts';

export type Portal = { trx: Trx; endpoint: EndpointRow; dossier: DossierRow; found: CaseRow; now: Date };
type Kind = 'dossier' | 'status' | 'progress' | 'result';
type About = { seq: number; at: Date };
const names: Record<Kind, string> = {
  dossier: 'HoSoMoi',
  status: 'CapNhatTrangThai',
  progress: 'CapNhatTienTrinh',
  result: 'KetQua',
};

/** Writes one message for the portal, once an event and kind, and the job that sends it. `again`: told once more, after a conflict. */
export async function tellPortal(
  portal: Portal,
  kind: Kind,
  about: About,
  status: Status | null,
  again = '',
): Promise<void> {
  const { trx, endpoint, dossier, now } = portal;
  const facts = await factsOf(portal, kind, about);
  const base = {
    LoaiTin: names[kind],
    MaHoSo: dossier.code,
    ...(dossier.portal_dossier ? { IdHoSo: dossier.portal_dossier } : {}),
    ThoiDiem: about.at.toISOString(),
    ...(status ? { TrangThai: status, TenTrangThai: statusNames[status].vi } : {}),
    NgayHenTra: (dossier.reappointment_at ?? dossier.appointment_at)?.toISOString() ?? null,
    ...(again ? { XacNhanLai: true } : {}),
    ...facts,
  };
  const row = {
    ...{
      id: randomUUID(),
      endpoint: endpoint.code,
      line: dossier.code,
      case_id: dossier.case_id,
      kind,
      status,
    },
    ...{
      dedupe_key: `${dossier.case_id}:${about.seq}:${kind}${again}`,
      body: '',
      created_at: now,
      next_try_at: now,
    },
  };
  const fresh = await insertMessage(trx, row, (seq) => JSON.stringify({ ...base, SoThuTu: seq }));
  if (fresh) await enqueueLine(trx, endpoint.code, dossier.code, now);
}

/** One pending job a line; those of one portal run one after the other, so that a slow one holds up only itself. */
export const enqueueLine = (trx: Trx, endpoint: string, line: string, runAt: Date) =>
  enqueue(
    trx,
    'send_portal_messages',
    { endpoint, line },
    { runAt, jobKey: `portal:${endpoint}:${line}`, line: `portal:${endpoint}` },
  );

async function factsOf(portal: Portal, kind: Kind, about: About): Promise<object> {
  if (kind === 'dossier') return wholeDossier(portal);
  if (kind === 'progress') return stepTold(portal.trx, portal.found, about.seq);
  return kind === 'result' ? { GiayTo: (await listResults(portal.trx, portal.found.id)).map(asNamed) } : {};
}

type Named = { id: string; name: string; kind: string; sha256: string };
const asNamed = ({ id, name, kind, sha256 }: Named) => ({
  ...{ IdTepTin: id, TenTepTin: name, MaGiayTo: kind, HashTepTin: sha256, LoaiBan: 2 },
});

/** What the State's own desk took in, in the State's own code lists: channel 1 at the desk, 2 online; a person, unless told otherwise. */
const wholeDossier = async (portal: Portal) => ({
  MaHoSoNganhDien: portal.found.code,
  NoiHoSo: portal.dossier.centre_code,
  MaDichVu: portal.found.service_code,
  KenhNop: portal.found.channel === 'portal' ? 2 : 1,
  TenNguoiNop: portal.found.customer_name,
  SoDienThoai: portal.found.customer_phone,
  Email: portal.found.customer_email,
  DiaChi: portal.found.address,
  NgayTiepNhan: portal.found.opened_at.toISOString(),
  GiayTo: (await listFiledPapers(portal.trx, portal.found.id)).map(asNamed),
});
