import { defineReasons } from '#platform/refused.ts';

export const dossierReasons = defineReasons({
  dossier_not_found: {
    status: 404,
    vi: 'Hồ sơ này không có mã hồ sơ một cửa, hoặc không thuộc phạm vi của anh/chị.',
    en: 'This case has no one-stop dossier, or it is not yours to see.',
  },
  reappointed_once: {
    status: 409,
    vi: 'Hồ sơ này đã xin lỗi và hẹn lại {times} lần, đến {day}. Quy định chỉ cho hẹn lại {times} lần ({basis}); anh/chị cần trả kết quả hoặc báo lãnh đạo.',
    en: 'An apology with a new date was given already, for {day}. No more than {most} allowed ({basis}): give the result, or tell your superior.',
  },
  new_date_not_later: {
    status: 422,
    vi: 'Ngày hẹn lại phải sau hôm nay và sau ngày hẹn cũ.',
    en: 'The new date must be after today and after the one promised before.',
  },
  reason_needed: {
    status: 422,
    vi: 'Cần ghi lý do chậm để khách hàng hiểu.',
    en: 'Say why it is late, so that the customer understands.',
  },
  paper_not_due: {
    status: 409,
    vi: 'Hồ sơ này chưa có việc nào để lập giấy đó.',
    en: 'Nothing has happened on this dossier that such a paper would tell of.',
  },
  period_wrong: {
    status: 422,
    vi: 'Khoảng ngày chưa đúng. Chọn từ ngày đến ngày, không quá một năm.',
    en: 'The period is not right. Choose from one day to another, a year at most.',
  },
  register_too_long: {
    status: 422,
    vi: 'Khoảng ngày này có hơn {most} hồ sơ. Chọn khoảng ngắn hơn để sổ không bị thiếu.',
    en: 'This period has more than {most} dossiers. Choose a shorter one, so that none is left out.',
  },
  new_date_off: {
    status: 422,
    vi: 'Ngày hẹn lại là ngày nghỉ, không ai trả kết quả. Chọn một ngày làm việc.',
    en: 'That day is off: nobody would hand over a result. Choose a working day.',
  },
  connections_not_yours: {
    status: 403,
    vi: 'Chỉ lãnh đạo công ty, Tổng công ty và quản trị xem được tình trạng kết nối.',
    en: 'Only heads of companies, the corporation and administrators see the connections.',
  },
  administrators_keep_connections: {
    status: 403,
    vi: 'Chỉ quản trị mới thêm và sửa được kết nối với cổng dịch vụ công.',
    en: 'Only administrators add and change connections to portals.',
  },
  register_not_yours: {
    status: 403,
    vi: 'Vai trò của anh/chị không in được sổ theo dõi hồ sơ.',
    en: 'Your role does not print registers of dossiers.',
  },
  endpoint_code_wrong: {
    status: 422,
    vi: 'Mã cổng gồm chữ thường không dấu, chữ số và dấu gạch ngang, bắt đầu bằng chữ, từ 2 đến 40 ký tự.',
    en: 'The code of a portal is lower-case letters, digits and hyphens, begins with a letter and has 2 to 40 of them.',
  },
  endpoint_name_needed: { status: 422, vi: 'Cần tên của cổng.', en: 'The name of the portal is needed.' },
  endpoint_address_wrong: {
    status: 422,
    vi: 'Địa chỉ chưa đúng: cần một địa chỉ https, không kèm tên và mật khẩu, ví dụ https://cong.example.vn/motcua.',
    en: 'The address is not right: an https address without name and password, such as https://portal.example.vn/motcua.',
  },
  endpoint_unit_wrong: {
    status: 422,
    vi: 'Chọn một trung tâm phục vụ hành chính công hoặc một công ty điện lực có tỉnh phục vụ.',
    en: 'Choose a public administration centre, or a power company that serves a province.',
  },
  endpoint_taken: {
    status: 409,
    vi: 'Đã có kết nối mang mã này, hoặc nơi này đang có một kết nối hoạt động. Tắt kết nối cũ trước.',
    en: 'A connection has this code already, or this place has an active one. Switch the old one off first.',
  },
  endpoint_not_found: { status: 404, vi: 'Không có kết nối này.', en: 'There is no such connection.' },
  conflict_not_found: {
    status: 404,
    vi: 'Không có chỗ lệch nào như vậy, hoặc hồ sơ không thuộc phạm vi của anh/chị.',
    en: 'There is no such difference, or the case is not yours to see.',
  },
  conflict_settled: {
    status: 409,
    vi: 'Chỗ lệch này đã được {who} quyết định rồi.',
    en: '{who} has settled this difference already.',
  },
  conflict_not_yours: {
    status: 403,
    vi: 'Vai trò của anh/chị không quyết định chỗ lệch với cổng. Nhờ nhân viên hoặc lãnh đạo đơn vị giữ hồ sơ.',
    en: 'Your role does not settle differences with a portal. Ask a clerk or the head of the unit that has the case.',
  },
  theirs_leads_nowhere: {
    status: 409,
    vi: 'Không có việc nào đưa hồ sơ của ta đến trạng thái cổng báo. Giữ trạng thái của ta, rồi làm tiếp trên hồ sơ.',
    en: 'No act brings our case to what the portal says. Keep ours, and go on with the case.',
  },
  message_dead_only: {
    status: 409,
    vi: 'Chỉ gửi lại được tin đã thôi gửi.',
    en: 'Only a message that was given up can be sent again.',
  },
});

