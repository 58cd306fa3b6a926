import { defineReasons } from '#platform/refused.ts';

export const noticeReasons = defineReasons({
  notice_not_found: { status: 404, vi: 'Không tìm thấy thư này.', en: 'There is no such message.' },
});
