import { describe, expect, test } from 'vitest';
import { foldQuotes } from './fold-quotes.ts';
import { mailKey } from './mail-key.ts';
import { addressIn, customerCodeIn, languageOf, phonesIn } from './names-in-text.ts';
import { codeOfReplyAddress, replyAddress, withoutPlus } from './reply-address.ts';
import { byMachine, mostAnHour, silences, spokenByPerson, whySilent } from './silence.ts';

const person = {
  signs: {},
  from: { name: 'Đào', address: 'dao@example.com' },
  messageId: '<1@example.com>',
  sender: 'dao@example.com',
  ownHost: 'thu.example',
  ownAddresses: ['cskh@thu.example'],
  answeredLately: 0,
  outcomes: [],
};
const deliveryReport = {
  signs: { 'content-type': 'multipart/report; report-type=delivery-status; boundary=b' },
};

describe('nobody answers a machine', () => {
  test.each([
    ['a person', {}, null],
    ['a person whose program says no', { signs: { 'auto-submitted': 'no' } }, null],
    ['an answer on leave', { signs: { 'auto-submitted': 'auto-replied' } }, 'automatic'],
    ['a report of a machine', { signs: { 'auto-submitted': 'auto-generated; owner=x' } }, 'automatic'],
    ['no envelope sender', { sender: '' }, 'automatic'],
    [
      'no envelope sender, from the mail system',
      { sender: '', from: { name: '', address: 'mailer-daemon@x.vn' } },
      'automatic',
    ],
    ['a report that it failed', { ...deliveryReport, outcomes: ['delivered', 'failed'] }, 'bounce'],
    ['a report that it is late', { ...deliveryReport, outcomes: ['delayed'] }, 'automatic'],
    ['a report that says nothing', deliveryReport, 'automatic'],
    [
      'a read receipt',
      { signs: { 'content-type': 'multipart/report; report-type="disposition-notification"' } },
      'automatic',
    ],
    ['fetched, with an empty return path', { signs: { 'return-path': '<>' } }, 'automatic'],
    ['bulk', { signs: { precedence: 'bulk' } }, 'list'],
    ['junk', { signs: { precedence: 'junk' } }, 'list'],
    ['a mailing list', { signs: { 'list-id': '<a.example.com>' } }, 'list'],
    ['a newsletter', { signs: { 'list-unsubscribe': '<https://x>' } }, 'list'],
    ['an old kind of leave', { signs: { 'x-autoreply': 'yes' } }, 'automatic'],
    ['Outlook on leave', { signs: { 'x-auto-response-suppress': 'all' } }, 'automatic'],
    ['no-reply', { from: { name: '', address: 'no-reply@shop.vn' } }, 'no_reply'],
    ['a list owner', { from: { name: '', address: 'hoi-dong-bounces@x.vn' } }, 'no_reply'],
    ['nobody', { from: null }, 'no_sender'],
    ['our own letter come back', { signs: { 'x-motcua-letter': 'x' } }, 'own_letter'],
    ['from our own domain', { messageId: '<1@thu.example>' }, 'own_letter'],
    [
      'the mail system of our own domain, without an envelope sender',
      { sender: '', messageId: '<1@thu.example>', from: { name: '', address: 'mailer-daemon@thu.example' } },
      'automatic',
    ],
    ['in our own name', { from: { name: '', address: 'cskh@thu.example' } }, 'own_letter'],
    ['the sixth within an hour', { answeredLately: mostAnHour }, 'too_many'],
    ['the fifth within an hour', { answeredLately: mostAnHour - 1 }, null],
  ] as const)('%s', (_, change, why) => expect(whySilent({ ...person, ...change })).toBe(why));

  test('who writes too often, or from our own domain, is still a person', () =>
    expect(silences.filter((silence) => !byMachine(silence))).toEqual(['own_letter', 'too_many']));

  test('only a person does what a customer may', () =>
    expect([null, ...silences].filter(spokenByPerson)).toEqual([null, 'too_many']));
});

describe('the address that leads back to a case', () => {
  const address = replyAddress('cskh@thu.example', '12345678901', 'secret');
  test('proves its case however it is written', () => {
    expect(address).toMatch(/^cskh\+12345678901\.[a-z2-9]{10}@thu\.example$/);
    expect(codeOfReplyAddress(['x@y.z', address.toUpperCase()], 'secret')).toBe('12345678901');
    expect(withoutPlus(address)).toBe('cskh@thu.example');
  });
  test('cannot be guessed, nor moved to another case, nor made with another secret', () => {
    expect(codeOfReplyAddress([address.replace('901.', '902.')], 'secret')).toBeNull();
    expect(codeOfReplyAddress(['cskh+12345678901.aaaaaaaaaa@thu.example'], 'secret')).toBeNull();
    expect(codeOfReplyAddress([address], 'other')).toBeNull();
    expect(codeOfReplyAddress(['cskh+12345678901@thu.example', ''], 'secret')).toBeNull();
  });
});

