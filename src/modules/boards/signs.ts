import type { Text } from '#platform/text.ts';
import { type Measure, of, ratio } from './board.ts';

/** Signs that somebody may have worked for the figure rather than for the customer, each a column of the views. */
export const signs: readonly { flag: string; label: Text }[] = [
  { flag: 'near_due', label: { vi: 'Xong sát giờ hạn', en: 'Finished just before due' } },
  { flag: 'reopened', label: { vi: 'Xong rồi mở lại', en: 'Ended and reopened' } },
  { flag: 'supplements', label: { vi: 'Yêu cầu bổ sung nhiều lần', en: 'Repeated supplements' } },
  { flag: 'bare_pause', label: { vi: 'Tạm dừng không văn bản', en: 'Pause without a document' } },
  { flag: 'slower', label: { vi: 'Chuyển sang loại chậm hơn', en: 'Re-classified to a slower service' } },
];

const anySign: Text = { vi: 'Hồ sơ có dấu hiệu làm đẹp số liệu', en: 'Cases with a sign of gaming' };
export const signLists: Record<string, Text> = {
  ...Object.fromEntries(signs.map(({ flag, label }) => [flag, label])),
  any_sign: anySign,
};

/** The share of each, of all cases counted. */
export const signMeasures = (aside: boolean): Measure[] =>
  signs.map(({ flag, label }) => ({
    name: `share_${flag}`,
    label,
    value: (counted) => ratio(of(counted, flag), of(counted, 'cases')),
    show: 'share',
    opens: flag,
    ...(aside ? { aside } : {}),
  }));
