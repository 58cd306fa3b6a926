import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { noticeTasks } from '#modules/notices/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let made: Awaited<ReturnType<typeof aConsole>>;
let serviceVersionId: number;
beforeAll(async () => {
  made = await aConsole(t);
});
afterAll(() => made.app.close());
beforeEach(async () => {
  serviceVersionId = (await aUtility(t.owner)).serviceVersionId;
  await aNamedUtility(t.owner);
});

test('the page of a case shows what its customer was sent, and whether it left', async () => {
  const { id, code } = await openCase(t, customerActor('web', 'Khách', []), aRequest(serviceVersionId));
  const clerk = await signedIn(made.app, await aStaffMember(t.owner, 'clerk'));
  const before = (await clerk.get(`/bang/ho-so/${code}`)).body;
  expect(before).toContain('Thông báo đã gửi khách');
  expect(before).toContain('Chưa gửi thông báo nào.');
  const notices = noticeTasks({ ...t, mail: null, sms: null, linkTo: (of) => `https://x.example/${of}` });
  await notices.tell_customer({ caseId: id, seq: 1, kind: 'open' });
  const waiting = (await clerk.get(`/bang/ho-so/${code}`)).body;
  for (const words of ['Kính chào Nguyễn Thị Đào', 'dao@example.com', 'Đang chờ gửi'])
    expect(waiting).toContain(words);
  const { id: noticeId } = await t.owner.selectFrom('notices').select('id').executeTakeFirstOrThrow();
  await notices.send_notice({ noticeId });
  expect((await clerk.get(`/bang/ho-so/${code}`)).body).toContain('Để ở hộp thư đi');
});

test('after midnight in Viet Nam a letter names the utility as it is called from that day, though UTC is still on the day before', async () => {
  t.clock.set('2026-03-04T17:30:00Z');
  await t.owner
    .updateTable('standard_versions')
    .set({ valid_to: '2026-03-04' })
    .where('kind', '=', 'utility')
    .execute();
  await aNamedUtility(t.owner, {
    validFrom: '2026-03-05',
    name: { vi: 'Điện lực Mới', en: 'New Power' },
    shortName: { vi: 'Điện lực Mới', en: 'New Power' },
  });
  const { id } = await openCase(t, customerActor('web', 'Khách', []), aRequest(serviceVersionId));
  const notices = noticeTasks({ ...t, mail: null, sms: null, linkTo: (of) => `https://x.example/${of}` });
  await notices.tell_customer({ caseId: id, seq: 1, kind: 'open' });
  const sent = await t.owner.selectFrom('notices').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(sent)).toContain('Điện lực Mới');
});
