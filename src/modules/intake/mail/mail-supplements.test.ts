import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aCaseWrittenTo, asksForPapers } from '#test/a-case-by-letter.ts';
import { aMailDoor } from '#test/a-mail-door.ts';
import { aLetter } from '#test/mail-vi/a-letter.ts';
import { useDb } from '#test/use-db.ts';
import { readMails } from './read-mails.ts';

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
