import { type Board, type Counted, type Measure, of, ratio } from './board.ts';
import { signLists, signMeasures, signs } from './signs.ts';

const mean = (column: string) => (counted: Counted) => ratio(of(counted, column), of(counted, 'cases'));
const quantile = (name: string) => (counted: Counted) => counted[name] ?? null;
const days = (name: string, vi: string, en: string, value: Measure['value'], aside?: true): Measure => ({
  ...{ name, label: { vi, en }, value, show: 'mean' },
  ...(aside ? { aside } : {}),
});
/** The limit, where all cases counted have the same. */
const limit = ({ limit_low, limit_high }: Counted): number | null =>
  limit_low !== undefined && limit_low === limit_high ? limit_low : null;

export const access: Board = {
  view: 'access_to_electricity',
  slug: 'tiep-can-dien-nang',
  title: { vi: 'Tiếp cận điện năng', en: 'Access to electricity' },
  lead: {
    vi: 'Cấp điện mới mất bao nhiêu ngày làm việc: phần của ngành điện so với thời hạn, phần của cơ quan nhà nước và phần của khách để riêng.',
    en: 'How many working days a new connection takes: the utility’s part against its limit, with the State’s and the customer’s parts apart.',
  },
  counting: {
    vi: 'Tính các hồ sơ cấp điện đã đóng điện xong, theo tháng làm xong. Ngày là số phút làm việc của mỗi bên chia cho số phút của một ngày làm việc đủ, theo lịch của bước (không có bước thì lịch của hồ sơ), nên có phần lẻ; hạn trên giấy vẫn đếm trọn ngày. Lúc chờ khách bổ sung là phần của khách; không đến lượt ai là phần của đơn vị; hai bên cùng làm thì chia đều, ngành điện đứng trước. Hồ sơ mở lại chỉ tính một lần, khi làm xong lần nữa, với thời gian của mọi lần làm; quãng giữa lúc xong và lúc mở lại không của ai. Thời gian tạm dừng vì bất khả kháng vẫn tính cho bên đang giữ việc. Thời hạn là thời hạn có hiệu lực ngày nhận hồ sơ; quy chế phối hợp của tỉnh có ấn định phần của ngành điện thì theo quy chế. Trung vị và P90 nội suy giữa hai hồ sơ gần nhất.',
    en: 'Connections that were energised, by the month in which they were. Days are a party’s working minutes over those of a full working day by the calendar of the step (of the case, where no step was open), so they have fractions; the limit itself counts whole days. While the customer is asked for a supplement the time is theirs; when it is nobody’s turn it is the unit’s; parties at work together share it, the utility before others. A reopened case counts once, when it is done again, with the time of all rounds; the time between its end and its reopening is nobody’s. A pause for force majeure still counts for whoever had the work. The limit is that of the day of filing; where the province’s regulation fixes the utility’s part, it is that one. Median and P90 lie between the two nearest cases by distance.',
  },
  defined: '2026-11-25',
  dimensions: ['month', 'company', 'unit', 'service', 'channel', 'class'],
  flags: ['limited', 'within', 'beyond', 'limit_uncertain', ...signs.map(({ flag }) => flag), 'any_sign'],
  sums: ['utility_days', 'state_days', 'customer_days'],
  quantiles: [
    { name: 'utility_median', column: 'utility_days', at: 0.5 },
    { name: 'utility_p90', column: 'utility_days', at: 0.9 },
    { name: 'state_median', column: 'state_days', at: 0.5 },
    { name: 'state_p90', column: 'state_days', at: 0.9 },
    { name: 'customer_median', column: 'customer_days', at: 0.5 },
    { name: 'customer_p90', column: 'customer_days', at: 0.9 },
    { name: 'limit_low', column: 'limit_days', at: 0 },
    { name: 'limit_high', column: 'limit_days', at: 1 },
  ],
  measures: [
    {
      name: 'finished',
      label: { vi: 'Hồ sơ', en: 'Cases' },
      value: (counted) => of(counted, 'cases'),
      show: 'count',
    },
    days('utility_mean', 'Ngành điện: bình quân', 'Utility: mean', mean('utility_days')),
    days('utility_median', 'Trung vị', 'Median', quantile('utility_median')),
    days('utility_p90', 'P90', 'P90', quantile('utility_p90')),
    days('limit', 'Thời hạn', 'Limit', limit),
    {
      name: 'share_within',
      label: { vi: 'Trong hạn', en: 'Within the limit' },
      value: (counted) => ratio(of(counted, 'within'), of(counted, 'limited')),
      show: 'share',
      opens: 'within',
    },
    {
      name: 'beyond',
      label: { vi: 'Quá hạn', en: 'Beyond it' },
      value: (counted) => of(counted, 'beyond'),
      show: 'count',
      opens: 'beyond',
    },
    days('state_mean', 'Nhà nước: bình quân', 'State: mean', mean('state_days')),
    days('customer_mean', 'Khách: bình quân', 'Customer: mean', mean('customer_days')),
    {
      name: 'share_any_sign',
      label: { vi: 'Có dấu hiệu làm đẹp số liệu', en: 'With a sign of gaming' },
      value: (counted) => ratio(of(counted, 'any_sign'), of(counted, 'cases')),
      show: 'share',
      opens: 'any_sign',
    },
    ...signMeasures(true),
    days('state_median', 'Nhà nước: trung vị', 'State: median', quantile('state_median'), true),
    days('state_p90', 'Nhà nước: P90', 'State: P90', quantile('state_p90'), true),
    days('customer_median', 'Khách: trung vị', 'Customer: median', quantile('customer_median'), true),
    days('customer_p90', 'Khách: P90', 'Customer: P90', quantile('customer_p90'), true),
  ],
  parts: [
    {
      label: { vi: 'Ngày làm việc bình quân của ngành điện', en: 'Mean working days of the utility' },
      value: (counted) => mean('utility_days')(counted) ?? 0,
    },
  ],
  scale: () => 'count',
  rank: (counted) => mean('utility_days')(counted) ?? 0,
  few: 10,
  limit,
  steps: 'access_steps',
  lists: {
    within: { vi: 'Hồ sơ cấp điện trong hạn', en: 'Connections within the limit' },
    beyond: { vi: 'Hồ sơ cấp điện quá hạn', en: 'Connections beyond the limit' },
    limited: { vi: 'Hồ sơ cấp điện có thời hạn', en: 'Connections with a limit' },
    limit_uncertain: {
      vi: 'Hồ sơ theo thời hạn chưa xác minh',
      en: 'Connections under an unconfirmed limit',
    },
    ...signLists,
  },
  listed: [
    { column: 'class', label: { vi: 'Loại', en: 'Class' }, show: 'class' },
    { column: 'limit_days', label: { vi: 'Thời hạn', en: 'Limit' }, show: 'mean' },
    { column: 'utility_days', label: { vi: 'Ngành điện', en: 'Utility' }, show: 'mean' },
    { column: 'state_days', label: { vi: 'Nhà nước', en: 'State' }, show: 'mean' },
    { column: 'customer_days', label: { vi: 'Khách', en: 'Customer' }, show: 'mean' },
    ...signs.map(({ flag, label }) => ({ column: flag, label, show: 'flag' as const })),
  ],
};
