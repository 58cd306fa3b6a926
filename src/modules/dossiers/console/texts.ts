import type { Text, Texts } from '#platform/text.ts';
import type { Health } from '../rules/connected.ts';

export const texts = {
  receipt_pdf: {
    vi: 'Tải giấy tiếp nhận và hẹn trả (PDF)',
    en: 'Download the receipt with the appointment (PDF)',
  },
  dossier: { vi: 'Hồ sơ một cửa', en: 'One-stop dossier' },
  dossier_code: { vi: 'Mã hồ sơ một cửa', en: 'Dossier code' },
  uncertain_id: { vi: 'mã cơ quan chưa được xác nhận', en: 'the agency’s id is not confirmed' },
  case_code: { vi: 'Mã hồ sơ ngành điện', en: 'Case code' },
  status: { vi: 'Trạng thái', en: 'Status' },
  appointment: { vi: 'Hẹn trả kết quả', en: 'Result promised by' },
  reappointment: { vi: 'Đã hẹn lại', en: 'New date given' },
  no_appointment: { vi: 'Chưa hẹn', en: 'None' },
  on_time: { vi: 'Đúng hạn (Quyết định 766/QĐ-TTg)', en: 'On time (Decision 766/QĐ-TTg)' },
  on_time_yes: { vi: 'Đúng hạn', en: 'Yes' },
  on_time_no: { vi: 'Trễ hạn', en: 'Late' },
  on_time_unknown: { vi: 'Chưa xác định', en: 'Not measured' },
  centre: { vi: 'Nơi tiếp nhận', en: 'Received at' },
  portal: { vi: 'Cổng dịch vụ công', en: 'Public-service portal' },
  no_portal: { vi: 'Chưa kết nối', en: 'Not connected' },
  papers: { vi: 'Giấy tờ của hồ sơ (PDF)', en: 'Papers of the dossier (PDF)' },
  to_case: { vi: 'Về hồ sơ', en: 'Back to the case' },
  open_dossier: { vi: 'Giấy tờ và trạng thái một cửa', en: 'Papers and one-stop status' },
  reappoint: { vi: 'Xin lỗi và hẹn lại ngày trả', en: 'Apologise and give a new date' },
  reappoint_hint: {
    vi: 'Chỉ được hẹn lại một lần. Khách nhận phiếu xin lỗi ghi lý do và ngày mới.',
    en: 'Only once. The customer gets a slip with the reason and the new date.',
  },
  new_day: { vi: 'Ngày hẹn mới', en: 'New date' },
  reason: { vi: 'Lý do chậm', en: 'Why it is late' },
  hand_over: { vi: 'Đã trả kết quả cho khách', en: 'The result was handed over' },
  hand_over_hint: {
    vi: 'Ghi nhận khách đã nhận kết quả; hồ sơ kết thúc và cổng được báo.',
    en: 'Notes that the customer has the result; the case closes and the portal is told.',
  },
  note: { vi: 'Ghi chú', en: 'Note' },
  done_reappoint: {
    vi: 'Đã ghi ngày hẹn mới. Phiếu xin lỗi đã sẵn sàng để in.',
    en: 'The new date is noted. The apology is ready to print.',
  },
  done_hand_over: { vi: 'Đã ghi nhận trả kết quả.', en: 'The handing over is noted.' },
  told: { vi: 'Đã báo cổng', en: 'Told to the portal' },
  register: { vi: 'Sổ theo dõi hồ sơ', en: 'Register of dossiers' },
  register_intro: {
    vi: 'Mọi hồ sơ một trung tâm đã nhận trong một khoảng ngày, để in và ký.',
    en: 'All dossiers that a centre received in a period, to print and sign.',
  },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  choose_centre: { vi: 'Chọn trung tâm', en: 'Choose a centre' },
  show: { vi: 'Xem', en: 'Show' },
  as_pdf: { vi: 'Tải sổ (PDF)', en: 'Download (PDF)' },
  received: { vi: 'Ngày nhận', en: 'Received' },
  customer: { vi: 'Người nộp', en: 'Customer' },
  no_dossiers: { vi: 'Không có hồ sơ nào trong khoảng này.', en: 'No dossiers in this period.' },
  connections: { vi: 'Liên thông với cổng dịch vụ công', en: 'Connections to public-service portals' },
  connected_of: {
    vi: '{connected} trên {all} công ty đang kết nối',
    en: '{connected} of {all} companies are connected',
  },
  connected_rule: {
    vi: 'Được tính là kết nối khi trong {hours} giờ qua có tin được nhận ở cả hai chiều, không có tin nào đã thôi gửi, và không có tin nào chờ hay bị giữ lâu hơn thế.',
    en: 'A company counts as connected while a message was taken each way in the last {hours} hours, none was given up, and none waits or is held for longer.',
  },
  limit_uncertain: {
    vi: 'Mức này do hệ thống đặt tạm, chưa có quy định.',
    en: 'This limit is ours for now; no rule sets it.',
  },
  company: { vi: 'Công ty', en: 'Company' },
  health: { vi: 'Tình trạng', en: 'State' },
  last_out: { vi: 'Ta gửi, cổng nhận', en: 'Last taken by them' },
  last_in: { vi: 'Cổng gửi, ta nhận', en: 'Last taken by us' },
  backlog: { vi: 'Đang chờ gửi', en: 'Waiting to go' },
  held: { vi: 'Tin đến đang giữ', en: 'Held of theirs' },
  since: { vi: 'từ {at}', en: 'since {at}' },
  errors: { vi: 'Lỗi 24 giờ', en: 'Errors in 24 h' },
  conflicts: { vi: 'Chỗ lệch', en: 'Differences' },
  never: { vi: 'Chưa có', en: 'Never' },
  add: { vi: 'Thêm kết nối', en: 'Add a connection' },
  code: { vi: 'Mã của cổng', en: 'Code of the portal' },
  code_hint: {
    vi: 'Ví dụ cong-tien-giang; cổng gửi tin về /api/portals/<mã>/messages',
    en: 'Such as cong-tien-giang; it sends to /api/portals/<code>/messages',
  },
  name: { vi: 'Tên', en: 'Name' },
  serves: { vi: 'Phục vụ', en: 'Serves' },
  choose: { vi: 'Chọn', en: 'Choose' },
  address: { vi: 'Địa chỉ nhận tin của cổng', en: 'Where the portal takes messages' },
  secrets: {
    vi: 'Khóa bí mật của kết nối, chỉ hiện lần này',
    en: 'The secrets of the connection, shown only now',
  },
  secret_out: {
    vi: 'Ta ký tin gửi đi bằng khóa này (cổng dùng để kiểm tra)',
    en: 'We sign with this one (the portal checks with it)',
  },
  secret_in: { vi: 'Cổng ký tin gửi đến bằng khóa này', en: 'The portal signs with this one' },
  secret_hint: {
    vi: 'Chép cả hai khóa sang cổng rồi cất kỹ. Mất khóa thì đổi khóa mới.',
    en: 'Copy both to the portal and keep them safe. If lost, change them.',
  },
  rotate: { vi: 'Đổi khóa', en: 'Change the secrets' },
  switch_off: { vi: 'Tắt', en: 'Switch off' },
  switch_on: { vi: 'Bật lại', en: 'Switch on' },
  back: { vi: 'Về các kết nối', en: 'Back to the connections' },
  outgoing: { vi: 'Tin gửi đi', en: 'Sent' },
  incoming: { vi: 'Tin gửi đến', en: 'Received' },
  all: { vi: 'Tất cả', en: 'All' },
  only_open: { vi: 'Đang chờ', en: 'Waiting' },
  only_failed: { vi: 'Hỏng', en: 'Failed' },
  only_held: { vi: 'Chờ tin trước', en: 'Held' },
  only_refused: { vi: 'Bị từ chối', en: 'Refused' },
  line: { vi: 'Hồ sơ, số thứ tự', en: 'Dossier, number' },
  kind: { vi: 'Loại tin', en: 'Kind' },
  state: { vi: 'Tình trạng', en: 'State' },
  at: { vi: 'Lúc', en: 'At' },
  tries: { vi: 'Các lần gửi', en: 'Tries' },
  answered: { vi: '{at}: trả lời {status}', en: '{at}: answered {status}' },
  not_answered: { vi: '{at}: không gửi được ({error})', en: '{at}: failed ({error})' },
  next_try: { vi: 'gửi lại lúc {at}', en: 'next try at {at}' },
  repeated: { vi: 'lặp lại {n} lần', en: 'repeated {n} times' },
  send_again: { vi: 'Gửi lại', en: 'Send again' },
  none: { vi: 'Không có tin nào.', en: 'No messages.' },
  conflicts_intro: {
    vi: 'Cổng dịch vụ công và ta ghi khác nhau. Anh/chị quyết định một lần cho mỗi chỗ.',
    en: 'The portal and we say different things. Decide once for each.',
  },
  no_conflicts: { vi: 'Không có chỗ lệch nào.', en: 'There are no differences.' },
  keep_ours: { vi: 'Giữ trạng thái của ta, báo lại cổng', en: 'Keep ours and tell the portal again' },
  take_theirs: { vi: 'Theo cổng', en: 'Follow the portal' },
  take_theirs_not: { vi: 'Không có việc nào đưa hồ sơ của ta đến đó.', en: 'No act brings our case there.' },
  settled: { vi: '{who} đã quyết định {how} lúc {at}.', en: '{who} decided {how} at {at}.' },
  how_ours: { vi: 'giữ của ta', en: 'to keep ours' },
  how_theirs: { vi: 'theo cổng', en: 'to follow the portal' },
  done_settled: { vi: 'Đã ghi quyết định.', en: 'The decision is noted.' },
  done_again: { vi: 'Đã xếp hàng gửi lại.', en: 'It is on its way again.' },
  done_switched: { vi: 'Đã đổi.', en: 'Changed.' },
} satisfies Texts;

