import type { Texts } from '#platform/text.ts';

export const texts = {
  started: { vi: 'Bắt đầu tính: {at}.', en: 'Counted from: {at}.' },
  working_days: {
    vi: 'Thời hạn {amount} ngày làm việc, không tính ngày nhận hồ sơ. Căn cứ: {source}.',
    en: 'The limit is {amount} working days, the day of receipt not counted. Basis: {source}.',
  },
  working_hours: {
    vi: 'Thời hạn {amount} giờ làm việc. Căn cứ: {source}.',
    en: 'The limit is {amount} working hours. Basis: {source}.',
  },
  minutes: {
    vi: 'Thời hạn {amount} phút, tính cả ngày lẫn đêm. Căn cứ: {source}.',
    en: 'The limit is {amount} minutes, day and night. Basis: {source}.',
  },
  uncertain: {
    vi: 'Thời hạn này đang chờ đối chiếu với văn bản gốc.',
    en: 'This limit is still to be checked against the original document.',
  },
  day_off: { vi: 'Không tính ngày {date}: {name}.', en: 'Not counted: {date}, {name}.' },
  days_off: {
    vi: 'Không tính từ {date} đến {until}: {name}.',
    en: 'Not counted: {date} to {until}, {name}.',
  },
  day_worked: {
    vi: 'Có tính ngày {date}: {name}.',
    en: 'Counted though it is a day off otherwise: {date}, {name}.',
  },
  pause: { vi: 'Không tính từ {from} đến {to}: {reason}.', en: 'Not counted from {from} to {to}: {reason}.' },
  pause_open: { vi: 'Tạm dừng tính từ {from}: {reason}.', en: 'Not counting since {from}: {reason}.' },
  due: { vi: 'Hạn chót: {at}.', en: 'Due: {at}.' },
  paused: {
    vi: 'Hạn chót sẽ được tính lại khi hết tạm dừng; còn {remaining} {unit}.',
    en: 'The due time is set again when the pause ends; {remaining} {unit} are left.',
  },
  unit_working_days: { vi: 'ngày làm việc', en: 'working days' },
  unit_working_hours: { vi: 'giờ làm việc', en: 'working hours' },
  unit_minutes: { vi: 'phút', en: 'minutes' },
  supplement: { vi: 'chờ khách hàng bổ sung giấy tờ', en: 'waiting for the customer’s papers' },
  uncounted_step: {
    vi: 'bước do khách hàng hoặc cơ quan khác làm, không tính vào thời hạn của điện lực',
    en: 'a step of the customer or of another body, which does not count against the utility',
  },
  ended: { vi: 'hồ sơ đã xong, sau đó được mở lại', en: 'the case was over, then reopened' },
  force_majeure: { vi: 'bất khả kháng', en: 'force majeure' },
  calendar: { vi: 'Lịch “{code}”, bản {version}.', en: 'Calendar “{code}”, version {version}.' },
} satisfies Texts;