/** What a portal is told when a message of it is not taken. */
export const portalReasons = defineReasons({
  signature_wrong: {
    status: 401,
    vi: 'Chữ ký của tin không đúng với khóa của cổng này.',
    en: 'The signature is not that of this portal’s secret.',
  },
  timestamp_stale: {
    status: 401,
    vi: 'Thời điểm ký cách giờ của ta hơn năm phút. Ký lại với giờ đúng rồi gửi.',
    en: 'The timestamp is more than five minutes away. Sign anew with the right time and send again.',
  },
  message_unreadable: {
    status: 422,
    vi: 'Nội dung tin chưa đúng; từng chỗ sai được nêu tên.',
    en: 'The message is not right; each place is named.',
  },
  value_wrong: { status: 422, vi: 'Giá trị này chưa đúng.', en: 'This value is not right.' },
  message_id_reused: {
    status: 409,
    vi: 'webhook-id này đã dùng cho một tin khác.',
    en: 'This webhook-id was used for another message.',
  },
  seq_taken: {
    status: 409,
    vi: 'Hồ sơ này đã có một tin khác mang số thứ tự {seq}.',
    en: 'Another message of this dossier has the number {seq}.',
  },
  dossier_unknown: {
    status: 404,
    vi: 'Không có hồ sơ này: MaHoSo do bên ta cấp, hoặc IdHoSo mà tin số 1 là nộp hồ sơ.',
    en: 'There is no such dossier: name our MaHoSo, or an IdHoSo whose message 1 files it.',
  },
  unit_not_served: {
    status: 422,
    vi: 'Đơn vị này không thuộc công ty điện lực mà cổng phục vụ. Gửi hồ sơ tại cổng của tỉnh đó.',
    en: 'This unit is not of the company that the portal serves. File it at the portal of its province.',
  },
  no_such_file: {
    status: 404,
    vi: 'Không có tệp này trong các hồ sơ của cổng.',
    en: 'No dossier of this portal has such a file.',
  },
  file_unknown: {
    status: 422,
    vi: 'Chưa có tệp nào mang IdTepTin này. Gửi tệp trước, rồi nêu tệp trong tin.',
    en: 'No file has this IdTepTin. Send the file first, then name it.',
  },
  file_hash_differs: {
    status: 422,
    vi: 'HashTepTin không phải là SHA-256 của tệp đã nhận.',
    en: 'HashTepTin is not the SHA-256 of the file that was received.',
  },
});
