import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptCase, askSupplement } from '#modules/cases/index.ts';
import { aPortalWorld } from '#test/a-dossier-world.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { readInbox } from './receive-message.ts';
import { settleConflict } from './settle-conflict.ts';

const t = useDb();
const { portal, connect, work, moved } = aPortalWorld(t);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n');

const filing = (more: object = {}) => ({
  ...{
    MaDichVu: 'supply',
    TenNguoiNop: 'Trần Thị Bé',
    SoDienThoai: '0912345678',
    DiaChi: 'Ấp 1',
    MaDonVi: 'U1',
  },
  ...{ NoiDung: { area: 'rural' }, ...more },
});
const dossiers = () => t.owner.selectFrom('dossiers').selectAll().execute();
const cases = () =>
  t.owner.selectFrom('cases').select(['id', 'code', 'state', 'channel', 'filed_at']).execute();
const kinds = async () =>
  (await t.owner.selectFrom('case_events').select('kind').orderBy('seq').execute()).map(({ kind }) => kind);
const inbox = () =>
  t.owner
    .selectFrom('portal_inbox')
    .select(['kind', 'seq', 'state', 'answer_status', 'repeats'])
    .orderBy('seq')
    .execute();
const conflicts = () => t.owner.selectFrom('portal_conflicts').selectAll().execute();

async function filed(idHoSo = 'P-1') {
  const answer = await portal.post(portal.write('NopHoSo', idHoSo, filing()));
  const [found] = await cases();
  const clerk = await aStaffMember(t.owner, 'clerk', 'U1');
  const act = () => ({ code: found?.code ?? '', requestId: randomUUID() });
  return { answer, id: found?.id ?? '', clerk, act };
}

test('a dossier filed at the portal becomes a case with a dossier code, which the portal is answered', async () => {
  await connect();
  const { answer } = await filed();
  expect(answer).toMatchObject({ status: 202, json: { KetQua: 'DaNhan', MaHoSo: 'H99.01-260304-0001' } });
  expect(await cases()).toMatchObject([{ state: 'opened', channel: 'portal', filed_at: 'HCC1' }]);
  expect(await dossiers()).toMatchObject([{ status: 1, portal_dossier: 'P-1', endpoint: 'cong-mot' }]);
  await work();
  expect(portal.got.map(({ LoaiTin, IdHoSo, TrangThai }) => [LoaiTin, IdHoSo, TrangThai])).toEqual([
    ['CapNhatTrangThai', 'P-1', 1],
  ]);
});

test('with a file sent before, whose hash is checked twice', async () => {
  await connect();
  const { json } = await portal.sendFile('don.pdf', pdf);
  const named = { MaGiayTo: 'identity', LoaiBan: 2, ...json };
  const answer = await portal.post(portal.write('NopHoSo', 'P-1', filing({ GiayTo: [named] })));
  expect(answer.status).toBe(202);
  const papers = await t.owner.selectFrom('case_documents').select(['kind', 'sha256', 'by_kind']).execute();
  expect(papers).toEqual([
    { kind: 'identity', sha256: createHash('sha256').update(pdf).digest('hex'), by_kind: 'machine' },
  ]);
});

test('a supplement, a withdrawal and a result come by the portal and are done once', async () => {
  await connect();
  const { clerk, act, id } = await filed();
  await acceptCase(t, clerk, act());
  await askSupplement(t, clerk, { ...act(), what: 'Bản vẽ', until: '2026-03-20' });
  const supplement = portal.write('BoSung', 'P-1', { NoiDung: 'Bản vẽ đây' });
  expect((await portal.post(supplement)).status).toBe(202);
  expect(await portal.post(supplement)).toEqual(await portal.post(supplement));
  const withdrawal = portal.write('RutHoSo', 'P-1', { LyDo: 'Không cần nữa' });
  await portal.post(withdrawal);
  expect(await kinds()).toEqual(['open', 'accept', 'ask_supplement', 'receive_supplement', 'withdraw']);
  expect((await dossiers())[0]?.status).toBe(7);
  await moved(id);
  await work();
  expect(portal.dossiers.get('P-1')?.history).toEqual([1, 4, 5, 4, 7]);
  expect(await conflicts()).toEqual([]);
});

