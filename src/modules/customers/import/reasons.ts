import type { Text } from '#platform/text.ts';

/** What an import says about a line, in both languages; `{facts}` in braces are filled in. */
export const importReasons = {
  not_csv: {
    vi: 'Không đọc được dòng này: dấu ngoặc kép mở mà không đóng, hoặc dòng quá dài.',
    en: 'This line cannot be read: a quotation mark is opened and never closed, or the line is too long.',
  },
  not_taken: {
    vi: 'Cơ sở dữ liệu không nhận dòng này.',
    en: 'The database does not take this line.',
  },
  columns: {
    vi: 'Dòng có {found} cột, tiêu đề có {wanted}.',
    en: 'The line has {found} columns, the header {wanted}.',
  },
  not_text: {
    vi: 'Có ký tự hỏng. Lưu tệp bằng UTF-8 rồi nhập lại.',
    en: 'There are broken characters. Save the file as UTF-8 and import it again.',
  },
  needed: { vi: 'Ô này còn trống.', en: 'This field is empty.' },
  too_long: { vi: 'Dài quá {most} ký tự.', en: 'Longer than {most} characters.' },
  customer_code: { vi: 'Mã khách hàng không đúng dạng: “{value}”.', en: 'No customer code: “{value}”.' },
  unit_unknown: { vi: 'Không có điện lực {unit}.', en: 'There is no unit {unit}.' },
  unit_closed: {
    vi: 'Điện lực {unit} không còn hoạt động; nay thuộc {successors}.',
    en: 'The unit {unit} is closed; {successors} took over.',
  },
  not_one_of: { vi: 'Phải là một trong: {values}.', en: 'One of: {values}.' },
  phone: {
    vi: 'Không phải số điện thoại: “{value}”. Khách hàng vẫn được nhập, không có số này.',
    en: 'No telephone: “{value}”. The customer is taken in without it.',
  },
  email: {
    vi: 'Không phải địa chỉ e-mail: “{value}”. Khách hàng vẫn được nhập, không có địa chỉ này.',
    en: 'No address of mail: “{value}”. The customer is taken in without it.',
  },
  date: {
    vi: 'Không phải ngày: “{value}”. Viết 2026-03-04 hoặc 04/03/2026.',
    en: 'No date: “{value}”. Write 2026-03-04 or 04/03/2026.',
  },
  ends_early: { vi: 'Kết thúc trước khi ký.', en: 'Ended before it was signed.' },
  number: { vi: 'Phải là số nguyên từ 1 trở lên: “{value}”.', en: 'A whole number from 1 up: “{value}”.' },
  customer_unknown: {
    vi: 'Chưa có khách hàng này. Nhập khách hàng trước.',
    en: 'No such customer. Import customers first.',
  },
  contract_unknown: {
    vi: 'Chưa có hợp đồng này. Nhập hợp đồng trước.',
    en: 'No such contract. Import contracts first.',
  },
  meter_point_code: {
    vi: 'Mã điểm đo không đúng dạng: “{value}”.',
    en: 'No code of a meter point: “{value}”.',
  },
  not_of_customer: {
    vi: 'Mã điểm đo phải bắt đầu bằng mã khách hàng của hợp đồng.',
    en: 'The code of a meter point begins with the code of the contract’s customer.',
  },
} as const satisfies Record<string, Text>;

export type ImportReason = keyof typeof importReasons;
