import type { Texts } from '#platform/text.ts';

export const t = {
  section: { vi: 'Cơ quan nhà nước', en: 'State bodies' },
  sending: { vi: 'Đang gửi {body}.', en: 'Being sent to {body}.' },
  sent_system: { vi: 'Đã gửi {body} trên hệ thống lúc {at}.', en: 'Sent to {body} here, {at}.' },
  sent_mail: { vi: 'Đã gửi {body} bằng thư lúc {at}.', en: 'Sent to {body} by letter, {at}.' },
  sent_paper: {
    vi: 'Giao {body} lúc {at}. Cơ quan chưa có cán bộ trên hệ thống và chưa có địa chỉ thư: gửi hồ sơ giấy, rồi ghi kết quả ở đây.',
    en: 'Given to {body}, {at}. It has neither officers here nor a mail address: send the papers, then record the result here.',
  },
  letter: {
    vi: 'Thư gửi {to} lúc {at}; đường dẫn dùng đến hết ngày {until}.',
    en: 'Letter to {to}, {at}; its link is good until {until}.',
  },
  letter_waits: {
    vi: 'Thư cho {to} viết lúc {at}, đang chờ gửi đi.',
    en: 'The letter to {to} was written {at} and waits to be sent.',
  },
  letter_failed: {
    vi: 'Thư cho {to} lúc {at} không gửi được. Xem lại địa chỉ của {body}, rồi gửi đường dẫn mới hoặc gửi hồ sơ giấy.',
    en: 'The letter to {to}, {at}, could not be delivered. Check the address of {body}, then send a new link, or papers.',
  },
  received: { vi: '{body} đã nhận hồ sơ lúc {at}.', en: '{body} acknowledged, {at}.' },
  accepted: { vi: '{body} thụ lý lúc {at}.', en: '{body} took it on, {at}.' },
  not_received: { vi: '{body} chưa báo nhận.', en: '{body} has not acknowledged yet.' },
  asked: {
    vi: '{body} yêu cầu bổ sung lúc {at}: {what} (trước ngày {until}).',
    en: '{body} asked for more, {at}: {what} (by {until}).',
  },
  counts_late: {
    vi: 'Đây là lần bổ sung thứ hai: hồ sơ tính là trễ hạn.',
    en: 'This is the second time: the dossier counts as late.',
  },
  given: { vi: '{who} đã bổ sung lúc {at}.', en: '{who} gave it, {at}.' },
  answered: { vi: '{body} trả lời lúc {at}. {words}.', en: '{body} answered, {at}. {words}.' },
  at_unit: {
    vi: 'Việc này đang ở điện lực: gửi lại, hoặc dừng hồ sơ nếu cơ quan đã từ chối.',
    en: 'This is with the power unit now: send it again, or stop the case where a body has refused.',
  },
  do_give: { vi: 'Gửi bổ sung cho cơ quan', en: 'Give what was asked for' },
  field_answer: { vi: 'Nội dung bổ sung', en: 'What is given' },
  field_files: { vi: 'Ảnh hoặc tệp PDF', en: 'Pictures or PDF' },
  do_paper: { vi: 'Ghi kết quả nhận bằng giấy', en: 'Record a result that came on paper' },
  do_paper_refusal: { vi: 'Ghi văn bản từ chối nhận bằng giấy', en: 'Record a refusal that came on paper' },
  do_again: { vi: 'Gửi lại', en: 'Send again' },
  do_link: { vi: 'Gửi đường dẫn mới', en: 'Send a new link' },
  field_to: { vi: 'Gửi cơ quan nào', en: 'To which body' },
  same_body: { vi: 'Cơ quan cũ ({body})', en: 'The same ({body})' },
  do_stop: { vi: 'Dừng hồ sơ', en: 'Stop the case' },
  hint_stop: {
    vi: 'Cơ quan đã từ chối. Khách hàng đọc lý do này; hồ sơ kết thúc.',
    en: 'The body has refused. The customer reads this reason, and the case ends.',
  },
  back: { vi: 'Về hồ sơ {code}', en: 'Back to case {code}' },
  not_saved: { vi: 'Chưa ghi được', en: 'Not saved' },
  bodies_title: { vi: 'Cơ quan nhà nước', en: 'State bodies' },
  bodies_lead: {
    vi: 'Việc của các hồ sơ anh/chị xem được, đang ở từng cơ quan. Cơ quan chưa có cán bộ trên hệ thống được gửi thư kèm đường dẫn; chưa có cả địa chỉ thư thì gửi giấy.',
    en: 'Steps of the cases you see, by the body that has them. A body without officers here is sent a letter with a link; without an address, papers.',
  },
  body: { vi: 'Cơ quan', en: 'Body' },
  open: { vi: 'Đang ở cơ quan', en: 'With it now' },
  late: { vi: 'Trễ hạn', en: 'Late' },
  officers: { vi: 'Cán bộ trên hệ thống', en: 'Officers here' },
  email: { vi: 'Địa chỉ thư', en: 'Mail address' },
  email_of: { vi: 'Địa chỉ thư của {body}', en: 'Mail address of {body}' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: {
    vi: 'Đã lưu địa chỉ của {body}, dùng từ hôm nay.',
    en: 'The address of {body} is saved, from today on.',
  },
  no_bodies: { vi: 'Không có cơ quan nào trong địa bàn.', en: 'There is no body in this area.' },
} satisfies Texts;
