import type { Texts } from '#platform/text.ts';

export const texts = {
  contact: {
    vi: '{name}. Gọi {hotlines} hoặc xem {website}.',
    en: '{name}. Call {hotlines} or see {website}.',
  },
  key_service: {
    vi: 'Xin khóa (api_key) tại {name}: gọi {hotlines}, nói rõ ứng dụng của anh/chị làm gì. Không cần khóa để đọc danh sách dịch vụ và tình trạng chung của yêu cầu.',
    en: 'Ask {name} for an api_key: call {hotlines} and say what your application does. Reading the services and the general state of requests needs no key.',
  },
  notice_due: {
    vi: 'Đã nhận. Hạn xong: {due}. Theo dõi tại {url}',
    en: 'Received. Due: {due}. Follow it at {url}',
  },
  by_customer_code: { vi: 'Theo mã khách hàng {code}', en: 'By customer code {code}' },
  notice: { vi: 'Đã nhận. Theo dõi tại {url}', en: 'Received. Follow it at {url}' },
} satisfies Texts;

export const yesNo = [
  { value: 'yes', label: { vi: 'Có', en: 'Yes' } },
  { value: 'no', label: { vi: 'Không', en: 'No' } },
];
