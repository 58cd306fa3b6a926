import { defineReasons } from '#platform/refused.ts';

export const open311Reasons = defineReasons({
  key_needed: {
    status: 403,
    vi: 'Thiếu api_key, hoặc api_key không còn hiệu lực.',
    en: 'The api_key is missing or no longer holds.',
  },
  no_such_address: {
    status: 404,
    vi: 'Không có địa chỉ này. Bắt đầu từ /open311/discovery.xml; mỗi địa chỉ kết thúc bằng .xml hoặc .json.',
    en: 'There is no such address. Begin at /open311/discovery.xml; each address ends in .xml or .json.',
  },
  cannot_read: { status: 400, vi: 'Không đọc được nội dung gửi lên.', en: 'What was sent cannot be read.' },
  form_needed: {
    status: 400,
    vi: 'Gửi bằng biểu mẫu: Content-Type application/x-www-form-urlencoded; charset=utf-8.',
    en: 'Send a form: Content-Type application/x-www-form-urlencoded; charset=utf-8.',
  },
  something_wrong: { status: 400, vi: 'Có mục chưa đúng.', en: 'Something is not right.' },
  service_needed: { status: 400, vi: 'Thiếu mã dịch vụ.', en: 'The service_code was not provided.' },
  service_unknown: {
    status: 404,
    vi: 'Không có dịch vụ mang mã này. Xem danh sách ở /services.',
    en: 'No service has this service_code. See /services.',
  },
  request_unknown: {
    status: 404,
    vi: 'Không có yêu cầu mang mã này, hoặc khóa này không được xem.',
    en: 'There is no request with this service_request_id, or this key may not see it.',
  },
  token_unknown: { status: 404, vi: 'Không có token này.', en: 'There is no such token.' },
  place_needed: {
    status: 400,
    vi: 'Cần nơi xảy ra: lat và long, hoặc address_string, hoặc address_id.',
    en: 'A location is needed: lat and long, or address_string, or address_id.',
  },
  latitude_wrong: {
    status: 400,
    vi: 'Vĩ độ là số từ -90 đến 90, gửi cùng long.',
    en: 'A latitude is a number from -90 to 90, sent together with long.',
  },
  longitude_wrong: {
    status: 400,
    vi: 'Kinh độ là số từ -180 đến 180, gửi cùng lat.',
    en: 'A longitude is a number from -180 to 180, sent together with lat.',
  },
  media_wrong: {
    status: 400,
    vi: 'Cần một địa chỉ http hoặc https, tối đa 2000 ký tự.',
    en: 'An http or https address is needed, 2000 characters at most.',
  },
  sent_twice: { status: 400, vi: 'Mục này chỉ nhận một giá trị.', en: 'This takes one value only.' },
  attribute_unknown: {
    status: 400,
    vi: 'Dịch vụ không hỏi mục này. Xem định nghĩa dịch vụ.',
    en: 'The service does not ask this. See its definition.',
  },
  moment_wrong: {
    status: 400,
    vi: 'Ghi ngày giờ kèm múi giờ, như 2026-03-04T09:00:00+07:00.',
    en: 'Write date, time and zone, such as 2026-03-04T09:00:00+07:00.',
  },
  range_backwards: { status: 400, vi: 'Ngày cuối ở trước ngày đầu.', en: 'The end is before the start.' },
  range_too_long: {
    status: 400,
    vi: 'Khoảng thời gian tối đa 90 ngày.',
    en: 'At most 90 days can be asked for.',
  },
  status_wrong: { status: 400, vi: 'Chỉ nhận open hoặc closed.', en: 'Only open or closed.' },
  too_many: { status: 400, vi: 'Tối đa 1000 mã mỗi lần hỏi.', en: 'At most 1000 ids can be asked for.' },
});

export type Open311Reason = keyof typeof open311Reasons;
