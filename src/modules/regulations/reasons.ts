import { defineReasons } from '#platform/refused.ts';

export const regulationReasons = defineReasons({
  province_not_found: {
    status: 404,
    vi: 'Không có tỉnh, thành phố này trong địa bàn. Xem lại danh sách.',
    en: 'There is no such province here. See the list.',
  },
  not_your_province: {
    status: 403,
    vi: 'Tiến độ quy chế do giám đốc công ty điện lực của tỉnh, Tổng công ty hoặc quản trị ghi. Anh/chị vẫn xem được.',
    en: 'The progress is recorded by the director of the province’s company, the corporation or an administrator. You may read it.',
  },
  form_incomplete: {
    status: 400,
    vi: 'Biểu mẫu gửi lên thiếu. Tải lại trang rồi ghi lại.',
    en: 'The form came incomplete. Reload the page and record it again.',
  },
  stage_needed: {
    status: 422,
    vi: 'Chọn bước mà dự thảo đang ở.',
    en: 'Choose the stage the draft is at.',
  },
  stage_already: {
    status: 409,
    vi: 'Dự thảo đang ở đúng bước và cơ quan này rồi. Chọn bước khác hoặc cơ quan khác.',
    en: 'The draft is at this stage and body already. Choose another stage or body.',
  },
  back_without_reason: {
    status: 422,
    vi: 'Dự thảo quay lại bước trước thì ghi lý do, để người sau hiểu.',
    en: 'Say why the draft goes back to an earlier stage.',
  },
  day_needed: { status: 422, vi: 'Ghi ngày, ví dụ 5/3/2026.', en: 'Give a day, such as 5/3/2026.' },
  since_in_future: {
    status: 422,
    vi: 'Ngày này chưa đến. Chỉ ghi việc đã xảy ra.',
    en: 'That day has not come. Record what has happened.',
  },
  since_before_last: {
    status: 422,
    vi: 'Ngày này trước lần ghi gần nhất ({last}). Kiểm tra lại ngày.',
    en: 'That day is before the last move ({last}). Check the day.',
  },
  body_unknown: {
    status: 422,
    vi: 'Chọn một cơ quan đang hoạt động của tỉnh này, hoặc để trống.',
    en: 'Choose a working body of this province, or leave it empty.',
  },
  number_needed: {
    status: 422,
    vi: 'Ghi số văn bản như trên quyết định, ví dụ 656/QĐ-UBND.',
    en: 'Give the number as on the decision, such as 656/QĐ-UBND.',
  },
  holds_before_issued: {
    status: 422,
    vi: 'Ngày có hiệu lực không thể trước ngày ban hành.',
    en: 'It cannot hold before it was issued.',
  },
  template_needed: {
    status: 422,
    vi: 'Chọn mẫu thời hạn giống với quyết định.',
    en: 'Choose the terms that match the decision.',
  },
  no_body_for_terms: {
    status: 409,
    vi: 'Mẫu này giao việc cho một cơ quan mà tỉnh không có ({kind}). Chọn mẫu khác hoặc bổ sung cơ quan.',
    en: 'These terms name a body that the province does not have ({kind}). Choose other terms or add the body.',
  },
  no_state_services: {
    status: 409,
    vi: 'Chưa có dịch vụ nào có bước của cơ quan nhà nước, nên chưa có gì để quy chế áp dụng.',
    en: 'No service has a step of a State body, so there is nothing for rules to apply to.',
  },
  not_in_force: {
    status: 409,
    vi: 'Không có quy chế nào đang hoặc sắp có hiệu lực để chấm dứt.',
    en: 'No regulation is in force, or will be, that could end.',
  },
  ends_before_it_began: {
    status: 422,
    vi: 'Ngày hết hiệu lực không thể trước ngày bắt đầu ({from}). Muốn hủy hẳn, ghi ngày liền trước ngày đó.',
    en: 'It cannot end before it began ({from}). To cancel it, give the day just before.',
  },
  reason_needed: {
    status: 422,
    vi: 'Ghi căn cứ: văn bản hoặc lý do chấm dứt.',
    en: 'Say on what ground: the document or the reason.',
  },
  words_too_long: { status: 422, vi: 'Tối đa {most} ký tự.', en: 'At most {most} characters.' },
  document_not_found: {
    status: 404,
    vi: 'Không có tệp văn bản này.',
    en: 'There is no such document.',
  },
});
