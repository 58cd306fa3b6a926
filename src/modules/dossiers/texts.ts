import type { Text, Texts } from '#platform/text.ts';
import type { Status } from './rules/status.ts';

/** As the National Public Service Portal names them. */
export const statusNames: Record<Status, Text> = {
  1: { vi: 'Mới đăng ký', en: 'Newly submitted' },
  2: { vi: 'Được tiếp nhận', en: 'Accepted' },
  3: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  4: { vi: 'Đang xử lý', en: 'In process' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment requested' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the citizen' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Processed' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
};

const onTimeTexts = {
  yes: { vi: 'Đúng hạn', en: 'On time' },
  no: { vi: 'Trễ hạn', en: 'Late' },
  unknown: { vi: 'Chưa xác định', en: 'Not measured' },
} satisfies Texts;
export const onTimeWords = (onTime: boolean | null): Text =>
  onTime === null ? onTimeTexts.unknown : onTime ? onTimeTexts.yes : onTimeTexts.no;

export const shareTexts = {
  some: {
    vi: 'Đúng hạn {percent}%: {on} trên {all} hồ sơ đã xác định được, tính đến {at} theo Quyết định 766/QĐ-TTg. Chưa xác định: {unknown}.',
    en: '{percent}% on time: {on} of the {all} dossiers that could be measured, as of {at}, by Decision 766/QĐ-TTg. Not measured: {unknown}.',
  },
  none: {
    vi: 'Chưa hồ sơ nào xác định được đúng hạn hay trễ hạn, tính đến {at}.',
    en: 'No dossier could be measured as on time or late, as of {at}.',
  },
} satisfies Texts;

export const statusName = (status: number): Text =>
  Object.entries(statusNames).find(([code]) => code === String(status))?.[1] ?? {
    vi: String(status),
    en: String(status),
  };
