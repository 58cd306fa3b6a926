import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptCase, openCase } from '#modules/cases/index.ts';
import type { Role } from '#modules/organisation/index.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aPortalWorld } from '#test/a-dossier-world.ts';
import { aRequest, aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { readConnections } from './health.ts';
import { sendHeartbeats } from './heartbeat.ts';

const t = useDb();
const { portal, made, connect, work, moved } = aPortalWorld(t);
let app: Awaited<ReturnType<typeof aConsole>>['app'];
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());
const as = async (role: Role, unit: string) => signedIn(app, await aStaffMember(t.owner, role, unit));
const health = async () => {
  const found = await readConnections(t, await aStaffMember(t.owner, 'corporation', 'T'));
  return {
    connected: found.connected,
    of: found.companies.map(({ company, health: one }) => [company.code, one]),
  };
};

async function atDesk() {
  const desk = await aStaffMember(t.owner, 'desk_clerk', 'HCC1');
  const opened = await openCase(
    t,
    desk,
    aRequest(made.serviceVersionId, { channel: 'administration_centre' }),
  );
  await moved(opened.id);
  return { desk, ...opened };
}

test('“k of n connected” is measured: both ways heard, then silence, then a message that was given up', async () => {
  expect(await health()).toEqual({
    connected: 0,
    of: [
      ['C1', 'no_portal'],
      ['C2', 'no_portal'],
    ],
  });
  await connect();
  expect((await health()).of[0]).toEqual(['C1', 'never_both_ways']);
  await sendHeartbeats(t);
  await work();
  await portal.heartbeat();
  expect(await health()).toEqual({
    connected: 1,
    of: [
      ['C1', 'connected'],
      ['C2', 'no_portal'],
    ],
  });
  t.clock.advance({ hours: 25 });
  expect((await health()).of[0]).toEqual(['C1', 'silent_out']);
  await sendHeartbeats(t);
  await work();
  expect((await health()).of[0]).toEqual(['C1', 'silent_in']);
  await portal.heartbeat();
  await atDesk();
  await t.owner
    .updateTable('portal_messages')
    .set({ state: 'dead', next_try_at: null, settled_at: t.clock.now() })
    .where('state', '=', 'waiting')
    .where('seq', '=', 1)
    .execute();
  expect((await health()).of[0]).toEqual(['C1', 'dead_messages']);
});

