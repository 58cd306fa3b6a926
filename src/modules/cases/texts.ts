import type { Text } from '#platform/text.ts';
import type { Act, State } from './rules/transitions.ts';

export const stateNames: Record<State, Text> = {
  opened: { vi: 'Mới gửi, chờ tiếp nhận', en: 'New, awaiting acceptance' },
  transferred: { vi: 'Đã chuyển đơn vị, chờ tiếp nhận', en: 'Transferred, awaiting acceptance' },
  accepted: { vi: 'Đang giải quyết', en: 'In progress' },
  waiting: { vi: 'Chờ khách hàng bổ sung', en: 'Waiting for the customer' },
  reopened: { vi: 'Mở lại, đang giải quyết', en: 'Reopened, in progress' },
  finished: { vi: 'Đã làm xong', en: 'Work finished' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
  declined: { vi: 'Không tiếp nhận', en: 'Declined' },
  withdrawn: { vi: 'Khách hàng đã rút', en: 'Withdrawn' },
};

export const actNames: Record<Act | 'open', Text> = {
  open: { vi: 'Gửi yêu cầu', en: 'Request sent' },
  accept: { vi: 'Tiếp nhận', en: 'Accept' },
  decline: { vi: 'Từ chối tiếp nhận', en: 'Decline' },
  assign: { vi: 'Giao việc', en: 'Assign' },
  transfer: { vi: 'Chuyển đơn vị', en: 'Transfer' },
  ask_supplement: { vi: 'Yêu cầu bổ sung', en: 'Ask for a supplement' },
  receive_supplement: { vi: 'Nhận bổ sung', en: 'Receive the supplement' },
  record_visit: { vi: 'Ghi lần khách đến', en: 'Record a visit' },
  complete_step: { vi: 'Hoàn thành bước', en: 'Complete the step' },
  complete_last_step: { vi: 'Hoàn thành bước cuối', en: 'Complete the last step' },
  answer: { vi: 'Trả lời khách hàng', en: 'Answer the customer' },
  close: { vi: 'Kết thúc hồ sơ', en: 'Close' },
  reopen: { vi: 'Mở lại hồ sơ', en: 'Reopen' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  comment: { vi: 'Ghi chú nội bộ', en: 'Internal comment' },
  attach: { vi: 'Đính kèm', en: 'Attach' },
  message: { vi: 'Khách hàng nhắn', en: 'Message from the customer' },
  rate: { vi: 'Đánh giá', en: 'Rate' },
  make_paper: { vi: 'Lập văn bản', en: 'Paper made' },
  sign_paper: { vi: 'Ký văn bản', en: 'Paper signed' },
  pause_clock: { vi: 'Tạm dừng vì bất khả kháng', en: 'Pause for force majeure' },
  resume_clock: { vi: 'Cho thời hạn chạy tiếp', en: 'Let the clock go on' },
  reclassify: { vi: 'Phân loại lại', en: 'Re-classify' },
  follow_portal: { vi: 'Theo cổng dịch vụ công', en: 'Follow the public-service portal' },
  reappoint: { vi: 'Xin lỗi và hẹn lại ngày trả', en: 'Apologise and give a new date' },
};
