import { defineReasons } from '#platform/refused.ts';

export const agencyReasons = defineReasons({
  task_not_found: {
    status: 404,
    vi: 'Không tìm thấy việc này trong số việc gửi đến cơ quan của anh/chị.',
    en: 'This is not among what was sent to your office.',
  },
  already_received: {
    status: 409,
    vi: 'Cơ quan đã báo nhận rồi: {who}, lúc {at}. Lần báo trước được tính.',
    en: 'Your office acknowledged it already: {who}, {at}. The first one counts.',
  },
  already_accepted: {
    status: 409,
    vi: 'Cơ quan đã thụ lý rồi: {who}, lúc {at}. Lần trước được tính.',
    en: 'Your office took it on already: {who}, {at}. The first one counts.',
  },
  already_decided: {
    status: 409,
    vi: 'Việc này đã được trả lời rồi: {who}, lúc {at}. Câu trả lời đầu tiên được tính; muốn đổi, liên hệ điện lực giữ hồ sơ.',
    en: 'This was answered already: {who}, {at}. The first answer counts; to change it, speak to the power unit that holds the case.',
  },
  supplement_open: {
    status: 409,
    vi: 'Đang chờ khách hàng bổ sung điều đã yêu cầu trước. Có trả lời rồi mới yêu cầu thêm được.',
    en: 'The customer has not yet given what was asked before. Ask for more when that has come.',
  },
  second_supplement: {
    status: 409,
    vi: 'Đã yêu cầu bổ sung một lần. Yêu cầu lần nữa thì hồ sơ bị tính là trễ hạn, dù xong trong thời hạn. Nếu vẫn cần, đánh dấu đồng ý rồi gửi lại.',
    en: 'A supplement was asked for once. With a second one the dossier counts as late, however soon it is done. If it is needed all the same, tick the box and send again.',
  },
  nothing_asked: {
    status: 409,
    vi: 'Cơ quan không còn chờ bổ sung gì ở việc này: đã gửi rồi, hoặc cơ quan đã trả lời.',
    en: 'Nothing is waited for here any more: it was given already, or the office has answered.',
  },
  number_needed: {
    status: 422,
    vi: 'Cần ghi số của văn bản kết quả.',
    en: 'The number of the document is needed.',
  },
  date_wrong: {
    status: 422,
    vi: 'Ngày của văn bản phải là một ngày có thật, không sau hôm nay.',
    en: 'The date of the document must be a day of the calendar, not after today.',
  },
  file_needed: {
    status: 422,
    vi: 'Cần kèm một tệp văn bản: PDF hoặc ảnh chụp.',
    en: 'A file of the document is needed: a PDF or a photo.',
  },
  signature_broken: {
    status: 422,
    vi: 'Tệp {name} đã bị thay đổi sau khi ký số: chữ ký không còn khớp với nội dung. Lấy lại bản gốc đã ký rồi gửi lại.',
    en: 'The file {name} was changed after it was signed: its signature no longer fits what it says. Take the signed original and send that.',
  },
  still_at_body: {
    status: 409,
    vi: 'Việc đang ở {body}; cơ quan chưa trả lại và chưa từ chối, nên chưa gửi lại được.',
    en: 'It is with {body}, which has neither handed it back nor refused; it cannot be sent again yet.',
  },
  body_answers_itself: {
    status: 409,
    vi: 'Cơ quan này có cán bộ làm việc trên hệ thống, nên tự trả lời ở đây. Điện lực không ghi thay.',
    en: 'This body has officers who work here, and answers itself. The power unit does not record it for them.',
  },
  not_refused: {
    status: 409,
    vi: 'Chỉ dừng được hồ sơ khi một cơ quan đã trả lời không chấp thuận.',
    en: 'A case can be stopped here only where a body has refused.',
  },
  body_unknown: {
    status: 422,
    vi: 'Chọn một cơ quan đang hoạt động của cùng tỉnh.',
    en: 'Choose a body of the same province that is there today.',
  },
  body_gone: {
    status: 409,
    vi: '{body} đã giải thể và chưa rõ cơ quan nào thay. Anh/chị chọn cơ quan khác của tỉnh.',
    en: '{body} is no more, and it is not known who took over. Choose another body of the province.',
  },
  link_unknown: {
    status: 404,
    vi: 'Đường dẫn này không đúng. Mở lại thư đã nhận và bấm vào đường dẫn trong thư, hoặc nhờ điện lực gửi lại.',
    en: 'This link is not right. Open the letter again and follow the link in it, or ask the power unit for a new one.',
  },
  link_expired: {
    status: 410,
    vi: 'Đường dẫn này đã hết hạn ngày {day}. Nhờ điện lực gửi đường dẫn mới.',
    en: 'This link ended on {day}. Ask the power unit for a new one.',
  },
  link_used: {
    status: 410,
    vi: 'Việc này đã có kết quả, đường dẫn không còn dùng được. Xin cảm ơn quý cơ quan.',
    en: 'This has its answer, and the link has ended. Thank you.',
  },
  link_closed: {
    status: 410,
    vi: 'Hồ sơ đã kết thúc, hoặc việc này không còn ở quý cơ quan. Đường dẫn không còn dùng được.',
    en: 'The case has ended, or this is no longer with your office. The link has ended.',
  },
  link_replaced: {
    status: 410,
    vi: 'Điện lực đã gửi một đường dẫn mới hơn. Xin mở thư gửi sau cùng.',
    en: 'The power unit has sent a newer link. Please open the latest letter.',
  },
  email_wrong: {
    status: 422,
    vi: 'Địa chỉ thư chưa đúng. Ví dụ: vanthu.sxd@example.com; để trống nếu không còn địa chỉ.',
    en: 'This is no mail address. Leave it empty if there is none any more.',
  },
  not_for_you: {
    status: 403,
    vi: 'Trang này dành cho trưởng điện lực, giám đốc công ty và người quản trị.',
    en: 'This page is for the heads of units, directors of companies and administrators.',
  },
});
export type AgencyReason = keyof typeof agencyReasons;
