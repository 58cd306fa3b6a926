import type { Text, Texts } from '#platform/text.ts';
import type { State } from '../rules/transitions.ts';

export const texts = {
  follow_title: { vi: 'Theo dõi hồ sơ', en: 'Follow a case' },
  follow_lead: {
    vi: 'Không cần tài khoản: chỉ cần mã hồ sơ và số điện thoại (hoặc e-mail) đã khai.',
    en: 'No account: only the case code and the phone number (or e-mail) you gave.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Case code' },
  code_hint: {
    vi: '11 chữ số trên giấy biên nhận hoặc tin nhắn, ví dụ 1234-5678-901.',
    en: '11 digits on the receipt or in the message, such as 1234-5678-901.',
  },
  contact: { vi: 'Số điện thoại hoặc e-mail', en: 'Phone number or e-mail' },
  see: { vi: 'Xem hồ sơ', en: 'See the case' },
  errors: { vi: 'Có mục cần sửa', en: 'Something needs mending' },
  mine: { vi: 'Hồ sơ đã xem trên máy này', en: 'Cases seen on this device' },
  now: { vi: 'Hiện nay', en: 'Now' },
  due: { vi: 'Hạn xong: {at}', en: 'Due: {at}' },
  due_paused: { vi: 'Đang tạm dừng tính hạn.', en: 'The clock rests.' },
  due_over: {
    vi: 'Hồ sơ này đã quá hạn. Điện lực thành thật xin lỗi; cấp trên đã được báo.',
    en: 'This case is late. We apologise; our superiors have been told.',
  },
  why_due: { vi: 'Hạn này tính thế nào?', en: 'How is this counted?' },
  steps: { vi: 'Các bước', en: 'The steps' },
  step_done: { vi: 'xong {at}', en: 'done {at}' },
  step_now: { vi: 'đang làm', en: 'running' },
  step_later: { vi: 'chưa tới', en: 'to come' },
  step_skipped: { vi: 'không làm', en: 'not done' },
  waits_unit: { vi: '{unit} đang làm bước này.', en: '{unit} is doing this step.' },
  waits_agency: {
    vi: 'Bước này do cơ quan nhà nước làm; {unit} theo dõi giúp anh/chị.',
    en: 'A State body does this step; {unit} follows it for you.',
  },
  waits_you: {
    vi: 'Bước này do anh/chị làm. Xong thì nhắn cho {unit} ở dưới.',
    en: 'This step is yours. When done, write to {unit} below.',
  },
  waits_accept: { vi: '{unit} sẽ xem và tiếp nhận hồ sơ.', en: '{unit} will look at it and accept it.' },
  supplement_title: { vi: 'Cần anh/chị bổ sung', en: 'We need something from you' },
  supplement_until: {
    vi: 'Gửi giúp trước ngày {day}. Trong lúc chờ, thời hạn tạm dừng.',
    en: 'Please send it before {day}. The clock rests meanwhile.',
  },
  answer: { vi: 'Trả lời', en: 'Your answer' },
  files: { vi: 'Ảnh hoặc tệp PDF', en: 'Pictures or PDF' },
  send_supplement: { vi: 'Gửi bổ sung', en: 'Send' },
  documents: { vi: 'Giấy tờ đã gửi', en: 'Papers' },
  messages: { vi: 'Nhắn tin với điện lực', en: 'Messages' },
  you: { vi: 'Anh/chị', en: 'You' },
  body: { vi: 'Nội dung', en: 'Your message' },
  send: { vi: 'Gửi tin nhắn', en: 'Send the message' },
  rate_title: { vi: 'Anh/chị hài lòng không?', en: 'Are you satisfied?' },
  remark: { vi: 'Góp ý (không bắt buộc)', en: 'Remarks (not required)' },
  rate: { vi: 'Gửi đánh giá', en: 'Send' },
  rated: { vi: 'Anh/chị đã chấm {score}/5. Xin cảm ơn.', en: 'You gave {score} of 5. Thank you.' },
  withdraw_title: { vi: 'Không cần nữa? Rút hồ sơ', en: 'No longer needed? Withdraw' },
  withdraw_reason: { vi: 'Lý do (không bắt buộc)', en: 'Reason (not required)' },
  withdraw: { vi: 'Rút hồ sơ này', en: 'Withdraw this case' },
  receipt: { vi: 'Giấy biên nhận', en: 'Receipt' },
  receipt_title: { vi: 'Đã nhận yêu cầu của anh/chị', en: 'Your request has been received' },
  receipt_lead: { vi: 'Mã hồ sơ của anh/chị là', en: 'Your case code is' },
  receipt_keep: {
    vi: 'Chụp màn hình, in ra hoặc ghi lại mã này để theo dõi.',
    en: 'Keep this code, on a screenshot or on paper.',
  },
  received_at: { vi: 'Nhận lúc', en: 'Received' },
  due_at: { vi: 'Hạn xong', en: 'Due' },
  service: { vi: 'Dịch vụ', en: 'Service' },
  unit: { vi: 'Điện lực phụ trách', en: 'Power unit in charge' },
  asker: { vi: 'Người yêu cầu', en: 'Asked by' },
  papers: { vi: 'Giấy tờ kèm theo', en: 'Papers enclosed' },
  hash: { vi: 'Mã kiểm chứng', en: 'Proof' },
  qr: { vi: 'Quét để kiểm tra biên nhận', en: 'Scan to check this receipt' },
  print: {
    vi: 'Muốn in: dùng lệnh In của trình duyệt. Bản in có đủ mã để kiểm tra.',
    en: 'To print, use your browser’s Print. The paper carries all that is needed to check it.',
  },
  follow_it: { vi: 'Theo dõi hồ sơ này', en: 'Follow this case' },
  check_title: { vi: 'Kiểm tra biên nhận', en: 'Check a receipt' },
  check_lead: {
    vi: 'Ai cũng kiểm tra được một giấy biên nhận có thật hay không.',
    en: 'Anyone can check whether a receipt is genuine.',
  },
  check: { vi: 'Kiểm tra', en: 'Check' },
  genuine: { vi: 'Biên nhận này là thật.', en: 'This receipt is genuine.' },
  not_genuine: {
    vi: 'Không khớp với hồ sơ nào. Kiểm tra lại mã hồ sơ và mã kiểm chứng.',
    en: 'It matches no case. Check the code and the proof again.',
  },
  done_message: { vi: 'Đã gửi tin nhắn.', en: 'Your message was sent.' },
  done_supplement: {
    vi: 'Đã nhận phần bổ sung. Thời hạn được tính tiếp.',
    en: 'Received. The clock goes on.',
  },
  done_body_supplement: {
    vi: 'Đã nhận phần bổ sung và chuyển đến cơ quan. Thời hạn của cơ quan được tính tiếp.',
    en: 'Received and passed on. The clock of the body goes on.',
  },
  done_rate: { vi: 'Cảm ơn anh/chị đã đánh giá.', en: 'Thank you.' },
  done_withdraw: { vi: 'Hồ sơ đã được rút.', en: 'The case is withdrawn.' },
} satisfies Texts;

