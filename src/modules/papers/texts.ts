import type { Text, Texts } from '#platform/text.ts';
import type { PaperState } from './rules/paper-state.ts';

export const texts = {
  papers: { vi: 'Văn bản', en: 'Papers' },
  none: { vi: 'Chưa lập văn bản nào.', en: 'No paper has been made yet.' },
  make: { vi: 'Lập văn bản', en: 'Make a paper' },
  make_again: { vi: 'Lập lại văn bản này', en: 'Make it anew' },
  make_this: { vi: 'Lập văn bản này', en: 'Make this paper' },
  choose: { vi: 'Chọn mẫu', en: 'Choose a template' },
  no_templates: {
    vi: 'Dịch vụ này chưa có mẫu văn bản nào trong cấu hình.',
    en: 'The configuration has no template for this service yet.',
  },
  unsure: {
    vi: 'Lời văn của mẫu này do phần mềm đề xuất, chờ Tổng công ty ban hành mẫu.',
    en: 'The wording of this template is a proposal, until the corporation issues its own.',
  },
  source: { vi: 'Căn cứ', en: 'Source' },
  reason: { vi: 'Lý do lập lại', en: 'Why a new one is made' },
  reason_hint: {
    vi: 'Hồ sơ đã có văn bản {number} cùng loại. Lập bản mới thì bản đó hết hiệu lực, kể cả khi đã ký.',
    en: 'The case has {number} of this kind. It no longer counts once a new one is made, even if it was signed.',
  },
  number: { vi: 'Số', en: 'Number' },
  made: { vi: 'Lập lúc', en: 'Made' },
  made_by: { vi: '{at}, {who}', en: '{at}, {who}' },
  state: { vi: 'Tình trạng', en: 'State' },
  customer: { vi: 'Khách hàng', en: 'Customer' },
  unit: { vi: 'Điện lực', en: 'Power unit' },
  signed_by_code: {
    vi: '{who} ký lúc {at}, bằng mã gửi tới {contact}',
    en: '{who}, {at}, by a code sent to {contact}',
  },
  signed_by_key: { vi: '{who} ký số lúc {at}', en: '{who}, {at}, by the key of the unit' },
  not_signed: { vi: 'chưa ký', en: 'not signed yet' },
  replaces: { vi: 'Thay cho', en: 'In place of' },
  open: { vi: 'Mở văn bản (PDF)', en: 'Open the paper (PDF)' },
  open_issued: { vi: 'Bản khách hàng đọc và ký (PDF)', en: 'What the customer read and signed (PDF)' },
  hash: { vi: 'Mã băm SHA-256', en: 'SHA-256' },
  sign_unit: { vi: 'Ký số bằng khóa của đơn vị', en: 'Sign with the key of the unit' },
  sign_unit_hint: {
    vi: 'Chữ ký số bao trùm toàn bộ văn bản, gồm cả phần khách hàng đã ký. Ký rồi thì không sửa được.',
    en: 'The signature covers the whole paper, with what the customer signed. Nothing can be changed afterwards.',
  },
  back: { vi: 'Về hồ sơ {code}', en: 'Back to case {code}' },
  done_made: { vi: 'Đã lập văn bản.', en: 'The paper was made.' },
  done_signed: { vi: 'Đã ký văn bản.', en: 'The paper was signed.' },
  errors: { vi: 'Có mục cần sửa', en: 'Something needs mending' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  empty_choice: { vi: 'Chọn…', en: 'Choose…' },
} satisfies Texts;

export const stateNames: Record<PaperState, Text> = {
  waits_customer: { vi: 'Chờ khách hàng ký', en: 'Waiting for the customer' },
  waits_unit: { vi: 'Chờ điện lực ký số', en: 'Waiting for the power unit' },
  complete: { vi: 'Đã đủ chữ ký', en: 'Signed by all' },
  void: { vi: 'Đã thay bằng bản khác', en: 'Replaced' },
};
