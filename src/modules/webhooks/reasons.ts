import { defineReasons } from '#platform/refused.ts';

export const webhookReasons = defineReasons({
  endpoint_not_found: {
    status: 404,
    vi: 'Không có địa chỉ nhận tin này.',
    en: 'There is no such webhook endpoint.',
  },
  message_not_found: { status: 404, vi: 'Không có tin này.', en: 'There is no such message.' },
  url_unreadable: {
    status: 422,
    vi: 'Địa chỉ chưa đúng, ví dụ https://he-thong.example.vn/nhan-tin.',
    en: 'This is no address; write one like https://system.example.vn/hooks.',
  },
  url_not_https: {
    status: 422,
    vi: 'Địa chỉ phải bắt đầu bằng https://, để tin đi trên đường đã mã hóa.',
    en: 'The address must begin with https://, so that messages travel encrypted.',
  },
  url_credentials: {
    status: 422,
    vi: 'Không ghi tên và mật khẩu trong địa chỉ; chữ ký của tin đã chứng minh tin từ đâu đến.',
    en: 'Leave name and password out of the address; the signature proves where a message comes from.',
  },
  url_taken: {
    status: 409,
    vi: 'Địa chỉ này đã được đăng ký rồi.',
    en: 'This address is registered already.',
  },
  too_many_endpoints: {
    status: 409,
    vi: 'Đã có {most} địa chỉ, là số nhiều nhất được phép. Xóa bớt một địa chỉ trước.',
    en: 'There are {most} endpoints, as many as allowed. Delete one first.',
  },
  endpoint_disabled: {
    status: 409,
    vi: 'Địa chỉ này đang tắt. Bật lại rồi hãy gửi.',
    en: 'This endpoint is disabled. Enable it before sending.',
  },
  administrators_only: {
    status: 403,
    vi: 'Chỉ quản trị mới xem và sửa được các địa chỉ nhận tin.',
    en: 'Only administrators look after webhooks.',
  },
});
