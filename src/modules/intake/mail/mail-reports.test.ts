import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCaseWrittenTo } from '#test/a-case-by-letter.ts';
import { aMailDoor } from '#test/a-mail-door.ts';
import { aLetter } from '#test/mail-vi/a-letter.ts';
import { useDb } from '#test/use-db.ts';
import { readMails } from './read-mails.ts';

const t = useDb({ profile: true });
let door: Awaited<ReturnType<typeof aMailDoor>>;
beforeAll(async () => {
  door = await aMailDoor(t);
});
afterAll(() => door.close());

const read = () => readMails({ ...t, ...door.letters });
const mails = () => t.owner.selectFrom('mails').selectAll().orderBy('received_at').execute();
const notes = async () => {
  const rows = await t.owner.selectFrom('case_messages').selectAll().orderBy('at').execute();
  return rows.filter(({ direction }) => direction === 'internal').map(({ body }) => body);
};
async function aCaseByLetter() {
  await door.send(aLetter({ subject: 'Xin cấp điện mới cho nhà ở' }));
  await read();
  return aCaseWrittenTo(t);
}

type Report = { type?: string; words: string; status: string[]; id: string; from?: string };

/** As a mail server or a mail program writes it (RFC 3464, RFC 8098). */
const aReport = ({
  type = 'delivery-status',
  words,
  status,
  id,
  from = 'MAILER-DAEMON@mx.example.com',
}: Report) =>
  [
    `From: ${from}`,
    'Subject: Report',
    `Content-Type: multipart/report; report-type=${type}; boundary=b`,
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    words,
    '--b',
    `Content-Type: message/${type}`,
    '',
    ...status,
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${id}`,
    'Subject: x',
    '',
    'Đã nhận. Action: failed',
    '--b--',
    '',
  ].join('\r\n');
const statusOf = (action: string) => [
  'Reporting-MTA: dns; mx.example.com',
  '',
  'Final-Recipient: rfc822; dao@example.com',
  `Action: ${action}`,
  'Status: 5.1.1',
];

test('a letter that failed is noted inside its case; a report of a letter nobody knows is listed', async () => {
  const { ours } = await aCaseByLetter();
  const failed = { words: 'User unknown', status: statusOf('Failed') };
  await door.send(aReport({ ...failed, id: ours }), '');
  await door.send(aReport({ ...failed, id: '<khac@khac.example>' }), '');
  await read();
  const [first, ...reports] = (await mails()).map(({ state, silence }) => `${state} ${silence}`);
  expect([first, reports.sort()]).toEqual(['opened null', ['joined bounce', 'listed bounce']]);
  expect(await notes()).toEqual([expect.stringMatching(/không đến nơi.*User unknown/s)]);
});

test.each([
  ['late', { words: 'Will retry for 3 days', status: statusOf('delayed') }],
  ['relayed', { words: 'Handed over', status: statusOf('relayed') }],
  [
    'read',
    {
      type: 'disposition-notification',
      from: 'dao@example.com',
      words: 'Your message was displayed',
      status: ['Disposition: manual-action/MDN-sent-manually; displayed'],
    },
  ],
])('a report that it is %s is not one that it did not arrive; its words are shown', async (_, report) => {
  const { ours } = await aCaseByLetter();
  await door.send(aReport({ ...report, id: ours }), '');
  await door.send(aReport({ ...report, id: '<khac@khac.example>' }), '');
  await read();
  expect((await mails()).map(({ state, silence }) => `${state} ${silence}`).sort()).toEqual([
    'joined automatic',
    'listed automatic',
    'opened null',
  ]);
  const [note, ...more] = await notes();
  expect(more).toEqual([]);
  expect(note).toContain(report.words);
  expect(note).toContain('chưa khẳng định');
  expect(note).not.toContain('Thư gửi khách hàng không đến nơi');
});
