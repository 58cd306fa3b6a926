import type { Text, Texts } from '#platform/text.ts';
import type { EventType } from '../event-types.ts';

export const texts = {
  title: { vi: 'Báo tin cho hệ thống khác', en: 'Webhooks' },
  intro: {
    vi: 'Mỗi khi hồ sơ của đơn vị thay đổi, hệ thống gửi một tin ngắn đến các địa chỉ dưới đây. Tin chỉ có mã hồ sơ và trạng thái, không có tên hay số điện thoại của khách.',
    en: 'Whenever a case of the unit changes, a short message goes to the addresses below. It holds the code and the state of the case, and no name or telephone number of the customer.',
  },
  none: {
    vi: 'Chưa có địa chỉ nào. Thêm địa chỉ đầu tiên ở dưới.',
    en: 'No address yet. Add the first one below.',
  },
  address: { vi: 'Địa chỉ nhận tin', en: 'Address' },
  address_hint: {
    vi: 'Ví dụ https://he-thong.example.vn/nhan-tin',
    en: 'For example https://system.example.vn/hooks',
  },
  description: { vi: 'Ghi chú', en: 'Note' },
  description_hint: { vi: 'Hệ thống nào, ai lo', en: 'Which system, and who looks after it' },
  types: { vi: 'Báo những việc nào', en: 'What to be told of' },
  types_hint: { vi: 'Không chọn việc nào là báo tất cả.', en: 'Choose none to be told of everything.' },
  all_types: { vi: 'Mọi việc', en: 'Everything' },
  add: { vi: 'Thêm địa chỉ', en: 'Add an address' },
  state: { vi: 'Tình trạng', en: 'State' },
  last: { vi: 'Tin gần nhất', en: 'Last message' },
  never: { vi: 'Chưa gửi tin nào', en: 'Nothing sent yet' },
  failures: { vi: 'Tin hỏng', en: 'Failed' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  on: { vi: 'Đang bật', en: 'On' },
  off: { vi: 'Đang tắt', en: 'Off' },
  test: { vi: 'Gửi thử', en: 'Send a test' },
  switch_off: { vi: 'Tắt', en: 'Disable' },
  switch_on: { vi: 'Bật lại', en: 'Enable' },
  remove: { vi: 'Xóa', en: 'Delete' },
  remove_hint: {
    vi: 'Từ lúc xóa, không tin nào được gửi đến địa chỉ này nữa. Nếu chỉ muốn tạm ngưng, chọn Tắt.',
    en: 'From then on nothing goes to this address. To pause only, disable it.',
  },
  remove_do: { vi: 'Xóa địa chỉ này', en: 'Delete this address' },
  rotate: { vi: 'Đổi khóa bí mật', en: 'Change the secret' },
  rotating: { vi: 'Khóa cũ còn ký kèm đến {until}.', en: 'The old secret signs too until {until}.' },
  secret_title: { vi: 'Khóa bí mật, chỉ hiện lần này', en: 'The secret, shown only now' },
  secret_hint: {
    vi: 'Chép khóa này sang hệ thống nhận tin để kiểm tra chữ ký, rồi cất kỹ. Mất khóa thì đổi khóa mới.',
    en: 'Copy it into the receiving system, which checks the signature with it, and keep it safe. If it is lost, change it.',
  },
  to_log: { vi: 'Xem nhật ký gửi', en: 'See the log' },
  back: { vi: 'Về danh sách địa chỉ', en: 'Back to the addresses' },
  log: { vi: 'Nhật ký gửi', en: 'Delivery log' },
  log_empty: { vi: 'Không có tin nào.', en: 'There are no messages.' },
  only_failed: { vi: 'Chỉ xem tin hỏng', en: 'Only what failed' },
  show_all: { vi: 'Xem tất cả', en: 'Show all' },
  older: { vi: 'Cũ hơn', en: 'Older' },
  newest: { vi: 'Mới nhất', en: 'Newest' },
  message: { vi: 'Tin', en: 'Message' },
  tries: { vi: 'Các lần gửi', en: 'Tries' },
  no_try: { vi: 'Chưa gửi lần nào', en: 'Not tried yet' },
  next_try: { vi: 'Gửi lại lúc {at}', en: 'Next try at {at}' },
  send_again: { vi: 'Gửi lại', en: 'Send again' },
  body: { vi: 'Nội dung tin', en: 'What was sent' },
  answered: { vi: 'trả lời {status} sau {ms} ms', en: 'answered {status} after {ms} ms' },
  not_answered: { vi: 'không gửi được ({error}) sau {ms} ms', en: 'failed ({error}) after {ms} ms' },
  done_test: {
    vi: 'Đã xếp hàng một tin thử. Tải lại trang để xem kết quả.',
    en: 'A test is on its way. Reload to see how it went.',
  },
  done_again: {
    vi: 'Đã xếp hàng gửi lại. Tải lại trang để xem kết quả.',
    en: 'It is on its way again. Reload to see how it went.',
  },
  done_on: { vi: 'Đã bật lại địa chỉ.', en: 'The address is enabled.' },
  done_off: { vi: 'Đã tắt địa chỉ.', en: 'The address is disabled.' },
  done_removed: { vi: 'Đã xóa địa chỉ.', en: 'The address is deleted.' },
} satisfies Texts;

export const stateNames: Record<string, Text> = {
  waiting: { vi: 'Đang chờ gửi', en: 'Waiting' },
  delivered: { vi: 'Đã nhận', en: 'Delivered' },
  failed: { vi: 'Hỏng', en: 'Failed' },
};

export const whyOff: Record<string, Text> = {
  by_hand: { vi: 'do người quản trị tắt', en: 'switched off by hand' },
  gone: { vi: 'bên nhận báo không nhận nữa (410)', en: 'the receiver wants no more (410)' },
  failing: {
    vi: 'gửi nhiều lần trong ba ngày mà không được lần nào',
    en: 'tried for three days without reaching it',
  },
  key_ended: { vi: 'khóa API đã hết hạn hoặc bị thu hồi', en: 'its API key was revoked or has expired' },
};

export const typeNames: Record<EventType | 'webhook.test', Text> = {
  'case.opened': { vi: 'Mở hồ sơ', en: 'Opened' },
  'case.accepted': { vi: 'Tiếp nhận', en: 'Accepted' },
  'case.declined': { vi: 'Từ chối', en: 'Declined' },
  'case.assigned': { vi: 'Giao người làm', en: 'Assigned' },
  'case.transferred': { vi: 'Chuyển đơn vị', en: 'Transferred' },
  'case.supplement_asked': { vi: 'Đề nghị bổ sung', en: 'Supplement asked' },
  'case.supplement_received': { vi: 'Nhận bổ sung', en: 'Supplement received' },
  'case.visit_recorded': { vi: 'Ghi lần đến', en: 'Visit recorded' },
  'case.step_completed': { vi: 'Xong một bước', en: 'Step completed' },
  'case.finished': { vi: 'Xong việc', en: 'Finished' },
  'case.answered': { vi: 'Trả lời khách', en: 'Answered' },
  'case.closed': { vi: 'Đóng hồ sơ', en: 'Closed' },
  'case.reopened': { vi: 'Mở lại', en: 'Reopened' },
  'case.withdrawn': { vi: 'Khách rút', en: 'Withdrawn' },
  'case.document_added': { vi: 'Thêm giấy tờ', en: 'Document added' },
  'case.message_received': { vi: 'Khách nhắn', en: 'Message received' },
  'case.reappointed': { vi: 'Hẹn lại ngày trả', en: 'New date given' },
  'case.rated': { vi: 'Khách đánh giá', en: 'Rated' },
  'case.overdue': { vi: 'Quá hạn', en: 'Overdue' },
  'webhook.test': { vi: 'Gửi thử', en: 'Test' },
};
