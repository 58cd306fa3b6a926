import { z } from 'zod';
import { storable } from '#platform/text.ts';
import { statuses } from './rules/status.ts';

const words = (most: number) => z.string().max(most).transform(storable);
const status = z.number().refine((value) => statuses.some((known) => known === value));

/** A paper that is named: its kind, whether original, copy or electronic, and the file sent before. */
const paper = z.object({
  MaGiayTo: words(100),
  LoaiBan: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
  IdTepTin: z.uuid(),
  HashTepTin: z.string().regex(/^[0-9a-f]{64}$/),
});
const papers = z.array(paper).max(20).default([]);
const ofDossier = {
  HoSo: z.string().min(1).max(100).transform(storable),
  SoThuTu: z.int().min(1).max(100_000),
  ThoiDiem: z.iso.datetime({ offset: true }).optional(),
};

/** The kinds of message a portal may send; docs/portal-messages.md says the same in words. */
const messageSchema = z.discriminatedUnion('LoaiTin', [
  z.object({ LoaiTin: z.literal('NhipTim') }),
  z.object({
    LoaiTin: z.literal('NopHoSo'),
    ...ofDossier,
    MaDichVu: words(100),
    LoaiDoiTuong: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(0),
    TenNguoiNop: words(300),
    SoDienThoai: words(40).optional(),
    Email: words(200).optional(),
    DiaChi: words(500),
    MaKhachHang: words(40).optional(),
    MaDonVi: words(40).optional(),
    MaQuanHuyen: words(10).optional(),
    NoiDung: z
      .record(z.string().max(100), z.union([z.string().max(4000), z.number(), z.boolean()]))
      .default({}),
    GiayTo: papers,
  }),
  z.object({ LoaiTin: z.literal('BoSung'), ...ofDossier, NoiDung: words(4000).default(''), GiayTo: papers }),
  z.object({ LoaiTin: z.literal('RutHoSo'), ...ofDossier, LyDo: words(4000).default('') }),
  z.object({ LoaiTin: z.literal('TraKetQua'), ...ofDossier, GhiChu: words(4000).default('') }),
  z.object({ LoaiTin: z.literal('CapNhatTrangThai'), ...ofDossier, TrangThai: status }),
]);
export type Message = z.infer<typeof messageSchema>;
export type OfDossier = Exclude<Message, { LoaiTin: 'NhipTim' }>;
export type Filing = Extract<Message, { LoaiTin: 'NopHoSo' }>;
export type PaperNamed = z.infer<typeof paper>;

export type ReadMessage = { ok: true; message: Message } | { ok: false; pointers: string[] };

/** What a portal sent, or where it is wrong. */
export function readMessage(raw: string): ReadMessage {
  const json = parsed(raw);
  if (json === undefined) return { ok: false, pointers: ['/'] };
  const read = messageSchema.safeParse(json);
  if (read.success) return { ok: true, message: read.data };
  return { ok: false, pointers: [...new Set(read.error.issues.map(({ path }) => `/${path.join('/')}`))] };
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

export const papersOf = (message: OfDossier): readonly PaperNamed[] =>
  'GiayTo' in message ? message.GiayTo : [];
