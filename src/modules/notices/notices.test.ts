import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  acceptCase,
  answerCustomer,
  askSupplement,
  declineCase,
  openCase,
  transferCase,
} from '#modules/cases/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { type Mail, openMail } from '#platform/mail/index.ts';
import { inScope, systemScope, type Trx } from '#platform/postgres/in-scope.ts';
import { aMailServer, type MailServer } from '#test/a-mail-server.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { listNotices, noticeTasks, tell, tellCode } from './index.ts';

const { db, owner, clock } = useDb();
const acts = { db, clock };
const nobody = customerActor('web', 'Khách hàng', []);
let server: MailServer;
let mail: Mail;
let serviceVersionId: number;
let clerk: Actor;

beforeAll(async () => {
  server = await aMailServer();
  mail = openMail({ smtpUrl: server.url, from: 'Điện lực Thử <cskh@thu.example>' });
});
afterAll(async () => {
  mail.close();
  await server.close();
});
beforeEach(async () => {
  server.letters.length = 0;
  server.refuseNext(0, 450);
  server.takeTime(0);
  ({ serviceVersionId } = await aUtility(owner));
  await aNamedUtility(owner);
  clerk = await aStaffMember(owner, 'clerk');
});

const deps = (over: Mail | null = mail) => ({
  ...acts,
  mail: over,
  sms: null,
  linkTo: (code: string) => `https://motcua.example/theo-doi?ma=${code}`,
});
const open = (change: object = {}) => openCase(acts, nobody, aRequest(serviceVersionId, change));
const by = (code: string) => ({ code, requestId: randomUUID() });
const asSystem = <T>(work: (trx: Trx) => Promise<T>) => inScope(db, systemScope, work);
const all = async () => (await asSystem((trx) => listNotices(trx, { after: null }))).notices;
const outcomes = async () => (await all()).map(({ deliveries }) => deliveries.map(({ outcome }) => outcome));

type Job = { id: string; task: string; payload: unknown };
const jobs = async (): Promise<Job[]> =>
  (
    await sql<Job>`select j.id, t.identifier as task, j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`.execute(owner)
  ).rows;
/** Runs what is waiting, until nothing is. A job that fails stays. */
async function work(over: Mail | null = mail): Promise<void> {
  const tasks: Record<string, (payload: unknown) => Promise<void>> = noticeTasks(deps(over));
  const failed = new Set<string>();
  for (;;) {
    const [next] = (await jobs()).filter(({ id, task }) => task in tasks && !failed.has(id));
    if (!next) return;
    try {
      await tasks[next.task]?.(next.payload);
      await sql`delete from graphile_worker._private_jobs where id = ${next.id}`.execute(owner);
    } catch {
      failed.add(next.id);
    }
  }
}

