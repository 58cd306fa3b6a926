import type { Texts } from '#platform/text.ts';

export const reliabilityTexts = {
  title: {
    vi: 'Độ tin cậy và minh bạch giá điện (0-8)',
    en: 'Reliability and transparency of tariffs (0-8)',
  },
  component: { vi: 'Thành phần', en: 'Component' },
  saidi: {
    vi: 'SAIDI: số giờ mất điện của một khách hàng trong năm',
    en: 'SAIDI: hours without supply of a customer in a year',
  },
  saifi: {
    vi: 'SAIFI: số lần mất điện của một khách hàng trong năm',
    en: 'SAIFI: interruptions of a customer in a year',
  },
  from_records: {
    vi: 'Tính từ hồ sơ mất điện của hệ thống',
    en: 'Counted from the system’s records of outages',
  },
  no_records: {
    vi: 'Hệ thống chưa có hồ sơ mất điện nào',
    en: 'The system has no records of outages yet',
  },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  since: { vi: '{source}, từ {day}', en: '{source}, since {day}' },
  own: {
    vi: 'Chỉ số tính từ các thành phần trên: {index}/{most}',
    en: 'Index worked out from the components above: {index}/{most}',
  },
  own_unknown: {
    vi: 'Còn thiếu ít nhất một thành phần nên hệ thống chưa tính được chỉ số của mình.',
    en: 'At least one component is unknown, so the system cannot work out an index of its own yet.',
  },
  beyond: {
    vi: 'SAIDI hoặc SAIFI vượt 100 nên không thành phần nào được điểm.',
    en: 'SAIDI or SAIFI is above 100, so no component earns a point.',
  },
  published: {
    vi: 'Chỉ số đã công bố cho Việt Nam: {index}/{most} ({source}). Doing Business đo ở thành phố kinh doanh lớn nhất nước; đó không phải số do hệ thống này tính.',
    en: 'Published for Viet Nam: {index}/{most} ({source}). Doing Business looked at the largest business city; that is not worked out by this system.',
  },
} satisfies Texts;

/** What the index asks, to be answered with yes or no. */
export const askedTexts = {
  monitorsByTool: {
    vi: 'Theo dõi mất điện bằng hệ thống tự động',
    en: 'Outages are watched by an automatic system',
  },
  restoresByTool: {
    vi: 'Khôi phục cấp điện bằng hệ thống tự động',
    en: 'Supply is restored by an automatic system',
  },
  regulatorLooks: {
    vi: 'Cơ quan độc lập với ngành điện giám sát độ tin cậy',
    en: 'A body independent of the utility looks at its reliability',
  },
  paysBeyondCap: {
    vi: 'Bồi thường hoặc bị phạt khi mất điện quá mức',
    en: 'Outages beyond a cap are paid for or fined',
  },
  tariffsOnline: { vi: 'Biểu giá điện có trên mạng', en: 'Tariffs are on line' },
  tariffChangesTold: {
    vi: 'Thay đổi giá được báo trước trọn một kỳ hóa đơn',
    en: 'Changes of tariffs are told a full billing cycle ahead',
  },
} satisfies Texts;
