import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { aLetter, encode } from '#test/mail-vi/a-letter.ts';
import { parseMail } from './parse/parse-mail.ts';

const subject = 'Khiếu nại hóa đơn tiền điện tháng này';
const text =
  'Kính gửi điện lực,\nNhà tôi ở ấp Mỹ Hưng bị mất điện từ sáng, đồng hồ chạy quá nhanh. Xin cử người kiểm tra giúp.';

describe('letters in the charsets of the country', () => {
  test.each([
    ['UTF-8', { charset: 'utf-8' }],
    ['Windows-1258', { charset: 'windows-1258' }],
    ['VISCII', { charset: 'viscii' }],
    ['TCVN3 that says it is Latin-1', { charset: 'tcvn', declared: 'iso-8859-1' }],
    ['TCVN3 that says it is Windows-1252', { charset: 'tcvn', declared: 'windows-1252' }],
    ['VISCII that says it is Latin-1', { charset: 'viscii', declared: 'iso-8859-1' }],
    ['UTF-8 that says it is Latin-1', { charset: 'utf-8', declared: 'iso-8859-1' }],
    ['Windows-1258 that says it is Latin-1', { charset: 'windows-1258', declared: 'iso-8859-1' }],
  ])('%s', async (_, how) => {
    const letter = await parseMail(aLetter({ subject, text, ...how }));
    expect(letter.text).toBe(text);
    expect(letter.subject).toBe(subject);
    expect(letter.from?.name).toBe('Nguyễn Thị Đào');
  });

  test('TCVN3 that says it is UTF-8: the text is saved; a head that was lost on the way stays lost', async () => {
    const letter = await parseMail(
      aLetter({ subject: 'Mat dien', text, charset: 'tcvn', declared: 'utf-8' }),
    );
    expect(letter.text).toBe(text);
  });

  test('nothing said of the charset, TCVN3 inside', async () => {
    const head = 'From: dao@example.com\r\nSubject: Mat dien\r\n\r\n';
    const letter = await parseMail(Buffer.concat([Buffer.from(head), encode(text, 'tcvn')]));
    expect(letter.text).toBe(text);
  });

  test('letters with their signs apart (NFD) come out in one', async () => {
    const letter = await parseMail(
      aLetter({ subject: subject.normalize('NFD'), text: text.normalize('NFD') }),
    );
    expect([letter.subject, letter.text]).toEqual([subject, text]);
  });

  test.each([
    [
      'Français',
      'Réunion à la fenêtre: où êtes-vous allés, chère élève? Déjà répété à la mairie près de la forêt.',
    ],
    ['Deutsch', 'Schöne Grüße aus München, wir möchten für das Gebäude über die Zähler hören.'],
    ['Português', 'A informação não está disponível, você já pagou a última fatura? São três opções.'],
  ])('%s in Latin-1 is left as it is', async (_, words) => {
    const letter = await parseMail(aLetter({ subject: 'Hello', text: words, charset: 'iso-8859-1' }));
    expect(letter.text).toBe(words);
  });
});

describe('odd heads', () => {
  test.each([
    ['=?utf-8?B?TeG6pXQgxJFp4buHbg==?=', 'Mất điện'],
    ['=?utf-8?B?TeG6?= =?utf-8?B?pXQgxJFp4buHbg==?=', 'Mất điện'], // cut within a letter
    ['=?utf-8?Q?M=E1=BA=A5t_=C4=91i=E1=BB=87n?=', 'Mất điện'],
    ['=?UTF-8?B?TeG6pXQgxJFp4buHbg?=', 'Mất điện'], // padding lost
  ])('%s', async (encoded, said) => {
    const raw = `From: dao@example.com\r\nSubject: ${encoded}\r\n\r\nxin chao`;
    expect((await parseMail(Buffer.from(raw))).subject).toBe(said);
  });

  test.each([['=?utf-8?B?%%%%?='], ['=?khong-co?B?TQ==?='], ['=?utf-8?X?abc?='], ['=?utf-8?B?'], ['']])(
    'broken: %s does not end the reading',
    async (encoded) => {
      const raw = `From: dao@example.com\r\nSubject: ${encoded}\r\n\r\nxin chao`;
      expect((await parseMail(Buffer.from(raw))).text).toBe('xin chao');
    },
  );

  test('five hundred recipients; nothing at all', async () => {
    const many = Array.from({ length: 500 }, (_, n) => `nguoi${n}@example.com`).join(',\r\n ');
    const letter = await parseMail(Buffer.from(`From: dao@example.com\r\nTo: ${many}\r\n\r\nxin chao`));
    expect(letter.to).toHaveLength(500);
    expect(await parseMail(Buffer.from(''))).toMatchObject({ from: null, subject: '', text: '', files: [] });
  });
});

test('HTML with scripts becomes plain words', async () => {
  const html =
    '<html><head><script>alert(1)</script><style>p{}</style></head><body onload="x()"><p>Nhà tôi <b>mất điện</b></p><img src=x onerror=alert(2)><a href="javascript:alert(3)">xem</a></body></html>';
  const { text: words } = await parseMail(aLetter({ html }));
  expect(words).toContain('Nhà tôi mất điện');
  expect(words).not.toMatch(/alert\(1\)|onerror|<|p\{\}/);
});

test('an attachment with a path, a turned name or a line break in its name', async () => {
  const content = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const file = { type: 'image/png', content };
  const letter = await parseMail(
    aLetter({
      files: [
        { ...file, name: '../../etc/passwd.png' },
        { ...file, name: 'C:\\Windows\\ảnh nhà.png' },
        { ...file, name: 'hoa-don\u202egnp.exe' },
        { ...file, name: 'a\r\nBcc: x@example.com\r\n.png' },
        { ...file, name: '', rawName: 'filename=' },
      ],
    }),
  );
  expect(letter.files.map(({ name }) => name)).toEqual([
    'passwd.png',
    'ảnh nhà.png',
    'hoa-dongnp.exe',
    expect.not.stringMatching(/[\r\n]/),
    'tep-5.png',
  ]);
});
