import type { Texts } from '#platform/text.ts';

export const eventTexts = {
  unassigned: { vi: 'để lại chung cho đơn vị', en: 'left with the unit' },
  asked: { vi: '{what} (trước ngày {until})', en: '{what} (by {until})' },
  visit: { vi: 'lần thứ {n}: {reason}', en: 'visit {n}: {reason}' },
  came: {
    vi: 'khách đến tận nơi, lần thứ {n}: {reason}',
    en: 'the customer came in person, visit {n}: {reason}',
  },
  working_days: { vi: 'ngày làm việc', en: 'working days' },
  working_hours: { vi: 'giờ làm việc', en: 'working hours' },
  minutes: { vi: 'phút', en: 'minutes' },
  rated: { vi: '{n} trên 5 sao: {remark}', en: '{n} of 5 stars: {remark}' },
  agency_moved: { vi: 'Cơ quan khác tiếp nhận thay', en: 'Another body took over' },
  counts_late: {
    vi: 'Lần bổ sung thứ hai: hồ sơ tính là trễ hạn',
    en: 'A second supplement: the dossier counts as late',
  },
  recorded_by_unit: { vi: 'Điện lực ghi từ văn bản giấy', en: 'Recorded by the power unit from paper' },
  new_link: { vi: 'Gửi đường dẫn mới', en: 'A new link was sent' },
  rehome: { vi: 'Đổi đơn vị theo quyết định tổ chức lại', en: 'Moved by a reorganisation' },
  warning: { vi: 'Nhắc: sắp đến hạn', en: 'Warning: due soon' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  escalated_to_company: { vi: 'Báo lên công ty', en: 'Told the company' },
  escalated_to_corporation: { vi: 'Báo lên tổng công ty', en: 'Told the corporation' },
  retimed: { vi: 'Tính lại thời hạn', en: 'Time limit computed again' },
  case_due: { vi: 'Cả hồ sơ, hạn chót {due}', en: 'The case, due {due}' },
  step_due: { vi: 'Bước “{step}”, hạn chót {due}', en: 'Step “{step}”, due {due}' },
} satisfies Texts;
