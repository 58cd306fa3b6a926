import type { Texts } from '#platform/text.ts';

/** What stands in a case because it came by letter; read by staff, and by the customer on the tracking page. */
export const mailTexts = {
  nothing_said: { vi: '(Thư không có nội dung.)', en: '(The letter says nothing.)' },
  papers_only: { vi: 'Gửi kèm giấy tờ.', en: 'Papers are attached.' },
  quoted_apart: {
    vi: '(Phần trích dẫn trong thư gửi bổ sung.)',
    en: '(What the letter with the supplement quotes.)',
  },
  unknown_sender: { vi: 'Không rõ người gửi', en: 'Unknown sender' },
  address_unknown: { vi: 'Chưa rõ', en: 'Not known yet' },
  unreadable: {
    vi: 'Thư này không đọc được bằng máy, cần người xem. Thư gốc đính kèm: {name}',
    en: 'This letter could not be read by the program and needs a person. The original is attached: {name}',
  },
  cut: { vi: '(Còn nữa, xem trong thư gốc.)', en: '(There is more in the original letter.)' },
  left_in_letter: {
    vi: 'Tệp còn trong thư gốc, không tách ra: {names}',
    en: 'Files left in the original letter: {names}',
  },
  names_case: {
    vi: 'Thư nhắc đến hồ sơ {codes}, nhưng không gửi từ địa chỉ của khách hàng hồ sơ đó.',
    en: 'The letter names case {codes}, but was not sent from the address of its customer.',
  },
  answers_ended: {
    vi: 'Thư trả lời hồ sơ {codes}, hồ sơ đó không nhận thêm lời nhắn.',
    en: 'The letter answers case {codes}, which takes no more messages.',
  },
  other_address: {
    vi: '(Gửi từ địa chỉ {address}.)',
    en: '(Sent from the address {address}.)',
  },
  subject: {
    vi: '(Vào hồ sơ theo mã hồ sơ ở tiêu đề, người gửi chưa được xác minh.)',
    en: '(Joined by the case code in its subject; the sender has not been verified.)',
  },
  earlier_letter: {
    vi: '(Vào hồ sơ theo thư trước của cùng địa chỉ, người gửi chưa được xác minh.)',
    en: '(Joined by an earlier letter of the same address; the sender has not been verified.)',
  },
  undelivered: {
    vi: 'Thư gửi khách hàng không đến nơi. Máy chủ thư báo: {words}',
    en: 'A letter to the customer did not arrive. The mail server says: {words}',
  },
  reported: {
    vi: 'Báo tự động về một thư gửi khách hàng, chưa khẳng định là thư không đến. Nội dung báo: {words}',
    en: 'An automatic report about a letter to the customer, which does not say that it failed: {words}',
  },
} satisfies Texts;
