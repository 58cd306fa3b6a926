import type { Texts } from '#platform/text.ts';

export const keyTexts = {
  title: { vi: 'Khóa ký', en: 'Signing keys' },
  intro: {
    vi: 'Mỗi đơn vị ký số văn bản bằng một khóa. Khóa cũ được giữ lại để kiểm tra những gì đã ký; khóa riêng được niêm phong, không ai xem được.',
    en: 'Each unit signs its papers with one key. Former keys are kept to check what they signed; private keys are sealed, and nobody sees them.',
  },
  none: { vi: 'Chưa đơn vị nào có khóa.', en: 'No unit has a key yet.' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  certificate: { vi: 'Chứng thư', en: 'Certificate' },
  valid: { vi: 'Hiệu lực', en: 'Valid' },
  from_to: { vi: '{from} đến {to}', en: '{from} to {to}' },
  state: { vi: 'Tình trạng', en: 'State' },
  in_use: { vi: 'Đang dùng', en: 'In use' },
  retired: { vi: 'Đã thôi dùng', en: 'Retired' },
  self_signed: { vi: 'tự cấp', en: 'self-signed' },
  issued_by: { vi: '{issuer} cấp', en: 'issued by {issuer}' },
  make_title: { vi: 'Tạo khóa tự cấp', en: 'Make a self-signed key' },
  make_hint: {
    vi: 'Dùng để chạy thử, và để phát hiện văn bản bị sửa. Chữ ký có giá trị như con dấu thì cần chứng thư của tổ chức chứng thực chữ ký số công cộng.',
    en: 'For trying out, and for seeing changes. A signature with the force of a seal needs a certificate of a public certification authority.',
  },
  import_title: { vi: 'Nhập khóa từ tệp PKCS#12', en: 'Import a key from a PKCS#12 file' },
  import_hint: {
    vi: 'Tệp .p12 hoặc .pfx do tổ chức chứng thực cấp, mã hóa AES.',
    en: 'The .p12 or .pfx of the certification authority, encrypted with AES.',
  },
  unit_code: { vi: 'Mã đơn vị', en: 'Code of the unit' },
  file: { vi: 'Tệp khóa', en: 'Key file' },
  password: { vi: 'Mật khẩu của tệp', en: 'Password of the file' },
  make: { vi: 'Tạo khóa', en: 'Make the key' },
  import: { vi: 'Nhập khóa', en: 'Import the key' },
  retire: { vi: 'Thôi dùng', en: 'Retire' },
  done_made: { vi: 'Đơn vị có khóa mới.', en: 'The unit has a new key.' },
  done_retired: { vi: 'Khóa đã thôi dùng.', en: 'The key was retired.' },
  errors: { vi: 'Có mục cần sửa', en: 'Something needs mending' },
} satisfies Texts;
