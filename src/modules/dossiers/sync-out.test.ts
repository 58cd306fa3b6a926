import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  acceptCase,
  askSupplement,
  openCase,
  receiveSupplement,
  withdrawCase,
} from '#modules/cases/index.ts';
import { aPortalWorld } from '#test/a-dossier-world.ts';
import { aRequest, aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { sendHeartbeats } from './heartbeat.ts';
import { settleConflict } from './settle-conflict.ts';

const t = useDb();
const { portal, made, connect, work, moved } = aPortalWorld(t);

async function atDesk() {
  const desk = await aStaffMember(t.owner, 'desk_clerk', 'HCC1');
  const clerk = await aStaffMember(t.owner, 'clerk', 'U1');
  const { id, code } = await openCase(
    t,
    desk,
    aRequest(made.serviceVersionId, { channel: 'administration_centre' }),
  );
  const act = () => ({ code, requestId: randomUUID() });
  return { id, code, desk, clerk, act };
}
const rows = () =>
  t.owner
    .selectFrom('portal_messages')
    .select(['seq', 'kind', 'status', 'state', 'tries'])
    .orderBy('seq')
    .execute();
const dossierCode = async () =>
  (await t.owner.selectFrom('dossiers').select('code').executeTakeFirstOrThrow()).code;

test('the portal is told of a desk’s dossier and of each status in order, signed, once', async () => {
  await connect();
  const { id, clerk, act } = await atDesk();
  await moved(id);
  await acceptCase(t, clerk, act());
  await moved(id);
  await askSupplement(t, clerk, { ...act(), what: 'Bản vẽ', until: '2026-03-20' });
  await receiveSupplement(t, clerk, { ...act(), answer: 'Đã có', documents: [] });
  await moved(id);
  await moved(id);
  await work();
  expect(portal.got.map(({ LoaiTin, SoThuTu, TrangThai }) => [LoaiTin, SoThuTu, TrangThai])).toEqual([
    ['HoSoMoi', 1, undefined],
    ['CapNhatTrangThai', 2, 2],
    ['CapNhatTrangThai', 3, 4],
    ['CapNhatTrangThai', 4, 5],
    ['CapNhatTrangThai', 5, 4],
  ]);
  expect(portal.faults).toEqual([]);
  expect(portal.got[0]).toMatchObject({
    MaHoSo: await dossierCode(),
    TenNguoiNop: 'Nguyễn Thị Đào',
    KenhNop: 1,
  });
});

test('jobs that come late and in disorder tell the same', async () => {
  await connect();
  const { id, clerk, act } = await atDesk();
  await acceptCase(t, clerk, act());
  await withdrawCase(t, clerk, { ...act(), reason: '' });
  await Promise.all([moved(id), moved(id), moved(id)]);
  await work();
  expect(portal.dossiers.get(await dossierCode())?.history).toEqual([2, 4, 7]);
});

test('three days away: nothing is lost, and all goes out in order when the portal is back', async () => {
  await connect();
  portal.goAway();
  const { id, clerk, act } = await atDesk();
  await moved(id);
  for (let hours = 0; hours < 72; hours += 4) {
    await work();
    t.clock.advance({ hours: 4 });
    if (hours === 8) await acceptCase(t, clerk, act());
    if (hours === 40) await askSupplement(t, clerk, { ...act(), what: 'Bản vẽ', until: '2026-04-20' });
    await moved(id);
  }
  await work();
  expect(portal.got).toEqual([]);
  expect((await rows()).map(({ state }) => state)).toEqual(Array(4).fill('waiting'));
  portal.comeBack();
  t.clock.advance({ hours: 4 });
  await work();
  expect(portal.dossiers.get(await dossierCode())).toMatchObject({
    status: 5,
    history: [2, 4, 5],
    seqs: [1, 2, 3, 4],
  });
  expect((await rows()).map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
});

test('a line that breaks after the portal took it: the same message comes again, with the same id, and counts once', async () => {
  await connect();
  const { id } = await atDesk();
  await moved(id);
  portal.dieAfter(1);
  await work();
  expect((await rows())[0]).toMatchObject({ state: 'waiting', tries: 1 });
  t.clock.advance({ minutes: 1 });
  await work();
  expect(portal.got.map(({ SoThuTu }) => SoThuTu)).toEqual([1, 2]);
  expect((await rows()).map(({ state, tries }) => [state, tries])).toEqual([
    ['delivered', 2],
    ['delivered', 1],
  ]);
});

test('a portal that never comes back: its message is given up after a week and stays at the head of its line', async () => {
  await connect();
  portal.goAway();
  const { id } = await atDesk();
  await moved(id);
  for (let days = 0; days < 12; days += 1)
    for (let tries = 0; tries < 6; tries += 1) {
      await work();
      t.clock.advance({ hours: 4 });
    }
  expect((await rows()).map(({ state }) => state)).toEqual(['dead', 'waiting']);
  portal.comeBack();
  await work();
  expect(portal.got).toEqual([]);
});

test('the portal has withdrawn it and will not have ours: refused, and a person sees the difference', async () => {
  await connect();
  const { id, clerk, act } = await atDesk();
  await moved(id);
  await work();
  portal.setStatus(await dossierCode(), 7);
  await acceptCase(t, clerk, act());
  await moved(id);
  await work();
  expect((await rows()).at(-1)).toMatchObject({ status: 4, state: 'refused' });
  const conflicts = await t.owner.selectFrom('portal_conflicts').select(['ours', 'theirs', 'why']).execute();
  expect(conflicts).toEqual([{ ours: 4, theirs: 7, why: 'refused_ours' }]);
});

test('a new dossier that was refused goes once more as what it was, and its status after it', async () => {
  await connect();
  const { id, clerk } = await atDesk();
  await moved(id);
  portal.refuse(1);
  await work();
  expect(portal.got.map(({ LoaiTin }) => LoaiTin)).toEqual(['CapNhatTrangThai']);
  const conflict = await t.owner.selectFrom('portal_conflicts').select('id').executeTakeFirstOrThrow();
  await settleConflict(t, clerk, { id: conflict.id, how: 'ours' });
  await work();
  expect(portal.got.slice(1)).toMatchObject([
    { LoaiTin: 'HoSoMoi', XacNhanLai: true, TenNguoiNop: 'Nguyễn Thị Đào' },
    { LoaiTin: 'CapNhatTrangThai', XacNhanLai: true, TrangThai: 2 },
  ]);
});

test('a heartbeat goes where nothing was heard for six hours, one at a time', async () => {
  await connect();
  await sendHeartbeats(t);
  await sendHeartbeats(t);
  await work();
  expect(portal.got.map(({ LoaiTin }) => LoaiTin)).toEqual(['NhipTim']);
  await sendHeartbeats(t);
  t.clock.advance({ hours: 7 });
  await sendHeartbeats(t);
  await work();
  expect(portal.got).toHaveLength(2);
});
