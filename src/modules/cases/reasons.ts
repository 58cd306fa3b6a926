import { defineReasons } from '#platform/refused.ts';

export const caseReasons = defineReasons({
  case_not_found: {
    status: 404,
    vi: 'Không tìm thấy hồ sơ này. Anh/chị kiểm tra lại mã hồ sơ (11 chữ số trên giấy biên nhận).',
    en: 'No such case was found. Please check the case code (the 11 digits on the receipt).',
  },
  role_may_not: {
    status: 403,
    vi: 'Vai trò của anh/chị không được làm việc này. Nhờ người có thẩm quyền trong đơn vị.',
    en: 'Your role may not do this. Ask someone in the unit who may.',
  },
  not_in_this_state: {
    status: 409,
    vi: 'Hồ sơ đang ở trạng thái không làm được việc này.',
    en: 'The case is in a state in which this cannot be done.',
  },
  already_rated: {
    status: 409,
    vi: 'Hồ sơ này đã được đánh giá rồi, xin cảm ơn.',
    en: 'This case has been rated already, thank you.',
  },
  no_open_step: {
    status: 409,
    vi: 'Không có bước nào đang chờ làm. Hồ sơ phải được tiếp nhận trước.',
    en: 'No step is open. The case must be accepted first.',
  },
  step_of_other_role: {
    status: 403,
    vi: 'Bước này do vai trò khác trong đơn vị thực hiện.',
    en: 'This step belongs to another role of the unit.',
  },
  step_of_company: {
    status: 403,
    vi: 'Bước này do công ty điện lực thực hiện.',
    en: 'This step is done by the power company.',
  },
  step_of_corporation: {
    status: 403,
    vi: 'Bước này do tổng công ty thực hiện.',
    en: 'This step is done by the corporation.',
  },
  step_of_agency: {
    status: 403,
    vi: 'Bước này do cơ quan nhà nước thực hiện: cơ quan trả lời trên hệ thống hoặc qua đường dẫn trong thư; kết quả nhận bằng giấy thì ghi ở mục của cơ quan, kèm bản chụp.',
    en: 'A State body does this step: it answers here or by the link in its letter; a result that came on paper is recorded in the section of that body, with its copy.',
  },
  agency_not_asked: {
    status: 409,
    vi: 'Việc này không còn chờ cơ quan nhà nước: đã có kết quả, hoặc hồ sơ không còn được giải quyết. Anh/chị tải lại trang để xem.',
    en: 'No State body is waited for here any more: there is an answer already, or the case is over. Reload the page to see.',
  },
  stale_page: {
    status: 409,
    vi: 'Hồ sơ vừa được người khác cập nhật. Anh/chị xem phần mới thay đổi rồi gửi lại; nội dung đã nhập vẫn còn nguyên.',
    en: 'Someone else has just changed this case. Look at what changed, then send again; what you typed is kept.',
  },
  request_reused: {
    status: 409,
    vi: 'Mã yêu cầu này đã dùng cho việc khác. Anh/chị tải lại trang rồi làm lại.',
    en: 'This request number was used for something else. Reload the page and try again.',
  },
  clock_rests: {
    status: 409,
    vi: 'Thời hạn của hồ sơ đang tạm dừng rồi. Cho chạy tiếp trước khi tạm dừng lần nữa.',
    en: 'The clock of this case rests already. Let it go on before stopping it again.',
  },
  clock_runs: {
    status: 409,
    vi: 'Thời hạn của hồ sơ đang chạy, không có gì để cho chạy tiếp.',
    en: 'The clock of this case is running; there is nothing to resume.',
  },
  same_service: {
    status: 422,
    vi: 'Hồ sơ đang thuộc đúng dịch vụ và loại này rồi. Anh/chị chọn loại khác.',
    en: 'The case is of this very service and kind already. Choose another.',
  },
  at_state_body: {
    status: 409,
    vi: 'Hồ sơ đang ở cơ quan nhà nước. Đợi cơ quan trả kết quả rồi mới phân loại lại.',
    en: 'A State body has the case in hand. It can be re-classified once the body has answered.',
  },
  reason_needed: {
    status: 422,
    vi: 'Cần ghi lý do để người khác hiểu.',
    en: 'A reason is needed, so that others understand.',
  },
  text_needed: {
    status: 422,
    vi: 'Chưa có nội dung. Anh/chị nhập nội dung rồi gửi.',
    en: 'Nothing was written yet. Write it, then send.',
  },
  text_too_long: {
    status: 422,
    vi: 'Nội dung quá dài: tối đa {most} ký tự.',
    en: 'The text is too long: {most} characters at most.',
  },
  second_visit_needs_reason: {
    status: 422,
    vi: 'Dịch vụ này hứa khách hàng đi lại tối đa {promised} lần. Lần này vượt lời hứa: cần ghi lý do.',
    en: 'This service promises {promised} visit(s) at most. This one breaks the promise: give the reason.',
  },
  first_visit_needs_reason: {
    status: 422,
    vi: 'Dịch vụ này hứa khách hàng không phải đến. Anh/chị ghi vì sao khách phải đến.',
    en: 'This service promises that nobody has to come. Say why the customer had to.',
  },
  product_needed: {
    status: 422,
    vi: 'Cần ghi kết quả của bước ({product}) trước khi hoàn thành.',
    en: 'Record what the step produced ({product}) before completing it.',
  },
  step_already_done: {
    status: 409,
    vi: 'Bước này đã có người hoàn thành. Anh/chị tải lại trang để xem bước tiếp theo.',
    en: 'Someone has completed this step already. Reload the page to see the next one.',
  },
  papers_unsigned: {
    status: 409,
    vi: 'Văn bản của bước này chưa ký xong. Chờ khách hàng và đơn vị ký xong rồi hãy hoàn thành bước.',
    en: 'A paper of this step is not signed yet. Wait for the customer and the unit to sign, then complete the step.',
  },
  same_unit: { status: 422, vi: 'Hồ sơ đang ở chính đơn vị này.', en: 'The case is with this unit already.' },
  unit_not_found: {
    status: 422,
    vi: 'Không có đơn vị nào mang mã này, hoặc đơn vị đã ngừng hoạt động.',
    en: 'No unit has this code, or it has ceased.',
  },
  assignee_not_here: {
    status: 422,
    vi: 'Người được giao không làm việc ở đơn vị đang giữ hồ sơ.',
    en: 'The person does not work in the unit that holds the case.',
  },
  service_not_offered: {
    status: 422,
    vi: 'Dịch vụ này hiện không còn được cung cấp. Anh/chị chọn lại trong danh sách dịch vụ.',
    en: 'This service is not offered at present. Please choose again from the list.',
  },
  contact_needed: {
    status: 422,
    vi: 'Cần ít nhất số điện thoại hoặc e-mail để báo tin cho khách hàng.',
    en: 'A phone number or an e-mail address is needed, so that the customer can be told.',
  },
  name_needed: { status: 422, vi: 'Cần có họ tên khách hàng.', en: 'The customer’s name is needed.' },
  due_in_the_past: {
    status: 422,
    vi: 'Thời điểm này đã qua. Anh/chị chọn thời điểm sau hiện tại.',
    en: 'This time is past. Choose one after now.',
  },
  bad_score: { status: 422, vi: 'Anh/chị chọn từ 1 đến 5 sao.', en: 'Choose from 1 to 5 stars.' },
  file_not_sent: {
    status: 422,
    vi: 'Khóa này chưa gửi tập tin nào có mã băm như vậy. Gửi tập tin trước, rồi đính kèm.',
    en: 'This key has sent no file of this hash. Send the file first, then attach it.',
  },
  cursor_wrong: {
    status: 422,
    vi: 'Con trỏ trang không đúng. Dùng nguyên giá trị next của trang trước.',
    en: 'The cursor is not right. Use the value of next of the page before, as it is.',
  },
  too_many_documents: {
    status: 422,
    vi: 'Mỗi lần gửi tối đa {most} tệp.',
    en: 'At most {most} files can be sent at once.',
  },
});

export type CaseReason = keyof typeof caseReasons;
