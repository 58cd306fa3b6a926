import type { Text, Texts } from '#platform/text.ts';
import type { Stage } from './rules/attempt.ts';

export const texts = {
  body_is_no_more: {
    vi: '{body} đã giải thể và chưa có cơ quan nào được ghi là thay thế. Chọn cơ quan khác của tỉnh rồi gửi lại.',
    en: '{body} is no more, and no other is recorded as having taken over. Choose another body of the province and send it again.',
  },
} satisfies Texts;

export const stageNames: Record<Stage, Text> = {
  new: { vi: 'Mới gửi đến', en: 'New' },
  working: { vi: 'Đang giải quyết', en: 'In progress' },
  waiting: { vi: 'Chờ bổ sung', en: 'Waiting for a supplement' },
  done: { vi: 'Đã trả lời', en: 'Answered' },
};