describe('a letter', () => {
  it('acknowledges the case over SMTP, with all that the customer needs', async () => {
    const { code } = await open();
    await work();
    const [letter] = server.letters;
    const shown = `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
    const [notice] = await all();
    expect(letter?.recipients).toEqual(['dao@example.com']);
    expect(letter?.headers).toMatchObject({
      subject: `Đã nhận hồ sơ ${shown}: Cấp điện mới`,
      from: 'Điện lực Thử <cskh@thu.example>',
      to: 'dao@example.com',
      'auto-submitted': 'auto-generated',
      'message-id': `<${notice?.id}@thu.example>`,
      'content-language': 'vi',
    });
    for (const part of [letter?.parts['text/plain'], letter?.parts['text/html']])
      for (const words of [
        'Kính chào Nguyễn Thị Đào',
        'Hẹn làm xong trước 17:00 thứ Tư, ngày 11/03/2026',
        `https://motcua.example/theo-doi?ma=${code}`,
        'Đơn vị U1 xem và tiếp nhận hồ sơ',
        '1900 0000',
        'Tổng công ty Điện lực Thử',
      ])
        expect(part).toContain(words);
    expect(await outcomes()).toEqual([['sent']]);
  });

  it('is in English for who reads English', async () => {
    await open({ language: 'en' });
    await work();
    expect(server.letters[0]?.headers.subject).toMatch(/^We have received your request/);
    expect(server.letters[0]?.parts['text/plain']).toContain('due before Wednesday 11/03/2026 at 17:00');
  });

  it('goes out for each act that concerns the customer, and for no other', async () => {
    const one = await open();
    await acceptCase(acts, clerk, by(one.code));
    await askSupplement(acts, clerk, { ...by(one.code), what: 'Ảnh giấy tờ nhà', until: '2026-03-10' });
    await answerCustomer(acts, clerk, { ...by(one.code), body: 'Mai đội khảo sát đến.\nXin anh/chị ở nhà.' });
    const two = await open();
    await declineCase(acts, clerk, { ...by(two.code), reason: 'Chưa có đường dây' });
    const three = await open();
    await transferCase(acts, clerk, { ...by(three.code), toUnit: 'U2', reason: 'Thuộc địa bàn U2' });
    await work();
    const told = server.letters.map(({ headers }) => headers.subject?.replace(/\d{4}-\d{4}-\d{3}/, '#'));
    expect(told.sort()).toEqual(
      [
        'Hồ sơ #: chưa tiếp nhận được',
        'Hồ sơ #: có trả lời cho anh/chị',
        'Hồ sơ #: cần anh/chị gửi bổ sung',
        'Hồ sơ # đã chuyển đến Đơn vị U2',
        ...Array(3).fill('Đã nhận hồ sơ #: Cấp điện mới'),
      ].sort(),
    );
    const text = server.letters.map(({ parts }) => parts['text/plain']).join('\n');
    for (const words of [
      'Ảnh giấy tờ nhà',
      'trước hết ngày 10/03/2026',
      'Chưa có đường dây',
      'Mai đội khảo sát đến.',
    ])
      expect(text).toContain(words);
  });

  it('apologises when the case is late', async () => {
    const { id } = await open();
    await noticeTasks(deps()).tell_customer({ caseId: id, seq: 2, kind: 'overdue' });
    await work();
    const [late] = server.letters.filter(({ headers }) => headers.subject?.startsWith('Xin lỗi anh/chị'));
    expect(late?.parts['text/plain']).toContain('Chúng tôi thành thật xin lỗi anh/chị.');
  });
});