describe('a status told by the portal', () => {
  test('that the desk took it, and fees, are written down', async () => {
    await connect();
    await filed();
    for (const TrangThai of [2, 6, 4])
      await portal.post(portal.write('CapNhatTrangThai', 'P-1', { TrangThai }));
    expect(await kinds()).toEqual(['open', 'follow_portal', 'follow_portal', 'follow_portal']);
    expect((await dossiers())[0]?.status).toBe(2); // paid, and not yet with a unit that took it
  });

  test('that cannot follow becomes a difference; kept ours, the portal is told again and heeds', async () => {
    await connect();
    const { clerk, act } = await filed();
    await acceptCase(t, clerk, act());
    const illegal = portal.write('CapNhatTrangThai', 'P-1', { TrangThai: 1 });
    expect((await portal.post(illegal)).status).toBe(202);
    await portal.post(illegal);
    const [conflict, ...more] = await conflicts();
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ ours: 4, theirs: 1, why: 'cannot_follow' });
    await settleConflict(t, clerk, { id: conflict?.id ?? '', how: 'ours' });
    await settleConflict(t, clerk, { id: conflict?.id ?? '', how: 'ours' });
    await work();
    expect(portal.got.filter(({ XacNhanLai }) => XacNhanLai).map(({ TrangThai }) => TrangThai)).toEqual([4]);
    await expect(settleConflict(t, clerk, { id: conflict?.id ?? '', how: 'theirs' })).rejects.toMatchObject({
      reason: { code: 'conflict_settled' },
    });
  });

  test('that stops it: accepted by a person whose right it is, and by nobody else', async () => {
    await connect();
    const { clerk } = await filed();
    await portal.post(portal.write('CapNhatTrangThai', 'P-1', { TrangThai: 3 }));
    const [conflict] = await conflicts();
    const id = conflict?.id ?? '';
    const settle = (actor: typeof clerk) => settleConflict(t, actor, { id, how: 'theirs' });
    await expect(settle(await aStaffMember(t.owner, 'clerk', 'U3'))).rejects.toMatchObject({
      reason: { code: 'conflict_not_found' },
    });
    await expect(settle(await aStaffMember(t.owner, 'crew', 'U1'))).rejects.toMatchObject({
      reason: { code: 'conflict_not_yours' },
    });
    await expect(settle(await aStaffMember(t.owner, 'desk_clerk', 'HCC1'))).rejects.toMatchObject({
      reason: { code: 'role_may_not' },
    });
    expect((await conflicts())[0]?.settled_at).toBeNull();
    await settle(clerk);
    expect((await cases())[0]?.state).toBe('declined');
    expect((await dossiers())[0]?.status).toBe(3);
  });

  test('9 where the work is not done: no act leads there, so ours stays', async () => {
    await connect();
    const { clerk, act } = await filed();
    await acceptCase(t, clerk, act());
    await portal.post(portal.write('CapNhatTrangThai', 'P-1', { TrangThai: 9 }));
    const [conflict] = await conflicts();
    expect(conflict).toMatchObject({ why: 'not_theirs' });
    await expect(settleConflict(t, clerk, { id: conflict?.id ?? '', how: 'theirs' })).rejects.toMatchObject({
      reason: { code: 'theirs_leads_nowhere' },
    });
  });
});

describe('refused with a clear problem, and nothing half done', () => {
  const nothingDone = async () => {
    expect(await cases()).toEqual([]);
    expect(await dossiers()).toEqual([]);
  };

  test.each([
    ['a wrong signature', { 'webhook-signature': 'v1,aaaa' }, 401, 'signature_wrong'],
    ['no signature', { 'webhook-signature': '' }, 401, 'signature_wrong'],
    ['another id than was signed', { 'webhook-id': 'other' }, 401, 'signature_wrong'],
  ])('%s', async (_, headers, status, code) => {
    await connect();
    const answer = await portal.post(portal.write('NopHoSo', 'P-1', filing()), headers);
    expect(answer).toMatchObject({ status, json: { code } });
    expect(await inbox()).toEqual([]);
    await nothingDone();
  });

  test('a stale timestamp', async () => {
    await connect();
    const sent = portal.write('NopHoSo', 'P-1', filing());
    const late = portal.signed(sent);
    t.clock.advance({ minutes: 6 });
    expect(await portal.post(sent, late)).toMatchObject({ status: 401, json: { code: 'timestamp_stale' } });
    await nothingDone();
  });

  test.each([
    ['an unknown dossier of ours', 'RutHoSo', 'H99.01-260304-0777', {}, 404, 'dossier_unknown'],
    ['a dossier of theirs that was never filed', 'RutHoSo', 'P-9', {}, 404, 'dossier_unknown'],
    ['a service nobody offers', 'NopHoSo', 'P-1', filing({ MaDichVu: 'khong-co' }), 422, 'notice_wrong'],
    ['a name that is missing', 'NopHoSo', 'P-1', filing({ TenNguoiNop: '' }), 422, 'notice_wrong'],
    ['a unit of another province', 'NopHoSo', 'P-1', filing({ MaDonVi: 'U3' }), 422, 'unit_not_served'],
    ['a status that is none', 'CapNhatTrangThai', 'P-1', { TrangThai: 11 }, 422, 'message_unreadable'],
    ['a file that was never sent', 'NopHoSo', 'P-1', filing({ GiayTo: [aPaper()] }), 422, 'file_unknown'],
  ])('%s', async (_, kind, dossier, more, status, code) => {
    await connect();
    const sent = portal.write(kind, dossier, more);
    expect(await portal.post(sent)).toMatchObject({ status, json: { code } });
    expect(await portal.post(sent), 'and again the same').toMatchObject({ status, json: { code } });
    expect(await inbox()).toMatchObject([{ state: 'refused', answer_status: status, repeats: 1 }]);
    await nothingDone();
  });

  test('a file whose hash lies, when it is sent and when it is named', async () => {
    await connect();
    const lie = 'a'.repeat(64);
    expect(await portal.sendFile('don.pdf', pdf, lie)).toMatchObject({
      status: 422,
      json: { code: 'file_hash_differs' },
    });
    const { json } = await portal.sendFile('don.pdf', pdf);
    const paper = { ...aPaper(), IdTepTin: json.IdTepTin, HashTepTin: lie };
    const answer = await portal.post(portal.write('NopHoSo', 'P-1', filing({ GiayTo: [paper] })));
    expect(answer).toMatchObject({ status: 422, json: { code: 'file_hash_differs' } });
    await nothingDone();
  });

  test('a file that is not what its name says', async () => {
    await connect();
    expect(await portal.sendFile('anh.jpg', pdf)).toMatchObject({ status: 415, json: { code: 'file_lies' } });
    expect((await portal.sendFile('a.pdf', Buffer.from('MZ'))).status).toBeGreaterThanOrEqual(415);
    expect(await t.owner.selectFrom('portal_files').selectAll().execute()).toEqual([]);
  });

  test('a body too large, one that is no JSON, an id used twice, a number used twice', async () => {
    await connect();
    const large = portal.write('NopHoSo', 'P-1', filing({ DiaChi: 'x'.repeat(300_000) }));
    expect(await portal.post(large)).toMatchObject({ status: 413 });
    expect(await portal.post({ id: randomUUID(), body: 'không phải JSON' })).toMatchObject({ status: 422 });
    await nothingDone();
    await portal.heartbeat();
    const { id, body } = portal.write('NopHoSo', 'P-2', filing());
    const first = { id, body: body.replace(/"SoThuTu":\d+/, '"SoThuTu":1') };
    expect(await portal.post(first)).toMatchObject({ status: 202 });
    expect(await portal.post({ ...first, body: first.body.replace('Ấp 1', 'Ấp 2') })).toMatchObject({
      status: 409,
      json: { code: 'message_id_reused' },
    });
    expect(await portal.post({ ...first, id: randomUUID() })).toMatchObject({
      status: 409,
      json: { code: 'seq_taken' },
    });
    expect(await cases()).toHaveLength(1);
  });

  test('a corrected message takes the number of the refused one', async () => {
    await connect();
    const bad = portal.write('NopHoSo', 'P-1', filing({ TenNguoiNop: '' }));
    await portal.post(bad);
    const good = { id: randomUUID(), body: bad.body.replace('"TenNguoiNop":""', '"TenNguoiNop":"Bé"') };
    expect(await portal.post(good)).toMatchObject({ status: 202 });
    expect(await cases()).toHaveLength(1);
  });
});

