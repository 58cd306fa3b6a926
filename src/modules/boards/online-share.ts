import { type Board, of, ratio } from './board.ts';

export const onlineShare: Board = {
  view: 'online_share',
  slug: 'giao-dich-truc-tuyen',
  title: { vi: 'Giao dịch trực tuyến', en: 'Online transactions' },
  lead: {
    vi: 'Bao nhiêu phần trăm giao dịch đến mà khách không phải ra quầy.',
    en: 'How many transactions come in without the customer going to a counter.',
  },
  counting: {
    vi: 'Một giao dịch là một hồ sơ đã nhận, dù sau đó kết quả ra sao. Tháng là tháng nhận hồ sơ. Công ty là công ty đang giữ hồ sơ, hoặc giữ sau cùng nếu hồ sơ đã xong.',
    en: 'A transaction is a case taken in, whatever became of it. The month is that in which it was taken in. The company is the one that holds the case, or held it last once it has ended.',
  },
  dimensions: ['month', 'company', 'service', 'channel'],
  flags: ['online', 'unclear', 'online_surely', 'online_at_most'],
  sums: [],
  measures: [
    {
      name: 'transactions',
      label: { vi: 'Giao dịch', en: 'Transactions' },
      value: (counted) => of(counted, 'cases'),
      show: 'count',
    },
    {
      name: 'online',
      label: { vi: 'Trực tuyến', en: 'Online' },
      value: (counted) => of(counted, 'online'),
      show: 'count',
      opens: 'online',
    },
    {
      name: 'unclear',
      label: { vi: 'Kênh chưa rõ', en: 'Unclear channel' },
      value: (counted) => of(counted, 'unclear'),
      show: 'count',
      opens: 'unclear',
    },
    {
      name: 'share',
      label: { vi: 'Tỷ lệ trực tuyến', en: 'Online share' },
      value: (counted) => ratio(of(counted, 'online'), of(counted, 'cases')),
      show: 'share',
      opens: 'online',
    },
    {
      name: 'share_at_least',
      label: { vi: 'Tỷ lệ nếu không tính kênh chưa rõ', en: 'Share without the unclear channels' },
      value: (counted) => ratio(of(counted, 'online_surely'), of(counted, 'cases')),
      show: 'share',
      opens: 'online_surely',
      aside: true,
    },
    {
      name: 'share_at_most',
      label: { vi: 'Tỷ lệ nếu tính cả kênh chưa rõ', en: 'Share with all unclear channels' },
      value: (counted) => ratio(of(counted, 'online_at_most'), of(counted, 'cases')),
      show: 'share',
      opens: 'online_at_most',
      aside: true,
    },
  ],
  parts: [
    { label: { vi: 'Trực tuyến', en: 'Online' }, value: (counted) => of(counted, 'online_surely') },
    { label: { vi: 'Kênh chưa rõ', en: 'Unclear channel' }, value: (counted) => of(counted, 'unclear') },
    {
      label: { vi: 'Không trực tuyến', en: 'Not online' },
      value: (counted) => of(counted, 'cases') - of(counted, 'online_at_most'),
    },
  ],
  // A channel is online or it is not: there its size is what is worth drawing.
  scale: (by) => (by === 'channel' ? 'count' : 'share'),
  lists: {
    online: { vi: 'Giao dịch trực tuyến', en: 'Online transactions' },
    unclear: { vi: 'Giao dịch qua kênh chưa rõ cách tính', en: 'Transactions by a channel that is unclear' },
    online_surely: {
      vi: 'Giao dịch trực tuyến, không tính kênh chưa rõ',
      en: 'Online, without unclear channels',
    },
    online_at_most: { vi: 'Giao dịch trực tuyến, tính cả kênh chưa rõ', en: 'Online, with unclear channels' },
  },
  listed: [],
};
