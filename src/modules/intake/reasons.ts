import { defineReasons } from '#platform/refused.ts';

export const intakeReasons = defineReasons({
  answer_needed: { status: 422, vi: 'Anh/chị chưa trả lời mục này.', en: 'This is not answered yet.' },
  unknown_question: {
    status: 422,
    vi: 'Dịch vụ này không hỏi mục tên như vậy.',
    en: 'This service asks no question of this name.',
  },
  notice_wrong: {
    status: 422,
    vi: 'Có mục chưa đúng nên chưa mở được hồ sơ; từng mục được nêu tên.',
    en: 'Something is not right, so no case was opened; each place is named.',
  },
  service_not_offered: {
    status: 422,
    vi: 'Không có dịch vụ này, hoặc dịch vụ đã ngừng. Xem danh sách dịch vụ.',
    en: 'There is no such service, or it has ended. See the list of services.',
  },
  unit_unknown: {
    status: 422,
    vi: 'Không có đơn vị điện lực nào mang mã này, hoặc đơn vị đã ngừng hoạt động.',
    en: 'No power unit has this code, or it has ceased.',
  },
  district_unknown: {
    status: 422,
    vi: 'Không có huyện, thị xã hay thành phố nào mang mã này.',
    en: 'No district or town has this code.',
  },
  document_unknown: {
    status: 422,
    vi: 'Dịch vụ này không hỏi giấy tờ mang mã như vậy.',
    en: 'This service asks for no document of this code.',
  },
  choose_one: { status: 422, vi: 'Anh/chị chọn một trong các ô.', en: 'Choose one of these.' },
  answer_too_long: {
    status: 422,
    vi: 'Nội dung quá dài, tối đa {most} ký tự.',
    en: 'Too long: {most} characters at most.',
  },
  number_needed: {
    status: 422,
    vi: 'Mục này cần một con số, ví dụ 15.',
    en: 'A number is needed, such as 15.',
  },
  number_too_small: { status: 422, vi: 'Số nhỏ nhất là {min}.', en: 'The smallest number is {min}.' },
  number_too_big: { status: 422, vi: 'Số lớn nhất là {max}.', en: 'The largest number is {max}.' },
  date_needed: { status: 422, vi: 'Ghi ngày như 25/03/2026.', en: 'Write the day like 25/03/2026.' },
  place_needed: {
    status: 422,
    vi: 'Anh/chị ghi mã khách hàng, hoặc chọn tỉnh ở dưới.',
    en: 'Write your customer code, or choose the province below.',
  },
  customer_code_shape: {
    status: 422,
    vi: 'Mã khách hàng chưa đúng. {hint}',
    en: 'The customer code is not right. {hint}',
  },
  customer_code_unknown: {
    status: 422,
    vi: 'Không có đơn vị điện lực nào ứng với 6 ký tự đầu “{unit}”. Anh/chị xem lại mã trên hóa đơn, hoặc để trống rồi chọn tỉnh.',
    en: 'No power unit has a code beginning with “{unit}”. Check it on your bill, or leave it empty and choose the province.',
  },
  unit_closed: {
    status: 422,
    vi: 'Đơn vị {unit} đã ngừng hoạt động, nay do các đơn vị sau phụ trách: {successors}. Anh/chị để trống mã rồi cho biết tỉnh và huyện.',
    en: '{unit} has closed; its customers are now served by: {successors}. Leave the code empty and say the province and district.',
  },
  district_needed: {
    status: 422,
    vi: 'Anh/chị chọn huyện, thị xã hoặc thành phố.',
    en: 'Choose the district or town.',
  },
  document_missing: {
    status: 422,
    vi: 'Còn thiếu: {name}. Anh/chị chụp ảnh gửi lên, hoặc chọn đưa giấy khi nhân viên đến.',
    en: 'Still missing: {name}. Send a picture, or choose to show the paper when our staff come.',
  },
  name_needed: { status: 422, vi: 'Anh/chị ghi họ và tên.', en: 'Write your full name.' },
  address_needed: {
    status: 422,
    vi: 'Anh/chị ghi địa chỉ nơi dùng điện: số nhà, ấp hoặc đường, xã phường.',
    en: 'Write the address where electricity is used.',
  },
  contact_needed: {
    status: 422,
    vi: 'Cần số điện thoại hoặc e-mail để báo tin.',
    en: 'A phone number or an e-mail address is needed.',
  },
  phone_wrong: {
    status: 422,
    vi: 'Số điện thoại chưa đúng. Ví dụ: 0912 345 678.',
    en: 'This is no Vietnamese phone number. Example: 0912 345 678.',
  },
  email_wrong: {
    status: 422,
    vi: 'Địa chỉ e-mail chưa đúng. Ví dụ: ten@example.com.',
    en: 'This is no e-mail address. Example: name@example.com.',
  },
  contact_choice: { status: 422, vi: 'Anh/chị chọn nơi nhận mã.', en: 'Choose where the code should go.' },
  service_unknown: {
    status: 404,
    vi: 'Không có dịch vụ này, hoặc dịch vụ đã ngừng. Anh/chị chọn lại trong danh sách dịch vụ.',
    en: 'There is no such service, or it has ended. Choose from the list of services.',
  },
  draft_gone: {
    status: 410,
    vi: 'Chưa thấy yêu cầu đang làm dở, hoặc đã để quá lâu. Anh/chị chọn dịch vụ để bắt đầu lại.',
    en: 'There is no request in progress, or it was left too long. Choose a service to begin again.',
  },
  counter_not_yours: {
    status: 403,
    vi: 'Vai trò của anh/chị không tiếp nhận hồ sơ tại quầy. Nhờ giao dịch viên của đơn vị.',
    en: 'Your role does not take requests at the counter. Ask a clerk of the unit.',
  },
  identity_not_seen: {
    status: 422,
    vi: 'Anh/chị xem giấy tờ tùy thân của khách rồi đánh dấu vào ô này.',
    en: 'Look at the customer’s identity paper, then tick this.',
  },
  paper_missing: {
    status: 422,
    vi: 'Còn thiếu: {name}. Gửi bản quét, đánh dấu đã xem bản gốc, hoặc chọn đưa sau.',
    en: 'Still missing: {name}. Send a scan, tick that you saw the original, or let it be shown later.',
  },
  not_your_case: {
    status: 422,
    vi: 'Mã hồ sơ và số điện thoại (hoặc e-mail) này không khớp nhau. Anh/chị xem lại trên giấy biên nhận hoặc tin nhắn.',
    en: 'This case code and phone number (or e-mail) do not belong together. Check the receipt or the message.',
  },
});

export type IntakeReason = keyof typeof intakeReasons;
