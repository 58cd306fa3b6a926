import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMailDoor } from '#test/a-mail-door.ts';
import { mailSamples } from '#test/mail-samples.ts';
import { useDb } from '#test/use-db.ts';
import { readMails } from './read-mails.ts';

const t = useDb({ profile: true });
let door: Awaited<ReturnType<typeof aMailDoor>>;
beforeAll(async () => {
  door = await aMailDoor(t);
});
afterAll(() => door.close());

const read = () => readMails({ ...t, ...door.letters, warn: (message) => console.error(message) });
const mails = () => t.owner.selectFrom('mails').selectAll().orderBy('received_at').execute();
const cases = () => t.owner.selectFrom('cases').selectAll().execute();
const messages = () => t.owner.selectFrom('case_messages').selectAll().execute();
const samples = mailSamples();

test('a letter is kept, read, and opens a case of the unit it names', async () => {
  const raw = [
    'From: "Nguyễn Thị Đào" <dao@example.com>',
    'To: cskh@thu.example',
    'Subject: Xin cấp điện mới cho nhà ở',
    'Message-ID: <a1@example.com>',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Nhà tôi ở thị xã Hòa Thành, Tây Ninh.',
    'Địa chỉ: số 12 ấp Long Thới, xã Long Thành Trung',
    'Điện thoại 0912 345 678',
    '',
  ].join('\r\n');
  expect((await door.send(raw)).at(-1)).toMatch(/^250 /);
  expect(await mails()).toMatchObject([{ state: 'received', sender: 'dao@example.com' }]);
  await read();
  expect(await mails()).toMatchObject([{ state: 'opened', silence: null, trouble: null }]);
  expect(await cases()).toMatchObject([
    {
      channel: 'email',
      customer_name: 'Nguyễn Thị Đào',
      customer_email: 'dao@example.com',
      customer_phone: '+84912345678',
      address: 'số 12 ấp Long Thới, xã Long Thành Trung',
      service_code: 'cap-dien-sinh-hoat',
    },
  ]);
  expect(await messages()).toMatchObject([{ direction: 'in', quoted: null }]);
});

test.runIf(samples)(
  'every letter of the samples goes through: kept byte by byte, and a case, a message or a line in the list',
  async () => {
    for (const { name, raw } of samples ?? []) {
      const answers = await door.send(raw);
      expect(answers.at(-1), name).toMatch(/^250 /);
    }
    await read();
    const rows = await mails();
    expect(
      rows
        .map(({ state, trouble, subject }) => [state, trouble, subject])
        .filter(([state, trouble]) => state === 'received' || trouble),
    ).toEqual([]);
    console.log(
      rows.length,
      rows.filter((r) => r.times > 1).length,
      Object.entries(Object.groupBy(rows, (r) => `${r.state} ${r.silence}`)).map(
        ([k, v]) => `${k}: ${v?.length}`,
      ),
    );
    const kept = await Promise.all(rows.map(({ raw_sha256 }) => door.files.read(raw_sha256)));
    const whole = new Set(kept.map((one) => one.toString('latin1')));
    for (const { name, raw } of samples ?? []) {
      const text = raw.toString('latin1');
      expect(whole.has(text) || whole.has(`${text}\r\n`), name).toBe(true);
    }
  },
  60_000,
);