describe('what a letter quotes is folded', () => {
  const mine = 'Tôi gửi thêm ảnh.\n\nCảm ơn.';
  test.each([
    [
      'Gmail, Vietnamese',
      'Vào Th 4, 4 thg 3, 2026 vào lúc 09:00 Điện lực <cskh@thu.example> đã viết:\n\n> Đã nhận\n> hồ sơ',
    ],
    [
      'Gmail, Vietnamese, over two lines',
      'Vào Th 4, 4 thg 3, 2026 vào lúc 09:00 Điện lực Thử\n<cskh@thu.example> đã viết:\n> Đã nhận',
    ],
    ['Gmail, English', 'On Wed, Mar 4, 2026 at 9:00 AM Power <cskh@thu.example> wrote:\n> Received'],
    [
      'Outlook, Vietnamese',
      'Từ: Điện lực <cskh@thu.example>\nĐã gửi: 04 Tháng Ba 2026 9:00\nĐến: Đào <dao@example.com>\nChủ đề: Đã nhận\n\nĐã nhận hồ sơ',
    ],
    [
      'Outlook, English',
      '________________________________\nFrom: Power <cskh@thu.example>\nSent: Wednesday\nTo: Dao\nSubject: Received\n\nReceived',
    ],
    ['original message', '-----Original Message-----\nFrom: a\n\nReceived'],
    ['Zalo and phones', '--- Thư gốc ---\nĐã nhận'],
    ['only signs at the end', '> Đã nhận\n> hồ sơ'],
  ])('%s', (_, quoted) => expect(foldQuotes(`${mine}\n\n${quoted}`)).toEqual({ visible: mine, quoted }));

  test.each([
    ['nothing quoted', mine],
    ['an answer below each line', '> Bao giờ có điện?\nMai.\n> Ai tới?\nTổ 3.'],
    ['an answer below an introduction', 'Vào Th 4 Điện lực đã viết:\n> Anh ở đâu?\n\nTôi ở ấp 3.'],
    ['only quoted', 'On Wed, Power wrote:\n> Received'],
    ['a word that looks like it', 'Vào nhà thì mất điện.\nTừ sáng: không có điện.'],
  ])('%s: all of it shows', (_, text) => expect(foldQuotes(text)).toEqual({ visible: text, quoted: '' }));
});

describe('names in a text', () => {
  test('telephones', () => {
    expect(phonesIn('gọi 0912 345 678 hoặc +84 28.3822.1234, mã PB05080012345, hồ sơ 1234-5678-901')).toEqual(
      ['0912 345 678', '+84 28.3822.1234'],
    );
  });
  test('the customer code, by its pattern', () => {
    expect(customerCodeIn('Mã KH: pb05080012345.', '^(PB[0-9]{11})$')).toBe('PB05080012345');
    expect(customerCodeIn('PB0508001234', '^(PB[0-9]{11})$')).toBeNull();
  });
  test('an address only where it is called one', () => {
    expect(addressIn('Tôi tên Đào\nĐịa chỉ nhà: Số 12, ấp 3\nCảm ơn')).toBe('Số 12, ấp 3');
    expect(addressIn('Đ/c: ấp Long Thới')).toBe('ấp Long Thới');
    expect(addressIn('Nhà tôi ở ấp 3')).toBeNull();
  });
  test('the language', () => {
    expect(languageOf('Nhà tôi mất điện')).toBe('vi');
    expect(languageOf('nha toi mat dien tu sang')).toBe('vi');
    expect(languageOf('Dear sir, we have no power since this morning, please help')).toBe('en');
  });
});

const foldedAnew =
  'Subject:\r\n x y\r\nMessage-ID:\r\n\t<1@b.c>\r\nDate: Wed,  4 Mar 2026 09:00:00 +0700\r\nFrom: a@b.c';

describe('the same letter twice', () => {
  const head =
    'From: a@b.c\r\nDate: Wed, 4 Mar 2026 09:00:00 +0700\r\nMessage-ID: <1@b.c>\r\nSubject: x\r\n\ty';
  const one = { head, bodyDigest: 'd', sender: 'a@b.c', day: '2026-03-04' };
  const same = (change: object) => mailKey({ ...one, ...change }) === mailKey(one);
  test.each([
    ['by another way', `Received: from x\r\n by y\r\n${head}`],
    ['out of the mailbox it was also sent to', `Envelope-To: cskh@x\r\nDelivery-Date: today\r\n${head}`],
    ['with lines written anew', `${head}\r\nMIME-Version: 1.0\r\nTo: undisclosed-recipients:;`],
    ['folded in another place, its lines in another order', foldedAnew],
    ['with its names in capitals', head.replace('Message-ID', 'MESSAGE-ID').replace('From:', 'FROM :')],
  ])('is known %s, and on another day', (_, again) =>
    expect(same({ head: again, day: '2026-03-09', sender: 'imap' })).toBe(true),
  );

  test('other content is another letter', () => {
    expect(same({ bodyDigest: 'e' })).toBe(false);
    expect(same({ head: head.replace('<1@', '<2@') })).toBe(false);
    expect(same({ head: head.replace('x\r\n\ty', 'z') })).toBe(false);
    expect(same({ head: head.replace('a@b.c', 'z@b.c') })).toBe(false);
    expect(same({ head: head.replace('09:00', '10:00') })).toBe(false);
  });

  test('what stands in one line is not taken for another', () => {
    const swapped = (from: string, subject: string) =>
      `Message-ID: <1@b.c>\r\nFrom: ${from}\r\nSubject: ${subject}`;
    expect(mailKey({ ...one, head: swapped('a', 'b') })).not.toBe(
      mailKey({ ...one, head: swapped('b', 'a') }),
    );
  });

  test('without a name it is known for a day, from one sender', () => {
    const unnamed = { ...one, head: 'Subject: mat dien tram 5' };
    const relayed = 'Received: x\r\nEnvelope-To: y\r\nDelivery-Date: z\r\nSubject: mat dien tram 5';
    expect(mailKey(unnamed)).toBe(mailKey({ ...unnamed, head: relayed }));
    expect(mailKey(unnamed)).not.toBe(mailKey({ ...unnamed, day: '2026-03-05' }));
    expect(mailKey(unnamed)).not.toBe(mailKey({ ...unnamed, sender: 'b@b.c' }));
    expect(mailKey(unnamed)).not.toBe(mailKey({ ...unnamed, head: `${unnamed.head}\r\nTo: x@y.z` }));
  });
});
