import { defineReasons } from '#platform/refused.ts';

export const paperReasons = defineReasons({
  paper_not_found: {
    status: 404,
    vi: 'Không tìm thấy văn bản này. Anh/chị xem lại địa chỉ hoặc quét lại mã trên văn bản.',
    en: 'No such paper was found. Check the address, or scan the code on the paper again.',
  },
  template_not_found: {
    status: 422,
    vi: 'Dịch vụ của hồ sơ này không có mẫu văn bản như vậy.',
    en: 'The service of this case has no such paper.',
  },
  paper_of_other_unit: {
    status: 403,
    vi: 'Văn bản do đơn vị đang giữ hồ sơ lập và ký; bước của công ty thì công ty ký. Nhờ người của đơn vị đó.',
    en: 'Papers are made and signed by the unit that holds the case; in a step of the company the company signs. Ask somebody there.',
  },
  case_moved_on: {
    status: 409,
    vi: 'Hồ sơ vừa thay đổi trong lúc lập văn bản. Anh/chị bấm lại lần nữa.',
    en: 'The case changed while the paper was being made. Please try once more.',
  },
  why_replaced: {
    status: 422,
    vi: 'Hồ sơ đã có văn bản loại này. Anh/chị ghi lý do lập lại; bản trước sẽ hết hiệu lực.',
    en: 'The case has a paper of this kind. Give the reason for a new one; the one before will no longer count.',
  },
  signed_by_all: {
    status: 403,
    vi: 'Văn bản loại này đã đủ chữ ký của hai bên. Chỉ trưởng điện lực được lập bản thay thế.',
    en: 'Both sides have signed the paper of this kind. Only the head of the unit can replace it.',
  },
  made_by_unit_before: {
    status: 409,
    vi: 'Văn bản do đơn vị giữ hồ sơ trước đây lập, nên không ký được. Anh/chị lập lại văn bản của đơn vị mình.',
    en: 'The unit that had the case before made this paper, so it cannot be signed. Make the paper again.',
  },
  field_missing: { status: 422, vi: '{label}: chưa ghi.', en: '{label}: not filled in yet.' },
  field_no_number: {
    status: 422,
    vi: '{label}: ghi bằng số, ví dụ 5,5.',
    en: '{label}: write a number, such as 5.5.',
  },
  field_out_of_range: {
    status: 422,
    vi: '{label}: số này nằm ngoài khoảng cho phép.',
    en: '{label}: outside what is allowed.',
  },
  field_no_day: {
    status: 422,
    vi: '{label}: chọn một ngày có thật.',
    en: '{label}: choose a day of the calendar.',
  },
  field_no_choice: {
    status: 422,
    vi: '{label}: chọn một trong các mục.',
    en: '{label}: choose one of these.',
  },
  field_too_long: {
    status: 422,
    vi: '{label}: quá dài, tối đa 500 ký tự.',
    en: '{label}: too long, 500 characters at most.',
  },
  paper_void: {
    status: 409,
    vi: 'Văn bản này đã được thay bằng bản mới. Anh/chị mở lại trang hồ sơ để xem bản mới.',
    en: 'This paper was replaced by a new one. Open the page of the case again to see it.',
  },
  paper_complete: {
    status: 409,
    vi: 'Văn bản này đã đủ chữ ký.',
    en: 'Everybody has signed this paper.',
  },
  paper_signed_already: {
    status: 409,
    vi: 'Anh/chị đã ký văn bản này rồi.',
    en: 'You have signed this paper already.',
  },
  paper_waits_customer: {
    status: 409,
    vi: 'Khách hàng chưa ký. Đơn vị ký sau, để chữ ký số bao trùm cả phần khách hàng đã ký.',
    en: 'The customer has not signed yet. The unit signs last, so that its signature covers the customer’s.',
  },
  paper_needs_no_customer: {
    status: 409,
    vi: 'Văn bản này không cần chữ ký của khách hàng.',
    en: 'This paper needs no signature of the customer.',
  },
  no_such_contact: {
    status: 422,
    vi: 'Chọn số điện thoại hoặc e-mail đã khai trong hồ sơ để nhận mã.',
    en: 'Choose the phone number or e-mail address of the case for the code.',
  },
  unit_has_no_key: {
    status: 409,
    vi: 'Đơn vị chưa có khóa ký số, hoặc khóa đã hết hạn. Nhờ quản trị viên tạo khóa ở mục “Khóa ký”.',
    en: 'The unit has no valid key to sign with. Ask an administrator to make one under “Signing keys”.',
  },
  key_unreadable: {
    status: 409,
    vi: 'Không mở được khóa ký của đơn vị: khóa được niêm phong bằng bí mật khác của hệ thống. Nhờ quản trị viên tạo khóa mới.',
    en: 'The key of the unit cannot be opened: it was sealed with another secret of the installation. Ask for a new key.',
  },
  administrators_only: {
    status: 403,
    vi: 'Chỉ quản trị viên được tạo và thu hồi khóa ký.',
    en: 'Only administrators make and retire signing keys.',
  },
  key_unit_not_found: {
    status: 422,
    vi: 'Không có đơn vị nào mang mã này trong phạm vi của anh/chị.',
    en: 'There is no unit of this code within your part of the organisation.',
  },
  key_file_wrong: {
    status: 422,
    vi: 'Không đọc được khóa và chứng thư trong tệp này. Xem lại tệp và mật khẩu; chứng thư phải còn hạn.',
    en: 'No key and certificate could be read from this file. Check the file and the password; the certificate must be valid.',
  },
  key_known: {
    status: 409,
    vi: 'Khóa này đã được nạp trước đây, đang dùng hoặc đã thu hồi, nên không nạp lại được.',
    en: 'This key was imported before, and is in use or retired; it cannot be imported again.',
  },
  key_not_found: { status: 404, vi: 'Không có khóa này.', en: 'There is no such key.' },
});
export type PaperReason = keyof typeof paperReasons;
