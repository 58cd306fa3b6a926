import type { Texts } from '#platform/text.ts';

export const t = {
  title: { vi: 'Ở cơ quan nhà nước', en: 'At State bodies' },
  has_it: { vi: '{body} đang giải quyết: {step}.', en: '{body} is working on: {step}.' },
  sent: {
    vi: 'Đã gửi {body}: {step}. Cơ quan chưa báo nhận.',
    en: 'Sent to {body}: {step}. Not acknowledged yet.',
  },
  received: { vi: '{body} đã nhận hồ sơ lúc {at}.', en: '{body} received it, {at}.' },
  due: { vi: 'Hạn của cơ quan: {at}.', en: 'Due from the body: {at}.' },
  waits: { vi: '{body} chờ anh/chị bổ sung: {step}.', en: '{body} waits for something from you: {step}.' },
  until: {
    vi: 'Gửi giúp trước ngày {day}. Trong lúc chờ, thời hạn của cơ quan tạm dừng; các cơ quan khác vẫn làm.',
    en: 'Please send it before {day}. The clock of this body rests meanwhile; the others work on.',
  },
  back: {
    vi: '{body} đã trả lời; điện lực đang xem để làm tiếp: {step}.',
    en: '{body} has answered; the power unit is seeing to what comes next: {step}.',
  },
  answered: { vi: '{body} đã trả lời: {step}.', en: '{body} has answered: {step}.' },
  answer: { vi: 'Trả lời', en: 'Your answer' },
  files: { vi: 'Ảnh hoặc tệp PDF', en: 'Pictures or PDF' },
  send: { vi: 'Gửi bổ sung cho {body}', en: 'Send to {body}' },
} satisfies Texts;
