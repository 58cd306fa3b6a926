import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import sharp from 'sharp';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '#platform/postgres/database.ts';
import { aMailDoor, ourAddress, sendMail } from '#test/a-mail-door.ts';
import { aLetter } from '#test/mail-vi/a-letter.ts';
import { useDb } from '#test/use-db.ts';
import { readMails } from './read-mails.ts';

const t = useDb({ profile: true });
type Door = Awaited<ReturnType<typeof aMailDoor>>;
const doors: Door[] = [];
const aDoor = async (
  ...how: Parameters<typeof aMailDoor> extends [unknown, ...infer Rest] ? Rest : never
) => {
  const door = await aMailDoor(t, ...how);
  doors.push(door);
  return door;
};
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
});
const read = (door: Door) => readMails({ ...t, ...door.letters });
const mails = () => t.owner.selectFrom('mails').selectAll().orderBy('received_at').execute();
const papers = () => t.owner.selectFrom('case_documents').selectAll().execute();
const messages = () => t.owner.selectFrom('case_messages').selectAll().execute();
const png = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#08f' } })
    .png()
    .toBuffer();

describe('files in letters', () => {
  test('photos become papers; what is refused stays in the letter and is named; nothing is unpacked or run', async () => {
    const door = await aDoor();
    const photo = { type: 'image/png', content: await png(600) };
    const zip = {
      name: 'anh.zip',
      type: 'application/zip',
      content: Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(1_000_000)]),
    };
    await door.send(
      aLetter({
        files: [
          { ...photo, name: '../../../căn cước.png' },
          { name: 'logo.png', type: 'image/png', content: await png(20), inline: true },
          {
            name: 'hóa đơn.exe',
            type: 'application/octet-stream',
            content: Buffer.from(`MZ${'x'.repeat(100)}`),
          },
          { name: 'trang.html', type: 'text/html', content: Buffer.from('<script>alert(1)</script>') },
          { name: 'giả.jpg', type: 'image/jpeg', content: Buffer.from('<html><script>alert(1)</script>') },
          { name: 'winmail.dat', type: 'application/ms-tnef', content: randomBytes(500) },
          zip,
        ],
      }),
    );
    await read(door);
    expect(await papers()).toMatchObject([{ name: 'căn cước.png', mime: 'image/png' }]);
    const [{ body } = { body: '' }] = await messages();
    for (const name of ['hóa đơn.exe', 'trang.html', 'giả.jpg', 'winmail.dat', 'anh.zip'])
      expect(body).toContain(name);
    expect(body).not.toContain('logo.png');
    const parts = (await mails())[0]?.parts;
    expect(parts).toHaveLength(7);
    expect(parts).toMatchObject([
      { why: null },
      { why: 'signature' },
      {},
      {},
      {},
      {},
      { why: 'file_kind_refused' },
    ]);
  });

  test('a photo of 25 MB passes, brought down to size', async () => {
    const door = await aDoor();
    const noise = randomBytes(3000 * 2800 * 3);
    const big = await sharp(noise, { raw: { width: 3000, height: 2800, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    expect(big.byteLength).toBeGreaterThan(25_000_000);
    const answers = await door.send(
      aLetter({ files: [{ name: 'công tơ.png', type: 'image/png', content: big }] }),
    );
    expect(answers.at(-1)).toMatch(/^250/);
    await read(door);
    expect(await mails()).toMatchObject([{ state: 'opened', trouble: null }]);
    expect(await papers()).toMatchObject([{ name: 'công tơ.png' }]);
  }, 60_000);

  test('twenty papers and no more; the others are named', async () => {
    const door = await aDoor();
    const content = await png(300);
    const files = Array.from({ length: 23 }, (_, n) => ({ name: `${n}.png`, type: 'image/png', content }));
    await door.send(aLetter({ files }));
    await read(door);
    expect(await papers()).toHaveLength(20);
    expect((await messages())[0]?.body).toMatch(/20\.png, 21\.png, 22\.png/);
  });
});

describe('what cannot be read becomes a case for a person, the letter attached', () => {
  const asCase = async (door: Door) => {
    await read(door);
    expect(await mails()).toMatchObject([{ state: 'opened', trouble: expect.stringMatching(/./) }]);
    expect(await papers()).toMatchObject([{ name: 'thu-goc.eml', mime: 'message/rfc822' }]);
    expect((await messages())[0]?.body).toContain('thu-goc.eml');
    const [found] = await t.owner.selectFrom('cases').selectAll().execute();
    expect(found).toMatchObject({
      unit_code: 'CSKH',
      service_code: 'tra-cuu-tu-van',
      customer_email: 'dao@example.com',
    });
  };

  test('too slow to read', async () => {
    const door = await aDoor({}, { patience: 0, threads: 1 });
    await door.send(aLetter());
    await asCase(door);
  });

  test('thousands of parts', async () => {
    const door = await aDoor();
    const parts = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(3000);
    await door.send(
      `From: dao@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--\r\n`,
    );
    await asCase(door);
  });

  test('a head without end', async () => {
    const door = await aDoor();
    await door.send(
      `From: dao@example.com\r\nX-A: ${'a'.repeat(900)}\r\n${`X-B: ${'b'.repeat(900)}\r\n`.repeat(900)}\r\nxin chao`,
    );
    await asCase(door);
  });

  test('parts within parts within parts; a broken one after it is read as ever', async () => {
    const door = await aDoor();
    const open = Array.from(
      { length: 900 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    ).join('');
    await door.send(`From: dao@example.com\r\n${open}Content-Type: text/plain\r\n\r\nx\r\n`);
    await asCase(door);
    await door.send(aLetter({ text: 'Sau đó' }));
    await read(door);
    expect((await messages()).at(-1)?.body).toContain('Sau đó');
  });

  test('a letter that wants all memory ends its thread, not the server', async () => {
    const door = await aDoor({}, { megabytes: 16, threads: 1, patience: 20_000 });
    await door.send(aLetter({ text: 'a b c '.repeat(3_000_000) }));
    await asCase(door);
  }, 60_000);
});

test('nothing in a head gets into ours, or into PostgreSQL what it cannot hold', async () => {
  const door = await aDoor();
  await door.send(
    Buffer.from(
      'From: "a\u0000b" <dao@example.com>\r\nSubject: =?utf-8?Q?x=0D=0ABcc:_y@z.vn=00?=\r\nMessage-ID: <a\u0000@b>\r\n\r\nxin\u0000 chao \u001b[31m',
      'latin1',
    ),
  );
  await read(door);
  const [mail] = await mails();
  expect(mail).toMatchObject({ state: 'opened', trouble: null });
  expect(mail?.subject).toBe('x Bcc: y@z.vn');
});

test('SQL and HTML in every place stay words', async () => {
  const door = await aDoor();
  const evil = `'; drop table cases; -- <script>alert(1)</script>`;
  await door.send(
    aLetter({ from: `${evil.replace(/[<>]/g, '')} <dao@example.com>`, subject: evil, text: evil }),
  );
  await read(door);
  expect((await messages())[0]?.body).toContain(evil);
});

describe('the door', () => {
  test('refuses other people’s addresses, letters too big, and more than its measure, each in its words', async () => {
    const door = await aDoor({ mostBytes: 20_000, mostPerMinute: 3 });
    const many = Array.from({ length: 20 }, (_, n) => `nguoi${n}@example.com`);
    const answers = await sendMail(door.port, aLetter(), 'dao@example.com', [
      ...many,
      ourAddress,
      'CSKH+abc@thu.example',
      'postmaster@thu.example',
    ]);
    expect(answers.filter((one) => one.startsWith('550'))).toHaveLength(20);
    expect(answers.at(-1)).toMatch(/^250/);
    expect((await door.send(aLetter({ text: 'dài '.repeat(9000) }))).at(-1)).toMatch(/^552/);
    expect(await sendMail(door.port, aLetter(), 'dao@example.com> SIZE=900000 X=<x')).not.toContainEqual(
      expect.stringMatching(/^354/),
    );
    await door.send(aLetter());
    expect((await door.send(aLetter())).at(-1)).toMatch(/^450/);
    expect(await mails()).toHaveLength(2);
  });

  test('keeps nothing of a letter cut off halfway; its sender sends it again', async () => {
    const door = await aDoor();
    const socket = connect(door.port, '127.0.0.1');
    const lines = ['EHLO x', 'MAIL FROM:<dao@example.com>', `RCPT TO:<${ourAddress}>`, 'DATA'];
    await new Promise<void>((resolve) => {
      socket.setEncoding('latin1').on('data', (more: string) => {
        if (/^354/m.test(more)) resolve();
        else if (/^\d{3} /m.test(more)) socket.write(`${lines.shift()}\r\n`);
      });
    });
    socket.write('From: dao@example.com\r\n\r\nNửa lá thư');
    socket.destroy();
    expect((await door.send(aLetter())).at(-1)).toMatch(/^250/);
    expect(await mails()).toHaveLength(1);
  });

  test('says 451 while the database is away: the letter stays with its sender', async () => {
    const away = openDatabase('postgres://nobody@127.0.0.1:1/none', { connections: 1 });
    const door = await aMailDoor({ db: away, clock: t.clock });
    expect((await door.send(aLetter())).at(-1)).toMatch(/^451/);
    await door.close();
    await away.destroy();
  });

  test('says 451 while the disk is closed to it', async () => {
    const door = await aDoor();
    vi.spyOn(door.files, 'keep').mockRejectedValueOnce(new Error('the disk is gone'));
    expect((await door.send(aLetter())).at(-1)).toMatch(/^451/);
    expect((await door.send(aLetter())).at(-1)).toMatch(/^250/);
  });
});

test('a letter that goes wrong waits with its reason and holds up no other; later it is read', async () => {
  const door = await aDoor();
  await door.send(
    aLetter({ text: 'Thư một', files: [{ name: 'a.png', type: 'image/png', content: await png(600) }] }),
  );
  await door.send(aLetter({ text: 'Thư hai' }));
  vi.spyOn(door.files, 'store').mockRejectedValueOnce(new Error('the disk is gone'));
  await read(door);
  expect((await mails()).map(({ state, trouble }) => [state, trouble]).sort()).toEqual([
    ['opened', null],
    ['received', 'the disk is gone'],
  ]);
  t.clock.advance({ minutes: 2 });
  await read(door);
  expect((await mails()).map(({ state }) => state)).toEqual(['opened', 'opened']);
});

afterAll(() => vi.restoreAllMocks());
