import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCaseWrittenTo, asksForPapers } from '#test/a-case-by-letter.ts';
import { aMailDoor, ourAddress } from '#test/a-mail-door.ts';
import { aLetter } from '#test/mail-vi/a-letter.ts';
import { useDb } from '#test/use-db.ts';
import { readMails } from './read-mails.ts';
import { replyAddress } from './rules/reply-address.ts';

const t = useDb({ profile: true });
let door: Awaited<ReturnType<typeof aMailDoor>>;
let waiting: Awaited<ReturnType<typeof aCaseWrittenTo>>;
beforeAll(async () => {
  door = await aMailDoor(t);
});
afterAll(() => door.close());

const receive = async (given: Parameters<typeof aLetter>[0], from?: string, to?: string[]) => {
  await door.send(aLetter(given), from, to);
  await readMails({ ...t, ...door.letters });
};
const state = async () =>
  (
    await t.owner
      .selectFrom('cases')
      .select('state')
      .where('id', '=', waiting.found.id)
      .executeTakeFirstOrThrow()
  ).state;
const answers = async () =>
  (await t.owner.selectFrom('case_supplements').select('answer').execute()).map(({ answer }) => answer);
const said = () =>
  t.owner
    .selectFrom('case_messages')
    .selectAll()
    .where('case_id', '=', waiting.found.id)
    .orderBy('at')
    .execute();
const papers = () => t.owner.selectFrom('case_documents').select(['kind', 'name']).execute();
const aPhoto = () =>
  sharp({ create: { width: 600, height: 600, channels: 3, background: '#08f' } })
    .png()
    .toBuffer();

beforeEach(async () => {
  await receive({ subject: 'Xin cấp điện mới cho nhà ở', messageId: '<first@example.com>' });
  waiting = await aCaseWrittenTo(t);
  await asksForPapers(t, waiting.found);
});

test('an answer on leave answers no supplement: the clock stays where it was, and its words are a message', async () => {
  const headers = ['Auto-Submitted: auto-replied', `In-Reply-To: ${waiting.ours}`];
  await receive({ text: 'Tôi đi vắng đến thứ Hai.', headers }, '');
  expect([await state(), await answers()]).toEqual(['waiting', [null]]);
  expect((await said()).at(-1)).toMatchObject({ direction: 'in', body: 'Tôi đi vắng đến thứ Hai.' });
});

test('a code in the subject is only ever a message, and says that nobody proved who sent it', async () => {
  const photo = { name: 'giấy tờ.png', type: 'image/png', content: await aPhoto() };
  const subject = `Bổ sung hồ sơ ${waiting.found.code}`;
  await receive({ subject, text: 'Tôi gửi giấy tờ.', files: [photo] });
  expect([await state(), await answers()]).toEqual(['waiting', [null]]);
  expect((await said()).at(-1)?.body).toBe(
    'Tôi gửi giấy tờ.\n\n(Vào hồ sơ theo mã hồ sơ ở tiêu đề, người gửi chưa được xác minh.)',
  );
  expect(await papers()).toEqual([{ kind: 'letter', name: 'giấy tờ.png' }]);
  await t.owner.updateTable('cases').set({ language: 'en' }).execute();
  await receive({ subject, text: 'And one more thing.' });
  expect((await said()).at(-1)?.body).toContain('the sender has not been verified');
});

test('nor does an answer to the customer’s own letter answer a supplement: its name may be known to others', async () => {
  await receive({ text: 'Đã chụp lại.', headers: ['In-Reply-To: <first@example.com>'] });
  expect([await state(), await answers()]).toEqual(['waiting', [null]]);
  expect((await said()).at(-1)?.body).toContain('Đã chụp lại.');
});

test('the signed address answers a supplement', async () => {
  const to = replyAddress(ourAddress, waiting.found.code, door.letters.secret);
  await receive({ text: 'Đã chụp lại.' }, 'dao@example.com', [to]);
  expect([await state(), await answers()]).toEqual(['accepted', ['Đã chụp lại.']]);
});

const quotedPart = 'Vào Th 4, 4 thg 3, 2026 vào lúc 09:00 Điện lực <cskh@thu.example> đã viết:\n> Đã nhận';
const answering = () => ({ headers: [`In-Reply-To: ${waiting.ours}`] });

test('a photo alone answers the supplement, also above nothing but quoted words', async () => {
  const files = [{ name: 'giấy tờ.png', type: 'image/png', content: await aPhoto() }];
  await receive({ ...answering(), text: quotedPart, files });
  expect([await state(), await answers()]).toEqual(['accepted', ['Gửi kèm giấy tờ.']]);
  expect(await papers()).toEqual([{ kind: 'supplement', name: 'giấy tờ.png' }]);
  expect((await said()).at(-1)).toMatchObject({ direction: 'in', quoted: quotedPart });
});

test('what a letter quotes is kept when it answers a supplement, and once', async () => {
  await receive({ ...answering(), text: `Đã chụp lại.\n\n${quotedPart}` });
  await t.owner
    .updateTable('mails')
    .set({ state: 'received', case_id: null, next_try_at: t.clock.now() })
    .where('state', '=', 'joined')
    .execute();
  await readMails({ ...t, ...door.letters });
  expect([await state(), await answers()]).toEqual(['accepted', ['Đã chụp lại.']]);
  expect((await said()).filter(({ quoted }) => quoted === quotedPart)).toHaveLength(1);
});

test('quoted words alone answer nothing, nor does a letter that cannot be read', async () => {
  await receive({ ...answering(), text: quotedPart });
  expect([await state(), await answers()]).toEqual(['waiting', [null]]);
  expect((await said()).at(-1)?.body).toContain('Đã nhận');
  const to = replyAddress(ourAddress, waiting.found.code, door.letters.secret);
  const parts = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(1000);
  const head = 'From: dao@example.com\r\nContent-Type: multipart/mixed; boundary=b';
  await door.send(`${head}\r\n\r\n${parts}--b--\r\n`, 'dao@example.com', [to]);
  await readMails({ ...t, ...door.letters });
  expect([await state(), await answers()]).toEqual(['waiting', [null]]);
  expect((await said()).at(-1)?.body).toContain('thu-goc.eml');
});