/** The state of a case as its customer reads it. */
export const stateSentences: Record<State, Text> = {
  opened: {
    vi: 'Đã nhận yêu cầu, chờ điện lực tiếp nhận.',
    en: 'Received; waiting for the power unit to accept.',
  },
  transferred: {
    vi: 'Đã chuyển tới đúng điện lực phụ trách, chờ tiếp nhận.',
    en: 'Sent on to the right power unit; waiting for it to accept.',
  },
  accepted: { vi: 'Điện lực đang làm.', en: 'The power unit is working on it.' },
  waiting: { vi: 'Đang chờ anh/chị bổ sung.', en: 'Waiting for something from you.' },
  reopened: { vi: 'Đã mở lại, điện lực đang làm tiếp.', en: 'Reopened; work goes on.' },
  finished: { vi: 'Đã làm xong, chờ kết thúc hồ sơ.', en: 'The work is done.' },
  closed: { vi: 'Đã xong.', en: 'Done.' },
  declined: { vi: 'Điện lực không nhận làm yêu cầu này.', en: 'The power unit could not take this request.' },
  withdrawn: { vi: 'Anh/chị đã rút hồ sơ này.', en: 'You withdrew this case.' },
};

export const scores: Text[] = [
  { vi: '1: rất không hài lòng', en: '1: very dissatisfied' },
  { vi: '2: không hài lòng', en: '2: dissatisfied' },
  { vi: '3: bình thường', en: '3: neither' },
  { vi: '4: hài lòng', en: '4: satisfied' },
  { vi: '5: rất hài lòng', en: '5: very satisfied' },
];