/** Three words, not two: what was not measured is neither. */
export const onTimeWords = (onTime: boolean | null): Text =>
  onTime === null ? texts.on_time_unknown : onTime ? texts.on_time_yes : texts.on_time_no;

export const healthNames: Record<Health, Text> = {
  connected: { vi: 'Đang kết nối', en: 'Connected' },
  no_portal: { vi: 'Chưa có kết nối', en: 'No connection' },
  switched_off: { vi: 'Đã tắt', en: 'Switched off' },
  dead_messages: { vi: 'Có tin đã thôi gửi', en: 'Messages were given up' },
  never_both_ways: { vi: 'Chưa đủ hai chiều', en: 'Not both ways yet' },
  stuck_out: { vi: 'Có tin chờ gửi quá lâu', en: 'Messages wait too long' },
  stuck_in: { vi: 'Có tin đến giữ quá lâu', en: 'What they sent is held too long' },
  silent_out: { vi: 'Cổng không nhận tin', en: 'They take nothing' },
  silent_in: { vi: 'Cổng im lặng', en: 'They say nothing' },
};

export const messageStates: Record<string, Text> = {
  waiting: { vi: 'Đang chờ gửi', en: 'Waiting' },
  delivered: { vi: 'Cổng đã nhận', en: 'Taken' },
  refused: { vi: 'Cổng không chịu', en: 'Refused by them' },
  dead: { vi: 'Đã thôi gửi', en: 'Given up' },
  held: { vi: 'Chờ tin trước', en: 'Held' },
  done: { vi: 'Đã làm theo', en: 'Carried out' },
  conflict: { vi: 'Lệch, chờ người', en: 'Differs' },
};

