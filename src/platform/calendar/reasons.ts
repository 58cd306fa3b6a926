import { defineReasons, refuse } from '../refused.ts';
import type { CalendarDefinition } from './definition.ts';

export const calendarReasons = defineReasons({
  calendar_does_not_cover: {
    status: 503,
    vi: 'Lịch làm việc “{name}” chỉ có từ {from} đến {to}, chưa có ngày {day}, nên không tính được thời hạn. Chưa lưu gì cả. Xin báo quản trị hệ thống bổ sung lịch rồi làm lại.',
    en: 'The working calendar “{name}” runs from {from} to {to} and does not know {day}, so the time limit cannot be counted. Nothing was saved. Please tell the administrator to extend the calendar, then try again.',
  },
});

/** A day outside the calendar is never guessed: a limit that needs it is refused. */
export const notCovered = (calendar: CalendarDefinition, day: string) =>
  refuse(calendarReasons.calendar_does_not_cover, {
    name: calendar.name.vi,
    day,
    from: calendar.validFrom,
    to: calendar.validTo,
  });
