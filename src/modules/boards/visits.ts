import { type Board, of, ratio } from './board.ts';

export const visits: Board = {
  view: 'visits_per_case',
  slug: 'lan-den',
  title: { vi: 'Số lần khách phải đến', en: 'Customers’ visits' },
  lead: {
    vi: 'Mỗi thủ tục chỉ được mời khách đến nhiều nhất một lần. Đây là số lần khách thực sự phải đến.',
    en: 'A procedure may ask for one visit at most. These are the visits customers really had to make.',
  },
  counting: {
    vi: 'Tính các hồ sơ đã làm xong mọi bước, theo tháng làm xong. Hồ sơ bị từ chối hoặc khách đã rút không tính; hồ sơ mở lại được tính khi làm xong lần nữa. Lời hứa không giữ được là khi khách phải đến nhiều hơn số lần dịch vụ đã hứa.',
    en: 'Cases whose steps are all done, by the month in which they were. Declined and withdrawn cases are left out; a reopened case counts when it is done again. A promise is broken where the customer came more often than the service says.',
  },
  dimensions: ['month', 'company', 'unit', 'service', 'channel'],
  flags: ['at_most_one', 'none', 'broken'],
  sums: ['promised', 'visits'],
  measures: [
    {
      name: 'finished',
      label: { vi: 'Hồ sơ làm xong', en: 'Finished cases' },
      value: (counted) => of(counted, 'cases'),
      show: 'count',
    },
    {
      name: 'promised',
      label: { vi: 'Lần đến đã hứa', en: 'Visits promised' },
      value: (counted) => of(counted, 'promised'),
      show: 'count',
    },
    {
      name: 'visits',
      label: { vi: 'Lần đến thật', en: 'Visits made' },
      value: (counted) => of(counted, 'visits'),
      show: 'count',
    },
    {
      name: 'mean_visits',
      label: { vi: 'Trung bình một hồ sơ', en: 'Mean per case' },
      value: (counted) => ratio(of(counted, 'visits'), of(counted, 'cases')),
      show: 'mean',
    },
    {
      name: 'share_at_most_one',
      label: { vi: 'Đến không quá 1 lần', en: 'One visit or none' },
      value: (counted) => ratio(of(counted, 'at_most_one'), of(counted, 'cases')),
      show: 'share',
      opens: 'at_most_one',
    },
    {
      name: 'share_none',
      label: { vi: 'Không phải đến', en: 'No visit' },
      value: (counted) => ratio(of(counted, 'none'), of(counted, 'cases')),
      show: 'share',
      opens: 'none',
    },
    {
      name: 'broken',
      label: { vi: 'Lời hứa không giữ được', en: 'Broken promises' },
      value: (counted) => of(counted, 'broken'),
      show: 'count',
      opens: 'broken',
    },
  ],
  parts: [
    { label: { vi: 'Không phải đến', en: 'No visit' }, value: (counted) => of(counted, 'none') },
    {
      label: { vi: 'Đến 1 lần', en: 'One visit' },
      value: (counted) => of(counted, 'at_most_one') - of(counted, 'none'),
    },
    {
      label: { vi: 'Đến từ 2 lần', en: 'Two visits or more' },
      value: (counted) => of(counted, 'cases') - of(counted, 'at_most_one'),
    },
  ],
  scale: () => 'share',
  lists: {
    at_most_one: { vi: 'Hồ sơ khách đến không quá 1 lần', en: 'Cases with one visit or none' },
    none: { vi: 'Hồ sơ khách không phải đến', en: 'Cases without a visit' },
    broken: { vi: 'Hồ sơ không giữ được lời hứa', en: 'Cases with a broken promise' },
  },
  listed: [
    { column: 'promised', label: { vi: 'Đã hứa', en: 'Promised' } },
    { column: 'visits', label: { vi: 'Lần đến', en: 'Visits' } },
    {
      column: 'reasons',
      label: { vi: 'Lý do khách phải đến thêm', en: 'Why the customer had to come again' },
    },
  ],
};