describe('no message twice', () => {
  it('though both jobs run again', async () => {
    const { id } = await open();
    const told = { caseId: id, seq: 1, kind: 'open' };
    const tasks = noticeTasks(deps());
    await tasks.tell_customer(told);
    await tasks.tell_customer(told);
    await work();
    const [notice] = await all();
    await tasks.send_notice({ noticeId: notice?.id });
    expect(server.letters).toHaveLength(1);
    expect(await outcomes()).toEqual([['sent']]);
  });

  it('though workers race for it', async () => {
    server.takeTime(150);
    const { id } = await open();
    await noticeTasks(deps()).tell_customer({ caseId: id, seq: 1, kind: 'open' });
    const [notice] = await all();
    const other = openMail({ smtpUrl: server.url, from: 'cskh@thu.example' });
    const send = (over: Mail) => noticeTasks(deps(over)).send_notice({ noticeId: notice?.id });
    const ended = await Promise.allSettled([send(mail), send(other), send(mail), send(other)]);
    other.close();
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await work();
    expect(server.letters).toHaveLength(1);
    expect(await outcomes()).toEqual([['sent']]);
  });

  it('and PostgreSQL itself refuses a second delivery', async () => {
    await open();
    await work();
    const [notice] = await all();
    const again = { notice_id: notice?.id ?? '', at: clock.now(), outcome: 'outbox', detail: '' };
    await expect(owner.insertInto('notice_deliveries').values(again).execute()).rejects.toThrow(
      /deliveries_once/,
    );
  });

  it('an act that is rolled back tells nothing', async () => {
    const { id } = await open();
    await work();
    const rolledBack = asSystem(async (trx) => {
      await tell(trx, { ...aNotice(id), dedupeKey: 'x' });
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    expect(await jobs()).toEqual([]);
    expect(await all()).toHaveLength(1);
  });
});

const aNotice = (caseId: string) => ({
  caseId,
  kind: 'answer' as const,
  dedupeKey: randomUUID(),
  channel: 'mail' as const,
  recipient: 'dao@example.com',
  language: 'vi' as const,
  facts: { code: '1', service: 'Cấp điện', answer: 'Vâng', link: 'https://x.example' },
  now: clock.now(),
});

describe('when it does not go', () => {
  it('a server that refuses for now is asked again, and both are logged', async () => {
    server.refuseNext(1, 450);
    await open();
    await work();
    expect(server.letters).toEqual([]);
    expect(await outcomes()).toEqual([['failed']]);
    await work();
    expect(server.letters).toHaveLength(1);
    expect(await outcomes()).toEqual([['failed', 'sent']]);
  });

  it('a server that takes it and never says so is asked once more, and no more', async () => {
    server.takeTime(600);
    const hasty = openMail({ smtpUrl: server.url, from: 'cskh@thu.example', longest: 200 });
    await open();
    await work(hasty);
    expect(await outcomes()).toEqual([['unanswered']]);
    expect(await jobs()).toHaveLength(1);
    await work(hasty);
    expect(await outcomes()).toEqual([['unanswered', 'unanswered']]);
    expect(await jobs()).toEqual([]);
    const [notice] = await all();
    await noticeTasks(deps(hasty)).send_notice({ noticeId: notice?.id });
    expect(await outcomes()).toEqual([['unanswered', 'unanswered']]);
  });

  it('an address that does not exist is not asked again', async () => {
    server.refuseNext(1, 550);
    await open();
    await work();
    expect(await outcomes()).toEqual([['failed']]);
    expect(await jobs()).toEqual([]);
  });

  it('a server that is away leaves the job waiting', async () => {
    const gone = await aMailServer();
    await gone.close();
    const away = openMail({ smtpUrl: gone.url, from: 'cskh@thu.example' });
    await open();
    await work(away);
    away.close();
    expect((await all())[0]?.deliveries[0]?.detail).toContain('ECONNREFUSED');
    expect(await outcomes()).toEqual([['failed']]);
    expect(await jobs()).toHaveLength(1);
  });

  it('without SMTP it lies in the outbox, as it would have been sent', async () => {
    await open();
    await work(null);
    expect(await outcomes()).toEqual([['outbox']]);
    expect((await all())[0]?.body_text).toContain('Kính chào Nguyễn Thị Đào');
    expect(await jobs()).toEqual([]);
  });

  it('a customer without an address is told by short message', async () => {
    await open({ customer: { ...aRequest(0).customer, email: null } });
    await work();
    expect((await all())[0]).toMatchObject({ channel: 'sms', recipient: '+84912345678', body_html: null });
    expect(await outcomes()).toEqual([['outbox']]);
  });
});

describe('what people type', () => {
  it('a name with line breaks adds no header and no recipient', async () => {
    const name = 'Đào\r\nBcc: thief@evil.example\r\n\r\n<b>x</b>';
    await open({ customer: { ...aRequest(0).customer, name } });
    await work();
    expect(server.letters[0]?.recipients).toEqual(['dao@example.com']);
    expect(Object.keys(server.letters[0]?.headers ?? {})).not.toContain('bcc');
    expect(server.letters[0]?.parts['text/html']).not.toContain('<b>');
  });

  it('an address that is several goes to none of them', async () => {
    const { id } = await open();
    await work();
    server.letters.length = 0;
    await asSystem((trx) => tell(trx, { ...aNotice(id), recipient: 'a@x.example, thief@evil.example' }));
    await work();
    expect(server.letters.flatMap(({ recipients }) => recipients)).not.toContain('thief@evil.example');
    const broken = asSystem((trx) => tell(trx, { ...aNotice(id), recipient: 'a@x.example\r\nBcc: b@x' }));
    await expect(broken).rejects.toThrow(/recipient/);
  });
});

describe('codes', () => {
  const code = (change: object = {}) =>
    asSystem((trx) =>
      tellCode(trx, {
        id: randomUUID(),
        code: '042137',
        contact: { kind: 'mail', to: 'dao@example.com' },
        language: 'vi',
        minutes: 10,
        now: clock.now(),
        ...change,
      }),
    );

  it('reach their reader and are blotted out then', async () => {
    await code();
    await work();
    expect(server.letters[0]?.parts['text/plain']).toContain('Mã xác nhận của anh/chị là 042137');
    expect(JSON.stringify(await all())).not.toContain('042137');
  });

  it('are read in the outbox where nothing is sent', async () => {
    await code({ contact: { kind: 'phone', to: '+84912345678' } });
    await work(null);
    expect((await all())[0]?.body_text).toMatch(/^042137 là mã xác nhận/);
  });

  it('are not sent after they expired', async () => {
    await code();
    clock.advance({ minutes: 10 });
    await work();
    expect(server.letters).toEqual([]);
    expect(await outcomes()).toEqual([['failed']]);
  });
});
