import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declineCase } from '#modules/cases/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aCaseWrittenTo, asksForPapers } from '#test/a-case-by-letter.ts';
import { aMailDoor, ourAddress } from '#test/a-mail-door.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { aLetter } from '#test/mail-vi/a-letter.ts';
import { useDb } from '#test/use-db.ts';
import { acceptMail } from './accept-mail.ts';
import { readMails } from './read-mails.ts';
import { replyAddress } from './rules/reply-address.ts';
import { mailThreads } from './tell-by-mail.ts';

const t = useDb({ profile: true });
let door: Awaited<ReturnType<typeof aMailDoor>>;
beforeAll(async () => {
  door = await aMailDoor(t);
});
afterAll(() => door.close());

const read = () => readMails({ ...t, ...door.letters });
const receive = async (given: Parameters<typeof aLetter>[0], from = 'dao@example.com', to?: string[]) => {
  const answers = await door.send(aLetter(given), from, to);
  expect(answers.at(-1)).toMatch(/^250/);
  await read();
};
const cases = () => t.owner.selectFrom('cases').selectAll().orderBy('opened_at').execute();
const messages = () => t.owner.selectFrom('case_messages').selectAll().orderBy('at').execute();
const mails = () =>
  t.owner.selectFrom('mails').selectAll().orderBy('received_at').orderBy('read_at').execute();

/** A case opened by letter, and a letter of ours about it. */
async function aCaseByLetter() {
  await receive({ subject: 'Xin cấp điện mới cho nhà ở', messageId: '<first@example.com>' });
  return aCaseWrittenTo(t);
}

const quotedPart = 'Vào Th 4, 4 thg 3, 2026 vào lúc 09:00 Điện lực <cskh@thu.example> đã viết:\n> Đã nhận';

describe('an answer joins its case', () => {
  test('by what it answers; what it quotes is folded', async () => {
    const { found, ours } = await aCaseByLetter();
    await receive({
      subject: 'Re: Đã nhận',
      text: `Khi nào thợ tới?\n\n${quotedPart}`,
      headers: [`References: <x@y.z> ${ours}`],
    });
    expect(await cases()).toHaveLength(1);
    expect((await messages()).at(-1)).toMatchObject({
      case_id: found.id,
      direction: 'in',
      body: 'Khi nào thợ tới?',
      quoted: quotedPart,
    });
    expect((await mails()).map(({ state }) => state)).toEqual(['opened', 'joined']);
  });

  test('by the signed address alone, and says from whom when it is somebody else', async () => {
    const { found } = await aCaseByLetter();
    const to = replyAddress(ourAddress, found.code, door.letters.secret);
    await receive({ from: 'Con gái <con@example.net>', text: 'Mẹ tôi gửi thêm.' }, 'con@example.net', [to]);
    expect((await messages()).at(-1)).toMatchObject({
      author: 'Con gái',
      body: 'Mẹ tôi gửi thêm.\n\n(Gửi từ địa chỉ con@example.net.)',
    });
    await receive({ text: 'Đoán mò' }, 'ai@example.net', [to.replace(/\..{10}@/, '.aaaaaaaaaa@')]);
    expect(await cases()).toHaveLength(2);
  });

  test('by the code in the subject only from the customer; an outsider opens a case of their own', async () => {
    const { found } = await aCaseByLetter();
    const subject = `Hồ sơ ${found.code.slice(0, 4)}-${found.code.slice(4, 8)}-${found.code.slice(8)}`;
    await receive({ subject, text: 'Của tôi.' });
    expect(await cases()).toHaveLength(1);
    await receive({ subject, text: 'Hủy giúp tôi.', from: 'Kẻ lạ <la@example.net>' }, 'la@example.net');
    const [, stranger] = await cases();
    const said = await messages();
    expect(said.filter(({ case_id }) => case_id === found.id)).toHaveLength(2);
    expect(said.find(({ case_id }) => case_id === stranger?.id)?.body).toContain(
      'không gửi từ địa chỉ của khách hàng',
    );
  });

  test('by the customer’s own earlier letter', async () => {
    await aCaseByLetter();
    await receive({
      subject: 'Re: Xin cấp điện',
      text: 'Nhắc lại.',
      headers: ['In-Reply-To: <first@example.com>'],
    });
    await receive(
      { from: 'la@example.net', text: 'Xen vào.', headers: ['In-Reply-To: <first@example.com>'] },
      'la@example.net',
    );
    expect((await mails()).map(({ state }) => state)).toEqual(['opened', 'joined', 'opened']);
  });

  test('as the supplement that was asked for, and as a message after the end', async () => {
    const { found, ours } = await aCaseByLetter();
    await asksForPapers(t, found);
    await receive({ text: 'Đã chụp lại.', headers: [`In-Reply-To: ${ours}`] });
    expect((await cases())[0]?.state).toBe('accepted');
    expect(await t.owner.selectFrom('case_supplements').selectAll().execute()).toMatchObject([
      { answer: 'Đã chụp lại.' },
    ]);
    await t.owner.updateTable('cases').set({ state: 'closed', closed_at: t.clock.now() }).execute();
    await receive({ text: 'Cảm ơn.', headers: [`In-Reply-To: ${ours}`] });
    expect((await messages()).at(-1)?.body).toBe('Cảm ơn.');
    expect(await cases()).toHaveLength(1);
  });
});