test('a portal that answers heartbeats and takes no dossier is not connected, nor is one whose messages lie', async () => {
  await connect();
  await atDesk();
  const stuck = { next_try_at: new Date(t.clock.now().getTime() + 90_000_000) };
  await t.owner.updateTable('portal_messages').set(stuck).where('case_id', 'is not', null).execute();
  t.clock.advance({ hours: 25 });
  await sendHeartbeats(t);
  await t.owner
    .updateTable('portal_messages')
    .set({ state: 'delivered', next_try_at: null, settled_at: t.clock.now() })
    .where('kind', '=', 'heartbeat')
    .execute();
  await portal.heartbeat();
  expect((await health()).of[0]).toEqual(['C1', 'stuck_out']);
  await t.owner
    .updateTable('portal_messages')
    .set({ state: 'delivered', next_try_at: null, settled_at: t.clock.now() })
    .where('state', '=', 'waiting')
    .execute();
  expect((await health()).of[0]).toEqual(['C1', 'connected']);
  portal.write('NopHoSo', 'P-7');
  await portal.post(portal.write('RutHoSo', 'P-7'));
  t.clock.advance({ hours: 25 });
  await t.owner.updateTable('portal_messages').set({ settled_at: t.clock.now() }).execute();
  await portal.heartbeat();
  expect((await health()).of[0]).toEqual(['C1', 'stuck_in']);
  const page = (await (await as('corporation', 'T')).get('/bang/lien-thong')).body;
  expect(page).toContain('Có tin đến giữ quá lâu');
  expect(page).toMatch(/chieu=den&amp;xem=cho">1</);
});

describe('the page', () => {
  test('shows backlog, errors and differences, each opening to its messages', async () => {
    await connect();
    portal.goAway();
    await atDesk();
    await work();
    const director = await as('company_director', 'C1');
    const page = (await director.get('/bang/lien-thong')).body;
    expect(page).toContain('0 trên 1 công ty đang kết nối');
    expect(page).toMatch(/chieu=di&amp;xem=cho">2</);
    expect(page).toMatch(/xem=hong">1</);
    const log = (await director.get('/bang/lien-thong/cong-mot?chieu=di&xem=cho')).body;
    expect(log).toContain('H99.01-260304-0001, 1');
    expect(log).toContain('không gửi được');
    expect(log).not.toContain('Đổi khóa');
    const failed = (await director.get('/bang/lien-thong/cong-mot?xem=hong')).body;
    expect(failed).toContain('H99.01-260304-0001, 1');
    expect(failed).not.toContain('H99.01-260304-0001, 2');
  });

  test.each<[Role, string, number]>([
    ['administrator', 'T', 200],
    ['corporation', 'T', 200],
    ['company_director', 'C1', 200],
    ['unit_head', 'U1', 403],
    ['clerk', 'U1', 403],
    ['desk_clerk', 'HCC1', 403],
  ])('%s of %s: %i', async (role, unit, status) => {
    await connect();
    expect((await (await as(role, unit)).get('/bang/lien-thong')).statusCode).toBe(status);
    expect((await (await as(role, unit)).get('/bang/lien-thong/cong-mot')).statusCode).toBe(status);
  });

  test('the director of another company sees neither connection nor messages', async () => {
    await connect();
    await atDesk();
    const other = await as('company_director', 'C2');
    expect((await other.get('/bang/lien-thong')).body).not.toContain('cong-mot');
    expect((await other.get('/bang/lien-thong/cong-mot')).statusCode).toBe(404);
  });

  test('an administrator adds a connection and sees its secrets once; what is wrong is named', async () => {
    const administrator = await as('administrator', 'T');
    const form = { code: 'cong-hai', name: 'Cổng tỉnh Hai', unitCode: 'HCC2', url: made.portalUrl };
    const wrong = await administrator.post('/bang/lien-thong', { ...form, code: 'Cổng Hai' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('chữ thường không dấu');
    expect((await administrator.post('/bang/lien-thong', { ...form, unitCode: 'U1' })).statusCode).toBe(422);
    expect((await administrator.post('/bang/lien-thong', { ...form, url: 'ftp://x' })).statusCode).toBe(422);
    const made2 = await administrator.post('/bang/lien-thong', form);
    expect(made2.body.match(/whsec_/g)).toHaveLength(2);
    expect((await administrator.post('/bang/lien-thong', form)).statusCode).toBe(409);
    expect((await administrator.get('/bang/lien-thong')).body).not.toContain('whsec_');
    expect((await (await as('corporation', 'T')).post('/bang/lien-thong', form)).statusCode).toBe(403);
    const sealed = await t.owner.selectFrom('portal_endpoints').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(sealed)).not.toContain('whsec_');
  });

  test('a message that was given up goes out again by hand, and those behind it after it', async () => {
    await connect();
    await atDesk();
    const dead = { state: 'dead', next_try_at: null, settled_at: t.clock.now() };
    const { id } = await t.owner
      .selectFrom('portal_messages')
      .select('id')
      .where('seq', '=', 1)
      .executeTakeFirstOrThrow();
    await t.owner.updateTable('portal_messages').set(dead).where('id', '=', id).execute();
    await work();
    expect(portal.got).toEqual([]);
    const administrator = await as('administrator', 'T');
    const again = `/bang/lien-thong/cong-mot/tin/${id}/gui-lai`;
    expect((await administrator.post(again)).statusCode).toBe(303);
    expect((await administrator.post(again)).statusCode).toBe(409);
    await work();
    expect(portal.got.map(({ SoThuTu }) => SoThuTu)).toEqual([1, 2]);
  });

  test('a portal that moves keeps its dossiers; who moved it is written down, and only an administrator may', async () => {
    await connect();
    const elsewhere = { url: 'http://127.0.0.1:9/nhan-tin' };
    const to = '/bang/lien-thong/cong-mot/dia-chi';
    expect((await (await as('corporation', 'T')).post(to, elsewhere)).statusCode).toBe(403);
    const administrator = await as('administrator', 'T');
    expect((await administrator.post(to, { url: 'ftp://x' })).statusCode).toBe(422);
    expect((await administrator.post(to, elsewhere)).statusCode).toBe(303);
    await atDesk();
    await work();
    expect(portal.got).toEqual([]);
    expect((await administrator.post(to, { url: made.portalUrl })).statusCode).toBe(303);
    t.clock.advance({ hours: 1 });
    await work();
    expect(portal.got.map(({ LoaiTin }) => LoaiTin)).toEqual(['HoSoMoi', 'CapNhatTrangThai']);
    const page = (await administrator.get('/bang/lien-thong/cong-mot')).body;
    expect(page).toContain('administrator T đã đổi');
    expect(page).toContain(elsewhere.url);
  });

  test('switched off nothing goes and nothing is taken; on again what waited goes', async () => {
    await connect();
    const administrator = await as('administrator', 'T');
    await administrator.post('/bang/lien-thong/cong-mot/tat');
    await atDesk(); // registered while nothing was connected
    expect(await portal.heartbeat()).toMatchObject({ status: 401 });
    await work();
    expect(portal.got).toEqual([]);
    expect((await administrator.post('/bang/lien-thong/cong-mot/bat')).statusCode).toBe(303);
    await work();
    expect(portal.got.map(({ LoaiTin }) => LoaiTin)).toEqual(['HoSoMoi', 'CapNhatTrangThai']);
  });

  test.each(['HCC1', 'C1'])(
    'a portal of %s that is connected later hears of what is under way',
    async (place) => {
      await atDesk();
      await connect('cong-mot', place);
      await work();
      expect(portal.got.map(({ LoaiTin }) => LoaiTin)).toEqual(['HoSoMoi', 'CapNhatTrangThai']);
    },
  );

  test('what was waiting when it was switched off goes when it is on again', async () => {
    await connect();
    const administrator = await as('administrator', 'T');
    await atDesk();
    await administrator.post('/bang/lien-thong/cong-mot/tat');
    await work();
    expect(portal.got).toEqual([]);
    await administrator.post('/bang/lien-thong/cong-mot/bat');
    await work();
    expect(portal.got).toHaveLength(2);
  });
});

test('a difference is shown in plain words to the desk and the unit, with two ways out', async () => {
  await connect();
  const { id, code, desk } = await atDesk();
  const clerk = await as('clerk', 'U1');
  await acceptCase(t, clerk.actor, { code, requestId: randomUUID() });
  await moved(id);
  const { code: dossier } = await t.owner.selectFrom('dossiers').select('code').executeTakeFirstOrThrow();
  await portal.post(portal.write('CapNhatTrangThai', dossier, { TrangThai: 1 }));
  const page = (await (await signedIn(app, desk)).get('/bang/lien-thong/cho-lech')).body;
  expect(page).toContain('1 chỗ lệch đang chờ quyết định');
  expect(page).toContain('Cổng báo “Mới đăng ký”, nhưng hồ sơ của ta là “Đang xử lý”');
  expect(page).toMatch(/disabled[^>]*>Theo cổng/);
  expect((await (await as('clerk', 'U3')).get('/bang/lien-thong/cho-lech')).body).toContain(
    'Không có chỗ lệch nào',
  );
  const { id: conflict } = await t.owner
    .selectFrom('portal_conflicts')
    .select('id')
    .executeTakeFirstOrThrow();
  expect((await clerk.post(`/bang/lien-thong/cho-lech/${conflict}/theo`)).statusCode).toBe(409);
  expect((await clerk.post(`/bang/lien-thong/cho-lech/${conflict}/giu`)).statusCode).toBe(303);
  expect((await clerk.get('/bang/lien-thong/cho-lech')).body).toContain('clerk U1 đã quyết định giữ của ta');
});
