import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aMailDoor } from '#test/a-mail-door.ts';
import { anImapServer } from '#test/an-imap-server.ts';
import { aLetter } from '#test/mail-vi/a-letter.ts';
import { useDb } from '#test/use-db.ts';
import { openImapDoor } from './imap-door.ts';
import { readMails } from './read-mails.ts';

const t = useDb({ profile: true });
let store: Awaited<ReturnType<typeof aMailDoor>>;
beforeAll(async () => {
  store = await aMailDoor(t, { mostBytes: 300_000 });
});
afterAll(() => store.close());
const mails = () => t.owner.selectFrom('mails').selectAll().orderBy('received_at').execute();
const patient = { timeout: 15_000 };

test('what is unread is fetched, and what comes later as it comes; a broken connection and a failing disk lose nothing', async () => {
  const server = await anImapServer();
  const letter = (n: number) => aLetter({ text: `Thư ${n}`, messageId: `<${n}@example.com>` });
  server.deliver(letter(1));
  const files = { ...store.files };
  const troubles: string[] = [];
  const door = openImapDoor(
    { db: t.db, clock: t.clock, files },
    { url: server.url, longestRest: 400, warn: (words) => troubles.push(words) },
  );
  const seen = () => server.letters.map((one) => one.seen);
  await expect.poll(seen, patient).toEqual([true]);
  server.deliver(letter(2));
  await expect.poll(seen, patient).toEqual([true, true]);

  const keep = vi.spyOn(files, 'keep').mockRejectedValueOnce(new Error('the disk is gone'));
  server.deliver(letter(3));
  await expect.poll(seen, patient).toEqual([true, true, true]);
  expect(keep.mock.calls.length).toBeGreaterThanOrEqual(2);
  expect(troubles.join()).toContain('the disk is gone');

  server.hangUp();
  server.deliver(letter(4));
  server.deliver(aLetter({ text: 'dài '.repeat(100_000) }));
  server.deliver(letter(5));
  await expect.poll(seen, patient).toEqual([true, true, true, true, false, true]);
  await door.close();
  await server.close();

  await readMails({ ...t, ...store.letters });
  expect((await mails()).map(({ door: by, state, silence }) => [by, state, silence])).toEqual(
    Array(5).fill(['imap', 'opened', null]),
  );
  const first = (await mails()).find(({ message_id }) => message_id === '<1@example.com>');
  expect((await store.files.read(first?.raw_sha256 ?? '')).equals(letter(1))).toBe(true);
}, 60_000);
