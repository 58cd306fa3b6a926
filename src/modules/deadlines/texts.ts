import type { Texts } from '#platform/text.ts';

export const texts = {
  started: { vi: 'Bắt đầu tính: {at}.', en: 'Counted from: {at}.' },
  received_later: {
    vi: 'Gửi ngoài giờ làm việc nên coi như nhận ngày {date}.',
    en: 'It came in outside working hours and counts as received on {date}.',
  },
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
  paused_in_all: {
    vi: 'Tổng thời gian tạm dừng, không tính vào thời hạn: {amount} {unit}.',
    en: 'Not counted for these pauses in all: {amount} {unit}.',
  },
  moved: {
    vi: 'Ngày cuối đúng ra là {date} nhưng là ngày nghỉ, nên hạn chuyển sang ngày làm việc kế tiếp (Bộ luật Dân sự 2015, Điều 148).',
    en: 'It would have ended on {date}, a day off, so it ends on the next working day (Civil Code 2015, Article 148).',
  },
  due: { vi: 'Hạn chót: {at}.', en: 'Due: {at}.' },
  paused: {
    vi: 'Hạn chót sẽ được tính lại khi hết tạm dừng; còn {remaining} {unit}.',
    en: 'The due time is set again when the pause ends; {remaining} {unit} are left.',
  },
  unit_working_days: { vi: 'ngày làm việc', en: 'working days' },
  unit_working_hours: { vi: 'giờ làm việc', en: 'working hours' },
  unit_minutes: { vi: 'phút', en: 'minutes' },
  supplement: { vi: 'chờ khách hàng bổ sung giấy tờ', en: 'waiting for the customer’s papers' },
  returned: {
    vi: 'cơ quan đã trả lại, điện lực đang giữ',
    en: 'the body had given it back, and the power unit had it',
  },
  uncounted_step: {
    vi: 'bước do khách hàng hoặc cơ quan khác làm, không tính vào thời hạn của điện lực',
    en: 'a step of the customer or of another body, which does not count against the utility',
  },
  ended: { vi: 'hồ sơ đã xong, sau đó được mở lại', en: 'the case was over, then reopened' },
  force_majeure: { vi: 'bất khả kháng', en: 'force majeure' },
  calendar: {
    vi: 'Theo “{calendar}”, bản {version}.',
    en: 'By the calendar “{calendar}”, version {version}.',
  },
  calendar_changed: {
    vi: '“{calendar}” đổi từ bản {from} sang bản {to}.',
    en: 'The calendar “{calendar}” went from version {from} to {to}.',
  },
  newly_off: { vi: 'Thêm ngày nghỉ {date}: {name}.', en: 'Now a day off: {date}, {name}.' },
  no_longer_off: {
    vi: 'Ngày {date} không còn là ngày nghỉ: {name}.',
    en: 'No longer a day off: {date}, {name}.',
  },
  newly_worked: { vi: 'Thêm ngày làm bù {date}: {name}.', en: 'Now a working day: {date}, {name}.' },
  no_longer_worked: {
    vi: 'Bỏ ngày làm bù {date}: {name}.',
    en: 'No longer a working day: {date}, {name}.',
  },
  due_changed: { vi: 'Hạn chót cũ: {from}. Hạn chót mới: {to}.', en: 'Due before: {from}. Due now: {to}.' },
  due_unchanged: { vi: 'Hạn chót không đổi: {to}.', en: 'Due as before: {to}.' },
  no_due: { vi: 'đang tạm dừng, còn {remaining} {unit}', en: 'paused, {remaining} {unit} left' },
} satisfies Texts;
