import { describe, expect, test } from 'vitest';
import { pagesOf, pageTextsOf, qrOf, textOf } from '#test/a-pdf.ts';
import { nationalMotto, type PdfPage, renderPdf } from './index.ts';

const address = 'https://vi-du.vn/kiem-tra-van-ban/0198f3a2-6a31-7c11-9f0e-0242ac120002';
const aPage = (more: Partial<PdfPage> = {}): PdfPage => ({
  size: 'A4',
  language: 'vi',
  title: 'Biên bản khảo sát',
  letterhead: { left: ['TỔNG CÔNG TY', 'ĐIỆN LỰC VÍ DỤ'], right: nationalMotto },
  number: 'Số: 12/BBKS',
  placeAndDay: 'Ví Dụ, ngày 05 tháng 3 năm 2018',
  blocks: [{ kind: 'paragraph', text: 'Hai bên cùng khảo sát.' }],
  verification: { address, words: 'Quét mã để kiểm tra' },
  footer: 'Điện lực Ví Dụ',
  author: 'Điện lực Ví Dụ',
  made: new Date('2018-03-05T02:00:00Z'),
  ...more,
});
/** Each vowel with each tone, as it is typed on different keyboards. */
const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) =>
  ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
);

describe('what is written can be read', () => {
  test('every Vietnamese letter, typed whole or in pieces', async () => {
    const letters = `${vowels.join(' ')} đ Đ ${vowels.join(' ').toLocaleUpperCase('vi')}`;
    const whole = await textOf(await renderPdf(aPage({ blocks: [{ kind: 'paragraph', text: letters }] })));
    const pieces = aPage({ blocks: [{ kind: 'paragraph', text: letters.normalize('NFD') }] });
    expect(whole).toContain(letters);
    expect(await textOf(await renderPdf(pieces))).toBe(whole);
  });

  test('letterhead, title, facts, table, signatures and foot', async () => {
    const text = await textOf(
      await renderPdf(
        aPage({
          subtitle: 'lần 1',
          blocks: [
            { kind: 'heading', text: 'I. Bên mua điện' },
            { kind: 'facts', rows: [{ label: 'Họ tên', value: 'Nguyễn Thị Phượng' }] },
            { kind: 'table', columns: [{ title: 'Thiết bị', share: 1 }], rows: [['Máy bơm']] },
            {
              kind: 'signatures',
              fields: [{ who: 'Bên mua', name: 'Phượng', signed: ['Đã ký lúc 9 giờ'] }],
            },
          ],
        }),
      ),
    );
    for (const words of [
      'ĐIỆN LỰC VÍ DỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
      'BIÊN BẢN KHẢO SÁT lần 1',
      'Họ tên Nguyễn Thị Phượng',
      'Thiết bị Máy bơm',
      'BÊN MUA Đã ký lúc 9 giờ Phượng',
      `Điện lực Ví Dụ Quét mã để kiểm tra ${address}`,
    ])
      expect(text).toContain(words);
  });

  test.each(['A4', 'A4-landscape', 'A5'] as const)('the code on %s leads where it says', async (size) => {
    expect(qrOf(await renderPdf(aPage({ size })))).toBe(address);
  });
});

describe('a table longer than a page', () => {
  const long = aPage({
    blocks: [
      {
        kind: 'table',
        columns: [{ title: 'Thiết bị', share: 1 }],
        rows: Array.from({ length: 120 }, (_, row) => [`máy ${row}`]),
      },
    ],
  });

  test('goes on with its head, each row once, each page numbered', async () => {
    const pdf = await renderPdf(long);
    const text = await textOf(pdf);
    const pages = await pagesOf(pdf);
    expect(pages).toBeGreaterThan(2);
    expect(text.match(/Thiết bị/g)).toHaveLength(pages);
    expect(text.match(/máy \d+/g)).toHaveLength(120);
    expect(text).toContain(`${pages}/${pages}`);
  });
});

test('signatures never stand alone on a page: what they sign comes along, with its heading', async () => {
  const filler = Array.from({ length: 27 }, (_, n) => ({ kind: 'paragraph' as const, text: `dòng ${n}` }));
  for (let lines = 18; lines < 27; lines++) {
    const pdf = await renderPdf(
      aPage({
        blocks: [
          ...filler.slice(0, lines),
          { kind: 'heading', text: 'Điều cuối' },
          { kind: 'paragraph', text: 'Hai bên cùng ký.' },
          { kind: 'signatures', fields: [{ who: 'Bên mua' }, { who: 'Bên bán' }] },
        ],
      }),
    );
    const last = (await pageTextsOf(pdf)).at(-1) ?? '';
    expect(last, `${lines} lines`).toMatch(/Điều cuối.*Hai bên cùng ký.*BÊN MUA/s);
  }
});

describe('an archivable file', () => {
  test('the same description makes the same bytes; another clock makes others', async () => {
    const one = await renderPdf(aPage());
    expect(one.equals(await renderPdf(aPage()))).toBe(true);
    expect(one.equals(await renderPdf(aPage({ made: new Date('2018-03-05T02:00:01Z') })))).toBe(false);
  });

  test('says that it is PDF/A-3b, brings its colours and its fonts', async () => {
    const pdf = (await renderPdf(aPage())).toString('latin1');
    expect(pdf).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>B/);
    expect(pdf).toContain('/OutputIntents');
    expect(pdf).toContain('/Lang (vi)');
    const fonts = pdf.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(fonts.length).toBeGreaterThan(0);
    expect(pdf.match(/\/FontFile2/g)).toHaveLength(fonts.length);
    expect(pdf).not.toContain('/Helvetica');
  });

  test('an enclosure lies inside, word for word', async () => {
    const content = Buffer.from('những gì đã ký');
    const enclosure = { name: 'ban-da-ky.pdf', description: 'bản đã ký', mime: 'application/pdf', content };
    const pdf = (await renderPdf(aPage({ enclosures: [enclosure] }))).toString('latin1');
    expect(pdf).toContain('/AFRelationship /Source');
    expect(pdf).toContain('ban-da-ky.pdf');
  });
});
