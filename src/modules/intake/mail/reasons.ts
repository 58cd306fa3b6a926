import { defineReasons } from '#platform/refused.ts';

export const mailReasons = defineReasons({
  letter_not_found: { status: 404, vi: 'Không tìm thấy thư này.', en: 'There is no such letter.' },
  letters_not_yours: {
    status: 403,
    vi: 'Hộp thư đến do tổng đài và quản trị viên của tổng công ty xem. Hồ sơ mở từ thư vẫn nằm trong danh sách hồ sơ của đơn vị.',
    en: 'Letters are read by the care centre and the corporation’s administrators. The cases they became are in the lists of the units.',
  },
  letter_settled: {
    status: 409,
    vi: 'Thư này đã thành hồ sơ hoặc lời nhắn, không mở lại được nữa.',
    en: 'This letter has become a case or a message already.',
  },
});