test('a message that was kept and not carried out is carried out by the job, once', async () => {
  await connect();
  await filed();
  const withdrawal = portal.write('RutHoSo', 'P-1');
  await portal.post(withdrawal);
  // As a process leaves it that ends after the act and before it has written down that it is done.
  await t.owner
    .updateTable('portal_inbox')
    .set({ state: 'held', done_at: null })
    .where('kind', '=', 'RutHoSo')
    .execute();
  await readInbox(t, { endpoint: 'cong-mot', line: 'P-1' });
  expect(await kinds()).toEqual(['open', 'withdraw']);
  expect((await inbox()).map(({ state }) => state)).toEqual(['done', 'done']);
});

test('any order with any repeats ends in the same state', { timeout: 60_000 }, async () => {
  await connect();
  let round = 0;
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 });
  const repeats = fc.array(fc.nat(4), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(order, repeats, async (positions, again) => {
      round += 1;
      const line = `R-${round}`;
      const list = [
        portal.write('NopHoSo', line, filing()),
        portal.write('CapNhatTrangThai', line, { TrangThai: 2 }),
        portal.write('CapNhatTrangThai', line, { TrangThai: 6 }),
        portal.write('CapNhatTrangThai', line, { TrangThai: 9 }),
        portal.write('RutHoSo', line, { LyDo: 'Thôi' }),
      ];
      // What comes before the filing is of a dossier not known yet and is held; only a first message that files nothing is refused.
      for (const position of [...positions, ...again]) await portal.post(list[position] ?? list[0]!);
      const dossier = await t.owner
        .selectFrom('dossiers')
        .selectAll()
        .where('portal_dossier', '=', line)
        .executeTakeFirstOrThrow();
      const events = await t.owner
        .selectFrom('case_events')
        .select(['kind'])
        .where('case_id', '=', dossier.case_id)
        .orderBy('seq')
        .execute();
      const differ = await t.owner
        .selectFrom('portal_conflicts')
        .select(['ours', 'theirs'])
        .where('case_id', '=', dossier.case_id)
        .execute();
      expect(dossier.status).toBe(7);
      expect(events.map(({ kind }) => kind)).toEqual(['open', 'follow_portal', 'follow_portal', 'withdraw']);
      expect(differ).toEqual([{ ours: 6, theirs: 9 }]);
    }),
    { numRuns: 25 },
  );
});

const aPaper = () => ({ MaGiayTo: 'identity', IdTepTin: randomUUID(), HashTepTin: 'b'.repeat(64) });
