import type { Text, Texts } from '#platform/text.ts';

export const texts = {
  left_out: {
    vi: 'Địa phương không thực hiện bước này ({source}).',
    en: 'The province does without this step ({source}).',
  },
  other_body: {
    vi: 'Địa phương giao cơ quan khác thực hiện ({source}).',
    en: 'Another body does this in the province ({source}).',
  },
  other_limit: {
    vi: 'Địa phương quy định thời hạn riêng ({source}).',
    en: 'The province has a limit of its own ({source}).',
  },
  other_order: {
    vi: 'Địa phương quy định thứ tự khác ({source}).',
    en: 'The province has another order ({source}).',
  },
  title: {
    vi: 'Quy chế phối hợp cấp điện trung áp',
    en: 'Coordination regulations for medium-voltage supply',
  },
  short: { vi: 'Quy chế tỉnh', en: 'Regulations' },
  lead: {
    vi: 'Mỗi tỉnh, thành phố có quy chế riêng về việc cơ quan nhà nước và ngành điện cùng giải quyết hồ sơ. Nơi chưa ban hành thì theo quy định chung của cả nước.',
    en: 'Each province has its own rules on how State bodies and the utility handle a dossier together. Where none is issued, the rules of the whole country hold.',
  },
  as_of: { vi: 'Tính đến ngày {day}', en: 'As of {day}' },
  count_issued: { vi: 'tỉnh, thành phố đã ban hành', en: 'provinces have issued theirs' },
  count_drafting: { vi: 'đang dự thảo hoặc lấy ý kiến', en: 'being drafted or consulted on' },
  count_unknown: { vi: 'dự thảo chưa ghi đang ở bước nào', en: 'drafts with no stage recorded' },
  count_without: { vi: 'đã ban hành nhưng nguồn chưa có số văn bản', en: 'issued, number not in the source' },
  map: { vi: 'Sơ đồ', en: 'Map' },
  map_title: {
    vi: 'Sơ đồ tình trạng quy chế của {n} tỉnh, thành phố',
    en: 'Map of how the {n} provinces stand with their regulations',
  },
  map_desc: {
    vi: 'Số trên sơ đồ là số thứ tự trong bảng. Bảng nói đúng như sơ đồ.',
    en: 'The number on the map is that of the table, which says the same.',
  },
  map_skip: { vi: 'Bỏ qua sơ đồ, đến bảng', en: 'Skip the map, go to the table' },
  neighbour: { vi: 'Ngoài địa bàn', en: 'Not served' },
  table: { vi: 'Bảng theo tỉnh, thành phố', en: 'Table by province' },
  number_column: { vi: 'Số', en: 'No.' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
  state: { vi: 'Tình trạng và văn bản', en: 'State and document' },
  stage: { vi: 'Bước dự thảo', en: 'Stage of the draft' },
  limits: { vi: 'Thời hạn', en: 'Limits' },
  number_missing: { vi: 'Chưa có số văn bản trong nguồn', en: 'Number of the document not in the source' },
  limits_missing: { vi: 'Chưa có trong nguồn', en: 'Not in the source' },
  limits_national: { vi: 'Theo quy định chung', en: 'As in the whole country' },
  issued_on: { vi: 'ban hành {day}', en: 'issued {day}' },
  holds_from: { vi: 'hiệu lực từ {day}', en: 'holds from {day}' },
  holds_from_unsure: {
    vi: 'ngày hiệu lực chưa rõ, tính từ {day}',
    en: 'first day unknown, taken as {day}',
  },
  holds_until: { vi: 'hết hiệu lực sau {day}', en: 'holds until {day}' },
  unsure: { vi: 'Cần xác nhận', en: 'To be confirmed' },
  stage_unknown: { vi: 'Nguồn không nói đang ở bước nào', en: 'The source does not say at which stage' },
  no_draft: { vi: 'Không có dự thảo', en: 'No draft' },
  new_draft: { vi: 'Đang soạn bản thay thế', en: 'A new one is being drafted' },
  since: { vi: 'từ {day}, {n} ngày', en: 'since {day}, {n} days' },
  body_closed: { vi: 'đã giải thể, hết ngày {day}', en: 'dissolved, last day {day}' },
  no_such_body: { vi: 'tỉnh không có cơ quan này', en: 'the province has no such body' },
  share_state: { vi: 'cơ quan nhà nước {n} ngày', en: 'State bodies {n} days' },
  share_utility: { vi: 'ngành điện {n} ngày', en: 'utility {n} days' },
  supplement_adds: { vi: 'bổ sung hồ sơ: thêm tối đa {n} ngày', en: 'a supplement adds up to {n} days' },
  back: { vi: 'Về sơ đồ và bảng', en: 'Back to map and table' },
  now: { vi: 'Hiện nay', en: 'At present' },
  versions: { vi: 'Các quy chế theo thời gian', en: 'Regulations by date' },
  versions_none: { vi: 'Chưa có quy chế nào được ban hành.', en: 'None has been issued.' },
  never_binding: { vi: 'không áp dụng ngày nào', en: 'binds on no day' },
  period: { vi: 'Áp dụng cho hồ sơ nộp', en: 'For dossiers filed' },
  period_open: { vi: 'từ {from}', en: 'from {from}' },
  period_closed: { vi: 'từ {from} đến hết {to}', en: 'from {from} to {to}' },
  recorded_late: {
    vi: 'Ghi vào hệ thống ngày {day}, sau ngày có hiệu lực: hồ sơ nộp trước lúc ghi vẫn theo quy định lúc nộp.',
    en: 'Recorded here on {day}, after its first day: dossiers filed before that keep the rules that stood when they were filed.',
  },
  source: { vi: 'Nguồn: {source}', en: 'Source: {source}' },
  keeps: {
    vi: 'Hồ sơ theo quy chế có hiệu lực ngày nộp. Quy chế thay đổi sau đó không đổi thời hạn của hồ sơ đã nộp.',
    en: 'A dossier follows the regulation of the day it was filed. A later change leaves its limits alone.',
  },
  participants: { vi: 'Cơ quan tham gia', en: 'Bodies taking part' },
  participants_missing: {
    vi: 'Nguồn chưa nêu cơ quan nào tham gia.',
    en: 'The source does not say which bodies take part.',
  },
  participants_national: { vi: 'Như quy định chung.', en: 'As in the whole country.' },
  differs: { vi: 'Khác gì với quy định chung', en: 'How it differs from the whole country' },
  differs_none: { vi: 'Không có điểm khác được ghi nhận.', en: 'No difference is on record.' },
  differs_total: { vi: 'Tổng thời hạn', en: 'Limit for the whole' },
  history: { vi: 'Các lần ghi', en: 'What was recorded' },
  history_none: { vi: 'Chưa ai ghi bước nào.', en: 'Nobody has recorded a stage yet.' },
  stages_ours: {
    vi: 'Các bước là cách hệ thống chia để theo dõi; văn bản nguồn không liệt kê.',
    en: 'The stages are this system’s own division; no source lists them.',
  },
  recorded_by: { vi: '{name} ghi ngày {day}', en: 'recorded by {name} on {day}' },
  reason: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  document: { vi: 'Văn bản', en: 'The document' },
  record: { vi: 'Ghi tiến độ', en: 'Record progress' },
  move: { vi: 'Ghi bước của dự thảo', en: 'Record the stage of the draft' },
  move_stage: { vi: 'Dự thảo đang ở bước', en: 'The draft is at' },
  move_body: { vi: 'Cơ quan đang giữ', en: 'Body it is at' },
  move_body_empty: { vi: 'Chưa rõ', en: 'Not known' },
  move_since: { vi: 'Từ ngày', en: 'Since' },
  move_note: { vi: 'Ghi chú (không bắt buộc)', en: 'Note (may be left empty)' },
  move_reason: { vi: 'Lý do, nếu quay lại bước trước', en: 'Reason, where it goes back a stage' },
  choose: { vi: 'Chọn', en: 'Choose' },
  issue: { vi: 'Ghi quy chế đã ban hành', en: 'Record that it was issued' },
  issue_hint: {
    vi: 'Nếu đang có quy chế, quy chế cũ hết hiệu lực vào ngày trước đó.',
    en: 'If one is in force, it ends the day before.',
  },
  issue_number: { vi: 'Số văn bản', en: 'Number of the document' },
  issue_number_hint: {
    vi: 'Như trên quyết định, ví dụ 656/QĐ-UBND',
    en: 'As on the decision, such as 656/QĐ-UBND',
  },
  issue_on: { vi: 'Ngày ban hành', en: 'Issued on' },
  issue_from: { vi: 'Có hiệu lực từ ngày', en: 'Holds from' },
  issue_template: { vi: 'Thời hạn theo mẫu', en: 'Terms as in' },
  issue_document: { vi: 'Tệp văn bản (không bắt buộc)', en: 'File of the document (may be left empty)' },
  end: { vi: 'Ghi quy chế hết hiệu lực', en: 'Record that it ends' },
  end_day: { vi: 'Ngày cuối cùng còn hiệu lực', en: 'Last day on which it holds' },
  end_which: { vi: 'Quy chế', en: 'Regulation' },
  end_day_hint: {
    vi: 'Ghi sai thì ghi lại, lần sau cùng có giá trị. Ghi ngày liền trước ngày có hiệu lực là hủy.',
    en: 'If it was wrong, record it again: the last word counts. The day just before its first day cancels it.',
  },
  end_ground: { vi: 'Căn cứ', en: 'On what ground' },
  done: { vi: 'Đã ghi.', en: 'Recorded.' },
  save: { vi: 'Ghi', en: 'Record' },
} satisfies Texts;

export const stateNames = {
  in_force: { vi: 'Đã ban hành', en: 'Issued' },
  issued_later: { vi: 'Đã ban hành, chưa hiệu lực', en: 'Issued, not in force yet' },
  drafting: { vi: 'Đang dự thảo', en: 'Being drafted' },
  none: { vi: 'Không có quy chế', en: 'None' },
} satisfies Record<string, Text>;

/** What stands beside the number on the map, for whoever does not tell the fills apart. */
export const stateSigns = { in_force: '✓', issued_later: '→', drafting: '…', none: '–' };

export const stageNames = {
  assigned: { vi: 'Đã giao soạn thảo', en: 'Drafting assigned' },
  draft_written: { vi: 'Đã có dự thảo', en: 'Draft written' },
  opinions_asked: { vi: 'Đang lấy ý kiến các sở, ngành', en: 'Departments asked for comments' },
  legal_appraisal: { vi: 'Sở Tư pháp đang thẩm định', en: 'Appraised by the Department of Justice' },
  submitted: { vi: 'Đã trình Ủy ban nhân dân tỉnh', en: 'Submitted to the People’s Committee' },
  issued: { vi: 'Đã ban hành', en: 'Issued' },
  ended: { vi: 'Hết hiệu lực', en: 'Ended' },
} satisfies Record<string, Text>;

/** Ways in which a limit is counted. */
export const unitNames = {
  working_days: { vi: '{n} ngày làm việc', en: '{n} working days' },
  working_hours: { vi: '{n} giờ làm việc', en: '{n} working hours' },
  minutes: { vi: '{n} phút', en: '{n} minutes' },
} satisfies Record<string, Text>;
