import type { Text, Texts } from '#platform/text.ts';

export const texts = {
  title: { vi: 'Hộp thư đi', en: 'Outbox' },
  not_sent: {
    vi: 'Chưa cài đặt máy chủ thư, nên không thư nào được gửi đi. Đây là đúng những gì sẽ được gửi.',
    en: 'No mail server is set, so nothing is sent. This is exactly what would have been.',
  },
  sent_over: {
    vi: 'Thư đã gửi cho khách hàng, mới nhất ở trên.',
    en: 'What was sent to customers, the newest on top.',
  },
  empty: { vi: 'Chưa có thư nào.', en: 'Nothing yet.' },
  to: { vi: 'Gửi đến', en: 'To' },
  deliveries: { vi: 'Nhật ký gửi', en: 'Delivery log' },
  as_seen: { vi: 'Xem đúng như người nhận thấy', en: 'See it as its reader does' },
  older: { vi: 'Cũ hơn', en: 'Older' },
  newest: { vi: 'Mới nhất', en: 'Newest' },
  of_case: { vi: 'Thông báo đã gửi khách', en: 'What the customer was sent' },
  none_of_case: { vi: 'Chưa gửi thông báo nào.', en: 'Nothing yet.' },
  waiting: { vi: 'Đang chờ gửi', en: 'Waiting to be sent' },
} satisfies Texts;

export const channelNames: Record<string, Text> = {
  mail: { vi: 'Thư điện tử', en: 'E-mail' },
  sms: { vi: 'Tin nhắn', en: 'Short message' },
};
export const outcomeNames: Record<string, Text> = {
  sent: { vi: 'Đã gửi', en: 'Sent' },
  failed: { vi: 'Không gửi được', en: 'Failed' },
  unanswered: { vi: 'Đã đưa, máy chủ thư không trả lời', en: 'Handed over, the mail server did not answer' },
  outbox: { vi: 'Để ở hộp thư đi', en: 'Left in the outbox' },
};