describe('machines', () => {
  test('our own letter is listed; an answer on leave joins; a newsletter opens a case; none of them is told anything', async () => {
    const { ours } = await aCaseByLetter();
    await receive({ headers: ['X-Motcua-Letter: 1'] });
    await receive(
      { text: 'Tôi đi vắng.', headers: ['Auto-Submitted: auto-replied', `In-Reply-To: ${ours}`] },
      '',
    );
    await receive({ from: 'Báo <bao@tin.example>', headers: ['List-Id: <tin.example>'] }, 'bao@tin.example');
    expect((await mails()).map(({ state, silence }) => [state, silence])).toEqual([
      ['opened', null],
      ['listed', 'own_letter'],
      ['joined', 'automatic'],
      ['opened', 'list'],
    ]);
    const newest = await t.owner
      .selectFrom('cases')
      .select('id')
      .where('customer_email', '=', 'bao@tin.example')
      .executeTakeFirstOrThrow();
    const threads = mailThreads(door.letters);
    const may = (kind: 'acknowledgement' | 'finished' | 'answer') =>
      inScope(t.db, systemScope, (trx) => threads.mayTell(trx, newest.id, kind));
    expect([await may('acknowledgement'), await may('finished'), await may('answer')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('somebody who writes without end is acknowledged five times an hour, also when all come at once', async () => {
    await Promise.all(Array.from({ length: 9 }, (_, n) => door.send(aLetter({ text: `Lần ${n}` }))));
    await read();
    expect((await mails()).filter(({ silence }) => silence === 'too_many')).toHaveLength(4);
    expect(await cases()).toHaveLength(9);
    t.clock.advance({ minutes: 61 });
    await receive({ text: 'Sau một giờ' });
    expect((await mails()).at(-1)?.silence).toBeNull();
  });
});

describe('people of the utility’s own mail domain', () => {
  const colleague = 'Lê Văn Thắng <thang@thu.example>';
  const written = (given: Parameters<typeof aLetter>[0]) =>
    receive({ from: colleague, messageId: `<${randomUUID()}@thu.example>`, ...given }, 'thang@thu.example');

  test('open cases as others do, only without an acknowledgement; so does what comes from our own address', async () => {
    await written({ text: 'Nhà tôi mất điện.' });
    await receive({ from: `CSKH <${ourAddress}>`, text: 'Chuyển thư của khách.' }, ourAddress);
    expect((await mails()).map(({ state, silence }) => [state, silence])).toEqual([
      ['opened', 'own_letter'],
      ['opened', 'own_letter'],
    ]);
    expect((await cases()).map(({ customer_email }) => customer_email)).toEqual([
      'thang@thu.example',
      ourAddress,
    ]);
    const [first] = await cases();
    const may = (kind: 'acknowledgement' | 'finished') =>
      inScope(t.db, systemScope, (trx) => mailThreads(door.letters).mayTell(trx, first?.id ?? '', kind));
    expect([await may('acknowledgement'), await may('finished')]).toEqual([false, true]);
  });

  test('join what they answer; a notice of ours that comes back is listed, with or without our mark', async () => {
    const { found, ours } = await aCaseByLetter();
    await written({ text: 'Tôi xem giúp.', headers: [`In-Reply-To: ${ours}`] });
    expect((await messages()).at(-1)).toMatchObject({ case_id: found.id, author: 'Lê Văn Thắng' });
    await receive({ messageId: ours, text: 'Đã nhận' });
    expect((await mails()).map(({ state }) => state)).toEqual(['opened', 'joined', 'listed']);
  });
});

const fromMailbox = (raw: Buffer) => ({
  content: Readable.from([raw]),
  sender: 'imap',
  recipients: [],
  door: 'imap' as const,
});

describe('once', () => {
  test('the same letter twice, thrice, at once and by another way, out of the mailbox too, is one', async () => {
    const letter = aLetter({ messageId: '<same@example.com>' });
    await Promise.all([door.send(letter), door.send(letter), door.send(letter)]);
    await door.send(Buffer.concat([Buffer.from('Received: from b by c\r\n'), letter]));
    const fetched = 'Envelope-To: cskh@thu.example\r\nDelivery-Date: Wed, 04 Mar 2026 09:00:02 +0700\r\n';
    await acceptMail({ ...t, files: door.files }, fromMailbox(Buffer.concat([Buffer.from(fetched), letter])));
    await read();
    expect(await mails()).toMatchObject([{ times: 5, state: 'opened' }]);
    expect(await cases()).toHaveLength(1);
  });

  test('two readers at once, and a reader who died after the case was opened, open one case', async () => {
    for (let n = 0; n < 20; n++) await door.send(aLetter({ text: `Thư ${n}`, from: `a${n}@example.com` }));
    await Promise.all([read(), read(), read()]);
    await t.owner
      .updateTable('mails')
      .set({ state: 'received', case_id: null, next_try_at: t.clock.now() })
      .execute();
    await read();
    expect(await cases()).toHaveLength(20);
    expect(new Set((await mails()).map(({ state }) => state))).toEqual(new Set(['opened']));
  });
});

test('a declined case takes the message too', async () => {
  const { found, ours } = await aCaseByLetter();
  const head = await aStaffMember(t.owner, 'unit_head', found.unit_code);
  await declineCase(t, head, { code: found.code, requestId: randomUUID(), reason: 'Chưa có đường dây' });
  await receive({ text: 'Tôi không đồng ý.', headers: [`In-Reply-To: ${ours}`] });
  expect((await mails()).at(-1)?.state).toBe('joined');
});
