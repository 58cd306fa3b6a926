import { defineReasons } from '#platform/refused.ts';

export const phoneReasons = defineReasons({
  calls_not_yours: {
    status: 403,
    vi: 'Khóa này không được báo cuộc gọi. Dùng khóa của kênh điện thoại.',
    en: 'This key may not tell of calls. Use a key of the phone channel.',
  },
  line_of_other_unit: {
    status: 403,
    vi: 'Số máy này của đơn vị khác; khóa này không được báo cuộc gọi của đơn vị đó.',
    en: 'This line belongs to another unit; this key may not tell of its calls.',
  },
  time_ahead: {
    status: 422,
    vi: 'Thời điểm nằm trong tương lai quá 5 phút. Kiểm tra đồng hồ của tổng đài.',
    en: 'The time lies more than 5 minutes in the future. Check the clock of the switchboard.',
  },
  time_behind: {
    status: 422,
    vi: 'Thời điểm đã qua hơn 7 ngày, không nhận nữa.',
    en: 'The time is more than 7 days past and is not taken any more.',
  },
  phone_not_for_role: {
    status: 403,
    vi: 'Trang này dành cho điện thoại viên và giao dịch viên.',
    en: 'This page is for call-centre agents and clerks.',
  },
  call_not_found: {
    status: 404,
    vi: 'Không có cuộc gọi này, hoặc cuộc gọi thuộc đơn vị khác.',
    en: 'There is no such call, or it belongs to another unit.',
  },
  extension_shape: {
    status: 422,
    vi: 'Số máy nhánh gồm 1 đến 20 chữ số hoặc chữ cái, như trên điện thoại bàn. Ví dụ: 101.',
    en: 'An extension is 1 to 20 digits or letters, as on the desk telephone. Example: 101.',
  },
  extension_taken: {
    status: 409,
    vi: '{name} đang nhận cuộc gọi ở máy {extension}. Nếu anh/chị ngồi thay, bấm "Vẫn nhận máy này".',
    en: '{name} takes calls at extension {extension}. If you sit there now, press "Take it over".',
  },
  outcome_recorded: {
    status: 409,
    vi: 'Cuộc gọi này đã có kết quả rồi.',
    en: 'What this call came to has been recorded already.',
  },
  form_incomplete: {
    status: 422,
    vi: 'Còn mục chưa đúng. Những gì đã nhập vẫn còn nguyên.',
    en: 'Something is not right yet. What you typed is kept.',
  },
  said_needed: {
    status: 422,
    vi: 'Ghi vắn tắt khách hàng nói gì.',
    en: 'Write in short what the customer said.',
  },
  said_too_long: { status: 422, vi: 'Tối đa {most} ký tự.', en: 'At most {most} characters.' },
  service_needed: { status: 422, vi: 'Chọn dịch vụ.', en: 'Choose the service.' },
  unit_needed: { status: 422, vi: 'Chọn điện lực phụ trách.', en: 'Choose the unit.' },
  unit_unknown: {
    status: 422,
    vi: 'Không có điện lực nào tên như vậy. Chọn trong danh sách gợi ý.',
    en: 'No unit has this name. Choose from the list.',
  },
  unit_ambiguous: {
    status: 422,
    vi: 'Nhiều điện lực khớp: {units}. Gõ thêm cho rõ.',
    en: 'Several units fit: {units}. Type more of the name.',
  },
  case_choice: { status: 422, vi: 'Chọn hồ sơ khách hàng hỏi đến.', en: 'Choose the case they ask about.' },
  answer_short: {
    status: 422,
    vi: 'Ghi vắn tắt khách hàng hỏi gì và đã trả lời ra sao.',
    en: 'Write in short what was asked and answered.',
  },
});
