import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { approveTask, askForMore, handBackTask, receiveTask, sendAgain } from '#modules/agencies/index.ts';
import { acceptCase, askSupplement, completeStep } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { aPaper, asked, aTask } from '#test/a-body.ts';
import { theBodies, theCrossing } from '#test/a-crossing.ts';
import { aPortalWorld } from '#test/a-dossier-world.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { settleConflict } from './settle-conflict.ts';

const t = useDb();
const { portal, connect, work, moved } = aPortalWorld(t);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n');
let [clerk, construction, transport]: Actor[] = [];
let id = '';
let code = '';
const again = () => ({ code, requestId: randomUUID() });

beforeEach(async () => {
  await theBodies(t.owner, '70', true);
  await theCrossing(t.owner);
  await connect();
  await portal.post(
    portal.write('NopHoSo', 'P-1', {
      ...{ MaDichVu: 'crossing', TenNguoiNop: 'Trần Thị Bé', SoDienThoai: '0912345678', DiaChi: 'Ấp 1' },
      ...{ MaDonVi: 'U1', NoiDung: { capacity_kva: '560' } },
    }),
  );
  ({ id, code } = await t.owner.selectFrom('cases').select(['id', 'code']).executeTakeFirstOrThrow());
  clerk = await aStaffMember(t.owner, 'clerk', 'U1');
  construction = await aStaffMember(t.owner, 'officer', 'P70_SXD');
  transport = await aStaffMember(t.owner, 'officer', 'P70_SGT');
  const director = await aStaffMember(t.owner, 'company_director', 'C1');
  await acceptCase(t, clerk, again());
  for (const [actor, step] of [
    [clerk, 'survey'],
    [director, 'agreement'],
  ] as const)
    await completeStep(t, actor, { ...again(), ...(await aTask(t, code, step)), product: 'Biên bản' });
});

const ask = async (officer: Actor | undefined, step: string) =>
  askForMore(t, officer!, {
    ...(await asked(t, code, step)),
    ...{ what: `Bản vẽ cho ${step}`, until: '2026-03-20', again: false },
  });
const give = (more: object = {}) => portal.post(portal.write('BoSung', 'P-1', { NoiDung: 'Đây', ...more }));
const waiting = async () =>
  (
    await t.owner
      .selectFrom('agency_supplements')
      .innerJoin('case_tasks', 'case_tasks.id', 'agency_supplements.task_id')
      .select('step_code')
      .where('answered_at', 'is', null)
      .execute()
  ).map(({ step_code }) => step_code);
const conflicts = () => t.owner.selectFrom('portal_conflicts').selectAll().execute();
/** What the portal was told, one status after the other. */
async function told(): Promise<number[]> {
  await moved(id);
  await work();
  expect(portal.faults).toEqual([]);
  return portal.got.flatMap(({ TrangThai }) => TrangThai ?? []);
}

test('what a State body asks makes the dossier wait; what comes by the portal reaches the body, once', async () => {
  expect(await told()).toEqual([1, 4]);
  await receiveTask(t, construction!, await asked(t, code, 'position'));
  await ask(construction, 'position');
  expect(await told()).toEqual([1, 4, 5]);
  const { json } = await portal.sendFile('ban-ve.pdf', pdf);
  const message = portal.write('BoSung', 'P-1', {
    ...{ NoiDung: 'Bản vẽ đây', GiayTo: [{ MaGiayTo: 'drawing', LoaiBan: 2, ...json }] },
  });
  await portal.post(message);
  await portal.post(message);
  expect(await waiting()).toEqual([]);
  expect(await conflicts()).toEqual([]);
  const papers = await t.owner.selectFrom('case_documents').select(['kind', 'by_kind']).execute();
  expect(papers).toEqual([{ kind: 'drawing', by_kind: 'machine' }]);
  expect(await told()).toEqual([1, 4, 5, 4]);
});

test('two bodies and the unit wait: the dossier waits until all have it, and one answer goes to all', async () => {
  await ask(construction, 'position');
  await ask(transport, 'permit');
  await askSupplement(t, clerk!, { ...again(), what: 'Giấy tờ đất', until: '2026-03-20' });
  expect((await waiting()).sort()).toEqual(['permit', 'position']);
  await give();
  expect(await waiting()).toEqual([]);
  expect((await t.owner.selectFrom('cases').select('state').executeTakeFirstOrThrow()).state).toBe(
    'accepted',
  );
  expect(await told()).toEqual([1, 4, 5, 4]);
});

test('a body that answers without the supplement waits no more; handed back and sent again it is 4 throughout', async () => {
  await ask(construction, 'position');
  await ask(transport, 'permit');
  await approveTask(t, construction!, {
    ...(await asked(t, code, 'position')),
    ...{ number: '12', date: '2026-03-02', note: '', documents: [aPaper()] },
  });
  expect(await told()).toEqual([1, 4, 5]);
  await handBackTask(t, transport!, { ...(await asked(t, code, 'permit')), reason: 'Không thuộc Sở' });
  expect(await told()).toEqual([1, 4, 5, 4]);
  await sendAgain(t, clerk!, { ...(await asked(t, code, 'permit')), toUnit: '', note: '' });
  expect(await told()).toEqual([1, 4, 5, 4]);
});

test('what nobody asked for is a difference; taken by a person it is kept with the case', async () => {
  await give({ NoiDung: 'Gửi thêm' });
  const [conflict] = await conflicts();
  expect(conflict).toMatchObject({ why: 'supplement_unasked', ours: 4, theirs: null });
  await settleConflict(t, clerk!, { id: conflict?.id ?? '', how: 'theirs' });
  const messages = await t.owner.selectFrom('case_messages').select(['direction', 'body']).execute();
  expect(messages).toEqual([{ direction: 'internal', body: expect.stringContaining('Gửi thêm') }]);
});

test('unasked when it came and asked since: taken, it reaches the body', async () => {
  await give({ NoiDung: 'Bản vẽ' });
  await ask(construction, 'position');
  const [conflict] = await conflicts();
  await settleConflict(t, clerk!, { id: conflict?.id ?? '', how: 'theirs' });
  expect(await waiting()).toEqual([]);
  expect(await told()).toEqual([1, 4, 5, 4]);
});

test('the portal says 4 while a body waits: no portal’s to say, and a person may take it as given', async () => {
  await ask(construction, 'position');
  await portal.post(portal.write('CapNhatTrangThai', 'P-1', { TrangThai: 4 }));
  const [conflict] = await conflicts();
  expect(conflict).toMatchObject({ why: 'not_theirs', ours: 5, theirs: 4 });
  expect(await waiting()).toEqual(['position']);
  await settleConflict(t, clerk!, { id: conflict?.id ?? '', how: 'theirs' });
  expect(await waiting()).toEqual([]);
  expect(await told()).toEqual([1, 4, 5, 4]);
});
