import type { Texts } from '#platform/text.ts';

export const scoreTexts = {
  title: { vi: 'Điểm tiếp cận điện năng', en: 'Getting electricity score' },
  lead: {
    vi: 'Cách chấm của Ngân hàng Thế giới (Doing Business, đã ngừng từ 9/2021). Phần nào hệ thống có số liệu thì tính lại từ số liệu ấy; phần còn lại lấy số đã công bố và ghi rõ như vậy.',
    en: 'As the World Bank scored it (Doing Business, ended in September 2021). What the system has figures of is worked out anew from them; the rest are published figures, and said to be.',
  },
  of_what: {
    vi: '{kind}, làm xong từ {from} đến {to}: {n} hồ sơ.',
    en: '{kind}, finished from {from} to {to}: {n} cases.',
  },
  company: { vi: 'Công ty', en: 'Company' },
  score: { vi: 'Điểm', en: 'Score' },
  score_mixed: {
    vi: 'Điểm có dùng số đã công bố cho: {parts}',
    en: 'Score with published figures for: {parts}',
  },
  unknown: { vi: 'chưa có số liệu', en: 'no figures yet' },
  no_score: {
    vi: 'Còn thiếu ít nhất một trong bốn phần nên không tính điểm chung.',
    en: 'At least one of the four parts is unknown, so there is no score of the whole.',
  },
  published: {
    vi: 'Điểm đã công bố cho Việt Nam: {score} ({source}). Đó không phải số do hệ thống này đếm.',
    en: 'Published for Viet Nam: {score} ({source}). That is not counted by this system.',
  },
  parts: { vi: 'Bốn phần của điểm', en: 'The four parts' },
  value: { vi: 'Giá trị', en: 'Value' },
  best: { vi: 'Tốt nhất', en: 'Best' },
  worst: { vi: 'Kém nhất', en: 'Worst' },
  time_from: {
    vi: 'Trung vị ngày lịch từ lúc nhận hồ sơ đến lúc đóng điện',
    en: 'Median calendar days from opening to energising',
  },
  procedures_from: {
    vi: 'Trung vị số thủ tục: nộp yêu cầu, cộng mỗi bước có khách hoặc cơ quan nhà nước làm',
    en: 'Median procedures: the request, and each step done by the customer or a State body',
  },
  published_here: { vi: 'Số đã công bố. {source}', en: 'A published figure. {source}' },
  reliability_from: {
    vi: 'Tính từ các thành phần ở bảng Độ tin cậy và minh bạch giá điện',
    en: 'Worked out from the components in the table of reliability and transparency',
  },
  how: {
    vi: 'Điểm mỗi phần = (kém nhất − giá trị) : (kém nhất − tốt nhất) × 100, trong khoảng 0 đến 100; điểm chung là trung bình cộng của bốn phần. Hồ sơ ở đây là mọi hồ sơ của loại đã nêu, không phải kho hàng 140 kVA mẫu của Doing Business, nên chỉ nên so với chính mình theo thời gian.',
    en: 'Each part = (worst − value) : (worst − best) × 100, from 0 to 100; the score is their plain mean. The cases here are all of the class named, not the model warehouse of 140 kVA, so compare it with itself over time.',
  },
} satisfies Texts;
