import type { Texts } from '#platform/text.ts';

export const texts = {
  title: { vi: 'Tiếp nhận tại quầy', en: 'At the counter' },
  choose_title: { vi: 'Khách cần gì?', en: 'What does the customer need?' },
  choose_hint: {
    vi: 'Gõ điều khách nói, tên dịch vụ hoặc số thứ tự dịch vụ; có dấu hay không đều được.',
    en: 'What the customer says, the name or the number of the service, with or without diacritics.',
  },
  choose_code: {
    vi: 'Mã khách hàng (nếu khách mang theo hóa đơn)',
    en: 'Customer code (if they have a bill)',
  },
  find: { vi: 'Tìm dịch vụ', en: 'Find' },
  nothing: {
    vi: 'Không có dịch vụ nào khớp. Đây là tất cả dịch vụ:',
    en: 'No service fits. These are all of them:',
  },
  other_service: { vi: 'Chọn dịch vụ khác', en: 'Another service' },
  customer: { vi: 'Khách hàng', en: 'Customer' },
  customer_code: { vi: 'Mã khách hàng (nếu đã có)', en: 'Customer code (if they have one)' },
  lookup: { vi: 'Lấy thông tin theo mã', en: 'Fill in by the code' },
  looked_up: { vi: 'Đã điền theo mã khách hàng: {name}.', en: 'Filled in by the customer code: {name}.' },
  not_found: {
    vi: 'Chưa thấy khách hàng nào mang mã này trong phạm vi của anh/chị. Anh/chị nhập tay các mục dưới đây.',
    en: 'No customer with this code is yours to see. Type the answers below.',
  },
  district: { vi: 'Huyện, thị xã, thành phố', en: 'District or town' },
  district_hint: {
    vi: 'Để trống nếu đã ghi mã khách hàng: mã cho biết điện lực phụ trách.',
    en: 'Leave empty with a customer code: the code names the power unit.',
  },
  district_own: { vi: 'Địa bàn của đơn vị mình ({unit})', en: 'Our own area ({unit})' },
  tongue: { vi: 'Gửi tin cho khách bằng', en: 'The customer reads' },
  vi: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  en: { vi: 'Tiếng Anh', en: 'English' },
  request: { vi: 'Nội dung yêu cầu', en: 'What is asked' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  papers_hint: {
    vi: 'Quét hoặc chụp rồi gửi lên, hoặc đánh dấu đã xem bản gốc. Ảnh hoặc PDF, mỗi tệp tối đa {most} MB.',
    en: 'Send a scan or a picture, or tick that you saw the original. Pictures or PDF, {most} MB each at most.',
  },
  shown: { vi: 'Đã xem bản gốc', en: 'Original seen' },
  kept: { vi: 'Đã nhận các tệp:', en: 'Received:' },
  remove: { vi: 'Bỏ tệp', en: 'Remove' },
  later: {
    vi: 'Khách đưa giấy còn thiếu khi nhân viên đến, không phải quay lại đây',
    en: 'The customer shows the missing papers when our staff come, without another visit',
  },
  identity: {
    vi: 'Đã đối chiếu giấy tờ tùy thân với người đứng trước quầy',
    en: 'The identity paper fits the person at the counter',
  },
  visit: { vi: 'Lần đến này', en: 'This visit' },
  visit_counted: {
    vi: 'Lần đến này được đếm. Dịch vụ này hứa khách chỉ phải đến tối đa {promised} lần, nên đừng hẹn khách quay lại.',
    en: 'This visit is counted. The service promises at most {promised}, so do not ask them to come again.',
  },
  visit_beyond: {
    vi: 'Dịch vụ này hứa khách không phải đến. Lần đến này vẫn được đếm, kèm lý do.',
    en: 'This service promises that nobody has to come. The visit is counted all the same, with its reason.',
  },
  visit_reason: { vi: 'Vì sao khách phải đến', en: 'Why the customer came' },
  visit_other: { vi: 'Lý do khác, ghi rõ', en: 'Another reason, in words' },
  note: { vi: 'Ghi chú nội bộ (khách không thấy)', en: 'Note for colleagues (the customer does not see it)' },
  open: { vi: 'Mở hồ sơ và in biên nhận', en: 'Open the case and print the receipt' },
  sees_nothing: {
    vi: 'Quầy hành chính công không xem được dữ liệu khách hàng của điện lực; mã chỉ dùng để biết điện lực phụ trách.',
    en: 'A public administration centre does not see the utility’s customers; the code only names the power unit.',
  },
} satisfies Texts;

/** Kept in the case in Vietnamese, as the staff of the utility read them. */
export const visitReasons = {
  own_wish: { vi: 'Khách tự muốn đến', en: 'The customer preferred to come' },
  papers: { vi: 'Khách phải nộp hoặc xuất trình bản giấy', en: 'Papers had to be handed in or shown' },
  no_means: {
    vi: 'Khách không dùng được điện thoại hoặc mạng',
    en: 'The customer has no telephone or internet',
  },
  not_reached: {
    vi: 'Khách không gọi được tổng đài hoặc không gửi được trên mạng',
    en: 'The hotline or the website could not be reached',
  },
  told_to: { vi: 'Khách được hẹn hoặc được bảo đến', en: 'The customer was told to come' },
} satisfies Texts;
