import { describe, expect, it } from 'vitest';
import { composeLetter, composeSms } from './compose.ts';
import { kinds } from './kinds.ts';

const facts = {
  code: '1234-5678-901',
  name: 'Nguyễn Thị Đào',
  service: 'Cấp điện mới',
  result: 'Có điện',
  unit: 'Điện lực U1',
  utility: 'Tổng công ty Thử',
  hotline: '1900 0000',
  waiting: 'Đang khảo sát.',
  due: '17:00 thứ Tư, ngày 11/03/2026',
  what: 'Ảnh giấy tờ nhà',
  until: '10/03/2026',
  reason: 'Chưa có đường dây',
  answer: 'Mai đội thi công đến.',
  link: 'https://motcua.example/theo-doi?ma=12345678901&x=1',
  otp: '012345',
  paper: 'Thỏa thuận đấu nối 2/TTĐN-12345678901',
  minutes: '10',
  body: 'Sở Xây dựng',
  step: 'Thỏa thuận vị trí trạm',
  applicant: 'Nguyễn Thị Đào',
  task_link: 'https://motcua.example/co-quan/viec/abc',
};

describe.each(kinds)('%s', (kind) => {
  it.each(['vi', 'en'] as const)('reads whole in %s, as letter and as message', (language) => {
    const letter = composeLetter(kind, facts, language);
    const sms = composeSms(kind, facts, language);
    for (const words of [letter.subject, letter.text, letter.html, sms]) {
      expect(words).not.toMatch(/[{}]|undefined/);
      expect(words).not.toBe('');
    }
    expect(letter.text).toContain('Nguyễn Thị Đào');
    if (kind !== 'one_time_code') expect(letter.subject).toContain('1234-5678-901');
    expect(sms.length).toBeLessThan(220);
  });
});

it('leaves out a line that lacks its fact', () => {
  const { due: _, ...withoutDue } = facts;
  expect(composeLetter('acknowledgement', facts, 'vi').text).toContain('Hẹn làm xong trước 17:00 thứ Tư');
  expect(composeLetter('acknowledgement', withoutDue, 'vi').text).not.toContain('Hẹn');
  expect(composeSms('acknowledgement', withoutDue, 'vi')).toMatch(/^Đã nhận hồ sơ 1234-5678-901: .*https:/);
});

it('a name cannot add a header, a line or a tag', () => {
  const evil = { ...facts, name: 'A\r\nBcc: x@evil.example\r\n\r\n<script>alert(1)</script>{otp}' };
  const letter = composeLetter('answer', { ...evil, service: 'B\nSubject: x', unit: 'C\r\nX: y' }, 'vi');
  expect(letter.subject).not.toMatch(/[\r\n]/);
  expect(letter.text.split('\n')[0]).toBe('Kính chào A Bcc: x@evil.example <script>alert(1)</script>{otp},');
  expect(letter.html).not.toContain('<script>');
  expect(letter.html).toContain('&lt;script&gt;');
});

it('the link in the page is a link, whole and escaped', () => {
  expect(composeLetter('finished', facts, 'en').html).toContain(
    '<a href="https://motcua.example/theo-doi?ma=12345678901&amp;x=1">',
  );
});
