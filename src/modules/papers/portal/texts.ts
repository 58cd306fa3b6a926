import type { Texts } from '#platform/text.ts';

export const texts = {
  to_sign: { vi: 'Văn bản chờ anh/chị ký', en: 'Papers waiting for you to sign' },
  read_and_sign: { vi: 'Đọc và ký: {name}', en: 'Read and sign: {name}' },
  papers: { vi: 'Văn bản của hồ sơ', en: 'Papers of this case' },
  title: { vi: 'Ký văn bản', en: 'Sign a paper' },
  first_read: { vi: '1. Đọc văn bản', en: '1. Read the paper' },
  first_hint: {
    vi: 'Đọc kỹ trước khi ký. Có chỗ chưa đúng thì đừng ký; nhắn cho điện lực ở trang hồ sơ để lập lại.',
    en: 'Read it before you sign. If something is not right do not sign; write to the power unit on the page of the case.',
  },
  then_code: { vi: '2. Nhận mã để ký', en: '2. Get a code to sign with' },
  code_to: { vi: 'Gửi mã tới', en: 'Send the code to' },
  phone: { vi: 'Điện thoại {to}', en: 'Phone {to}' },
  mail: { vi: 'E-mail {to}', en: 'E-mail {to}' },
  no_contact: {
    vi: 'Hồ sơ không có số điện thoại hay e-mail để gửi mã. Anh/chị liên hệ điện lực để ký.',
    en: 'The case has no phone number or e-mail address for a code. Please contact the power unit.',
  },
  send: { vi: 'Gửi mã cho tôi', en: 'Send me the code' },
  send_again: { vi: 'Gửi lại mã', en: 'Send the code again' },
  last_sign: { vi: '3. Nhập mã và ký', en: '3. Enter the code and sign' },
  sent: {
    vi: 'Đã gửi mã 6 số tới {to}. Mã dùng được trong 10 phút.',
    en: 'A code of 6 digits was sent to {to}. It is good for 10 minutes.',
  },
  code: { vi: 'Mã 6 số', en: 'The 6 digits' },
  meaning: {
    vi: 'Bấm “Tôi ký văn bản này” nghĩa là anh/chị đã đọc và đồng ý với đúng văn bản trên. Hệ thống ghi lại thời điểm, nơi nhận mã và mã băm của văn bản. Điện lực ký số sau anh/chị.',
    en: '“I sign this paper” means that you have read exactly this paper and agree. The time, where the code went and the hash of the paper are kept. The power unit signs after you.',
  },
  sign: { vi: 'Tôi ký văn bản này', en: 'I sign this paper' },
  signed: {
    vi: 'Anh/chị đã ký. Điện lực sẽ ký số; văn bản đủ chữ ký có ở trang này.',
    en: 'You have signed. The power unit signs next; the paper will be here.',
  },
  complete: {
    vi: 'Văn bản đã đủ chữ ký. Anh/chị tải về và giữ lại; không cần đến quầy.',
    en: 'Everybody has signed. Download it and keep it; there is no need to come.',
  },
  void: {
    vi: 'Văn bản này đã được thay bằng bản khác. Về trang hồ sơ để xem bản mới.',
    en: 'This paper was replaced. See the new one on the page of the case.',
  },
  check_title: { vi: 'Kiểm tra văn bản', en: 'Check a paper' },
  check_lead: {
    vi: 'Ai cũng kiểm tra được một văn bản có đúng do điện lực lập và ký hay không, và có bị sửa hay không. Tệp chỉ dùng để kiểm tra, không được lưu lại.',
    en: 'Anybody can check whether a paper was made and signed by the power unit, and whether it was changed. The file is not kept.',
  },
  file: { vi: 'Tệp PDF của văn bản', en: 'The PDF of the paper' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  no_file: { vi: 'Chưa chọn tệp nào.', en: 'No file was chosen.' },
  too_big: {
    vi: 'Tệp quá lớn: văn bản của điện lực không quá {most} MB.',
    en: 'The file is too large: papers of the power units have at most {most} MB.',
  },
  no_pdf: {
    vi: 'Đây không phải tệp PDF. Nếu anh/chị có bản giấy hoặc ảnh chụp, hãy quét mã QR trên đó.',
    en: 'This is no PDF. If you have paper or a picture, scan the QR code on it.',
  },
  broken_pdf: {
    vi: 'Tệp PDF này bị hỏng hoặc thiếu phần cuối. Anh/chị tải lại rồi kiểm tra lại.',
    en: 'This PDF is broken or its end is missing. Download it again, then check once more.',
  },
  sealed_pdf: {
    vi: 'Tệp PDF này có đặt mật khẩu. Văn bản của điện lực không đặt mật khẩu, nên đây không phải bản gốc.',
    en: 'This PDF has a password. Papers of the power units have none, so this is not an original.',
  },
  unknown: {
    vi: 'Đây không phải văn bản do hệ thống này lập, hoặc đã bị sửa đến mức không nhận ra được.',
    en: 'This is no paper made here, or it was changed beyond recognition.',
  },
  changed: {
    vi: 'KHÔNG ĐÚNG BẢN GỐC. Tệp mang số của văn bản dưới đây nhưng nội dung đã bị thay đổi, dù chỉ một ký tự. Đừng dùng tệp này.',
    en: 'NOT THE ORIGINAL. The file carries the number of the paper below, and was changed, be it by a single character. Do not rely on it.',
  },
  issued: {
    vi: 'Đúng là bản do điện lực lập, chưa bị sửa. Đây là bản để khách hàng đọc và ký, chưa có chữ ký số của điện lực.',
    en: 'Made by the power unit and unchanged. This is what the customer reads and signs, without the signature of the unit.',
  },
  signed_genuine: {
    vi: 'Văn bản thật, đủ chữ ký và chưa bị sửa một ký tự nào.',
    en: 'Genuine, signed by all, and not a character was changed.',
  },
  signature_lost: {
    vi: 'Đúng là tệp của điện lực, nhưng không kiểm chứng được chữ ký số bên trong. Anh/chị báo cho điện lực.',
    en: 'It is the file of the power unit, but the signature inside could not be verified. Please tell the power unit.',
  },
  void_now: {
    vi: 'Lưu ý: văn bản này đã được thay bằng bản khác và không còn hiệu lực.',
    en: 'Note: this paper was replaced by another one and no longer counts.',
  },
  by_address: {
    vi: 'Có văn bản mang số này. Để biết tệp của anh/chị có bị sửa không, chọn tệp PDF ở dưới rồi bấm “Kiểm tra”, hoặc so các mục dưới đây với bản giấy.',
    en: 'There is a paper of this number. To know whether your file was changed choose it below, or compare these with what you have on paper.',
  },
  paper: { vi: 'Văn bản', en: 'Paper' },
  issuer: { vi: 'Đơn vị lập', en: 'Made by' },
  customer_signed: {
    vi: 'Khách hàng ký bằng mã xác nhận lúc {at}',
    en: 'The customer signed with a code, {at}',
  },
  unit_signed: { vi: '{subject} ký số lúc {at}', en: '{subject} signed with its key, {at}' },
  signatures: { vi: 'Chữ ký', en: 'Signatures' },
  certificate: { vi: 'Chứng thư số', en: 'Certificate' },
  self_signed: {
    vi: 'Do chính đơn vị tự cấp: cho biết văn bản có bị sửa không, chưa phải chứng thư của tổ chức chứng thực chữ ký số công cộng.',
    en: 'Issued by the unit itself: it shows any change, and is not one of a public certification authority.',
  },
  issued_by: { vi: 'Do {issuer} cấp', en: 'Issued by {issuer}' },
  see_case: { vi: 'Về hồ sơ', en: 'Back to the case' },
} satisfies Texts;
