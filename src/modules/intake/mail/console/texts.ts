import type { Text, Texts } from '#platform/text.ts';
import type { Silence } from '../rules/silence.ts';

export const texts = {
  title: { vi: 'Hộp thư đến', en: 'Letters received' },
  lead: {
    vi: 'Mọi thư gửi tới {addresses}. Thư nào cũng được giữ nguyên bản trước khi máy chủ trả lời đã nhận.',
    en: 'Every letter sent to {addresses}. Each is kept whole before its sender is told that it arrived.',
  },
  empty: { vi: 'Chưa có thư nào ở đây.', en: 'No letters here.' },
  all: { vi: 'Tất cả', en: 'All' },
  waiting: { vi: 'Đang chờ đọc', en: 'Waiting to be read' },
  listed: { vi: 'Chưa thành hồ sơ', en: 'Became no case' },
  silent: { vi: 'Không báo nhận', en: 'Not acknowledged' },
  from: { vi: 'Người gửi', en: 'From' },
  no_subject: { vi: '(Không có tiêu đề)', en: '(No subject)' },
  case: { vi: 'Hồ sơ', en: 'Case' },
  why_silent: { vi: 'Không gửi thư báo nhận', en: 'No acknowledgement sent' },
  trouble: { vi: 'Trục trặc', en: 'What went wrong' },
  times: { vi: 'Cùng một thư đến {n} lần', en: 'The same letter came {n} times' },
  files: { vi: 'Tệp trong thư', en: 'Files in the letter' },
  of_case: { vi: 'Thư đến của hồ sơ', en: 'Letters of this case' },
  raw: { vi: 'Tải thư gốc', en: 'Download the original' },
  again: { vi: 'Đọc lại ngay', en: 'Read again now' },
  open_it: { vi: 'Mở thành hồ sơ', en: 'Open a case from it' },
  older: { vi: 'Cũ hơn', en: 'Older' },
  newest: { vi: 'Mới nhất', en: 'Newest' },
  done: { vi: 'Thư đang được đọc lại.', en: 'The letter is being read again.' },
} satisfies Texts;

export const stateNames: Record<string, Text> = {
  received: { vi: 'Chờ đọc', en: 'Waiting' },
  opened: { vi: 'Đã mở hồ sơ', en: 'Opened a case' },
  joined: { vi: 'Vào hồ sơ đã có', en: 'Joined a case' },
  listed: { vi: 'Chỉ lưu', en: 'Kept only' },
};

export const silenceWords: Record<Silence, Text> = {
  bounce: { vi: 'Thư báo không gửi được', en: 'A report that a letter did not arrive' },
  automatic: { vi: 'Thư trả lời tự động', en: 'An automatic answer' },
  list: { vi: 'Thư gửi hàng loạt', en: 'A mailing list or bulk letter' },
  own_letter: { vi: 'Thư từ địa chỉ của chính đơn vị', en: 'From an address of our own' },
  no_reply: { vi: 'Địa chỉ không nhận trả lời', en: 'An address that takes no answer' },
  no_sender: { vi: 'Không rõ địa chỉ người gửi', en: 'The sender’s address is not known' },
  too_many: {
    vi: 'Người gửi đã được báo nhận nhiều lần trong một giờ',
    en: 'Acknowledged too often within an hour',
  },
};

export const partWords: Record<string, Text> = {
  paper: { vi: 'giấy tờ của hồ sơ', en: 'a paper of the case' },
  signature: { vi: 'hình nhỏ trong chữ ký', en: 'a small picture of a signature' },
  too_many: { vi: 'quá nhiều tệp, còn trong thư gốc', en: 'too many files, left in the original' },
  left: {
    vi: 'loại tệp không tách ra, còn trong thư gốc',
    en: 'a kind that is not taken out, left in the original',
  },
};