export const kindNames: Record<string, Text> = {
  dossier: { vi: 'Hồ sơ mới', en: 'New dossier' },
  status: { vi: 'Trạng thái', en: 'Status' },
  progress: { vi: 'Tiến trình', en: 'Progress' },
  result: { vi: 'Kết quả', en: 'Result' },
  refusal: { vi: 'Từ chối tin đã nhận', en: 'Refusal of a message' },
  heartbeat: { vi: 'Nhịp tim', en: 'Heartbeat' },
  NhipTim: { vi: 'Nhịp tim', en: 'Heartbeat' },
  NopHoSo: { vi: 'Nộp hồ sơ', en: 'Filing' },
  BoSung: { vi: 'Bổ sung', en: 'Supplement' },
  RutHoSo: { vi: 'Rút hồ sơ', en: 'Withdrawal' },
  TraKetQua: { vi: 'Trả kết quả', en: 'Result handed over' },
  CapNhatTrangThai: { vi: 'Trạng thái', en: 'Status' },
};

/** Why portal and we differ, with both statuses by name. */
export const whyNames: Record<string, Text> = {
  cannot_follow: {
    vi: 'Cổng báo “{theirs}”, nhưng hồ sơ của ta là “{ours}”: từ đó không thể sang trạng thái ấy.',
    en: 'The portal says “{theirs}”, but ours is “{ours}”: one cannot follow the other.',
  },
  not_theirs: {
    vi: 'Cổng báo “{theirs}”, nhưng việc đó do ngành điện làm và chưa được ghi; hồ sơ của ta là “{ours}”.',
    en: 'The portal says “{theirs}”, which is the utility’s to say and was not noted; ours is “{ours}”.',
  },
  refused_ours: {
    vi: 'Ta báo “{ours}”, cổng không chịu: cổng đang ghi “{theirs}”.',
    en: 'We said “{ours}” and the portal refused: it has “{theirs}”.',
  },
  refused_later: {
    vi: 'Ta đã nhận một tin của cổng, nhưng đến lượt thì không làm theo được. Cổng đã được báo để gửi lại tin đúng; hồ sơ của ta là “{ours}”.',
    en: 'We took a message of the portal and could not carry it out when its turn came. The portal was told, to send a right one; ours is “{ours}”.',
  },
  supplement_unasked: {
    vi: 'Cổng gửi giấy tờ bổ sung, nhưng hồ sơ (“{ours}”) không chờ bổ sung. Tin và tệp vẫn được giữ.',
    en: 'The portal sent a supplement, but the case (“{ours}”) waits for none. Message and files are kept.',
  },
  cannot_withdraw: {
    vi: 'Khách rút hồ sơ tại cổng, nhưng hồ sơ của ta đã là “{ours}”.',
    en: 'The customer withdrew it at the portal, but ours is “{ours}” already.',
  },
  nothing_to_hand_over: {
    vi: 'Cổng báo đã trả kết quả, nhưng hồ sơ của ta là “{ours}”: chưa có kết quả để trả.',
    en: 'The portal says the result was handed over, but ours is “{ours}”: there is none yet.',
  },
};
