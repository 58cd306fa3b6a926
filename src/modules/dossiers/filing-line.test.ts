import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { aPortalWorld } from '#test/a-dossier-world.ts';
import { useDb } from '#test/use-db.ts';
import { readInbox } from './receive-message.ts';

const t = useDb();
const { portal, connect, work, moved } = aPortalWorld(t);

const filing = (more: object = {}) => ({
  ...{ MaDichVu: 'supply', TenNguoiNop: 'Trần Thị Bé', SoDienThoai: '0912345678', DiaChi: 'Ấp 1' },
  ...{ MaDonVi: 'U1', NoiDung: { area: 'rural' }, ...more },
});
const dossiers = () => t.owner.selectFrom('dossiers').selectAll().execute();
const kinds = async () =>
  (await t.owner.selectFrom('case_events').select('kind').orderBy('seq').execute()).map(({ kind }) => kind);

async function filed() {
  await portal.post(portal.write('NopHoSo', 'P-1', filing()));
  return t.owner.selectFrom('cases').select('id').executeTakeFirstOrThrow();
}

test('the job that follows the case runs before its filing is through: the dossier keeps its line all the same', async () => {
  await connect();
  await filed();
  const [made] = await dossiers();
  // As it is where the process ends after the act, or the job is quicker than the message that opened the case.
  await t.owner.deleteFrom('portal_messages').execute();
  await t.owner.deleteFrom('dossiers').execute();
  await t.owner
    .updateTable('portal_inbox')
    .set({ state: 'held', done_at: null, case_id: null })
    .where('kind', '=', 'NopHoSo')
    .execute();
  await moved(made?.case_id ?? '');
  expect(await dossiers()).toMatchObject([{ portal_dossier: 'P-1', endpoint: 'cong-mot' }]);
  await readInbox(t, { endpoint: 'cong-mot', line: 'P-1' });
  await portal.post(portal.write('RutHoSo', 'P-1'));
  await work();
  expect(await kinds()).toEqual(['open', 'withdraw']);
  expect(portal.got.map(({ LoaiTin, IdHoSo }) => [LoaiTin, IdHoSo])).toEqual([
    ['CapNhatTrangThai', 'P-1'],
    ['CapNhatTrangThai', 'P-1'],
  ]);
});

test('a dossier that lost what the portal calls it is given it back', async () => {
  await connect();
  const { id } = await filed();
  await t.owner.updateTable('dossiers').set({ endpoint: null, portal_dossier: null }).execute();
  await moved(id);
  expect(await dossiers()).toMatchObject([{ portal_dossier: 'P-1', endpoint: 'cong-mot' }]);
});

test('what was answered 202 and is refused when its turn comes: the portal is told, and sends a right one', async () => {
  await connect();
  const bad = portal.write('NopHoSo', 'P-1', filing({ TenNguoiNop: '' }));
  const withdrawal = portal.write('RutHoSo', 'P-1');
  // The answer to the filing was lost with its process; the job reads it.
  await portal.post(bad);
  await t.owner.updateTable('portal_inbox').set({ state: 'held', done_at: null }).execute();
  expect(await portal.post(withdrawal)).toMatchObject({ status: 202 });
  await work();
  expect(portal.got).toMatchObject([
    { LoaiTin: 'TuChoiTin', IdHoSo: 'P-1', MaTin: bad.id, SoThuTuTin: 1, MaLoi: 'notice_wrong' },
  ]);
  const good = { id: randomUUID(), body: bad.body.replace('"TenNguoiNop":""', '"TenNguoiNop":"Bé"') };
  expect(await portal.post(good)).toMatchObject({ status: 202 });
  expect(await kinds()).toEqual(['open', 'withdraw']);
});
