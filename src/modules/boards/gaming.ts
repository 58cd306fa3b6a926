import { type Board, of, ratio } from './board.ts';
import { signLists, signMeasures, signs } from './signs.ts';

export const gaming: Board = {
  view: 'gaming_signs',
  slug: 'dau-hieu-so-lieu',
  title: { vi: 'Dấu hiệu làm đẹp số liệu', en: 'Signs of gaming' },
  lead: {
    vi: 'Con số đẹp có thể do làm tốt, cũng có thể do cách ghi. Đây là những hồ sơ nên xem lại trước khi tin vào số bình quân.',
    en: 'A fine figure may come from fine work or from how it was written down. These are the cases to look at before trusting an average.',
  },
  counting: {
    vi: 'Tính các hồ sơ đã làm xong, theo tháng làm xong. Dấu hiệu: xong trong {minutes} phút cuối trước hạn; đã xong hoặc kết thúc rồi mở lại; yêu cầu khách bổ sung từ {times} lần; tạm dừng vì bất khả kháng mà không có văn bản; chuyển sang dịch vụ hoặc loại có thời hạn dài hơn. Số phút và số lần ấy là lựa chọn của hệ thống, đặt theo ngày trong hồ sơ cấu hình. Có dấu hiệu không có nghĩa là làm sai: mỗi hồ sơ đều có thể có lý do chính đáng.',
    en: 'Finished cases, by the month in which they were. Signs: finished in the last {minutes} minutes before due; ended and reopened; {times} requests for supplements or more; a pause for force majeure without a document; changed to a service or variant with a longer limit. How many minutes and how many requests is our own choice, a dated setting. A sign is no proof of wrongdoing: each case may have an honest reason.',
  },
  said: { minutes: 'sign-near-due', times: 'sign-supplements' },
  defined: '2026-11-25',
  dimensions: ['month', 'company', 'unit', 'service', 'channel'],
  flags: [...signs.map(({ flag }) => flag), 'any_sign'],
  sums: [],
  measures: [
    {
      name: 'finished',
      label: { vi: 'Hồ sơ làm xong', en: 'Finished cases' },
      value: (counted) => of(counted, 'cases'),
      show: 'count',
    },
    {
      name: 'any_sign',
      label: { vi: 'Hồ sơ có dấu hiệu', en: 'Cases with a sign' },
      value: (counted) => of(counted, 'any_sign'),
      show: 'count',
      opens: 'any_sign',
    },
    {
      name: 'share_any_sign',
      label: { vi: 'Tỷ lệ có dấu hiệu', en: 'Share with a sign' },
      value: (counted) => ratio(of(counted, 'any_sign'), of(counted, 'cases')),
      show: 'share',
      opens: 'any_sign',
    },
    ...signMeasures(false),
  ],
  parts: [
    { label: { vi: 'Có dấu hiệu', en: 'With a sign' }, value: (counted) => of(counted, 'any_sign') },
    {
      label: { vi: 'Không có', en: 'Without' },
      value: (counted) => of(counted, 'cases') - of(counted, 'any_sign'),
    },
  ],
  scale: () => 'share',
  few: 10,
  lists: signLists,
  listed: signs.map(({ flag, label }) => ({ column: flag, label, show: 'flag' as const })),
};
