/** What a State body asks of the customer, in its own name. */
export const body_supplement_asked = {
  subject: {
    vi: 'Hồ sơ {code}: {body} cần anh/chị gửi bổ sung',
    en: 'Request {code}: {body} needs something more from you',
  },
  lines: [
    {
      vi: '{body} đang xem xét phần việc của mình trong hồ sơ “{service}” (mã {code}) và đề nghị anh/chị gửi thêm:',
      en: '{body}, which does a part of your request “{service}” (code {code}), asks you for:',
    },
    { vi: '{what}', en: '{what}' },
    {
      vi: 'Anh/chị gửi ngay trên trang theo dõi, trước hết ngày {until}; chúng tôi chuyển đến cơ quan.',
      en: 'Please send it on the tracking page by the end of {until}; we pass it on.',
    },
    {
      vi: 'Trong lúc chờ, thời hạn của {body} tạm dừng. Các phần việc khác của hồ sơ vẫn làm tiếp.',
      en: 'Until then the time limit of {body} rests. The other parts of your request go on.',
    },
  ],
  sms: {
    vi: 'Hồ sơ {code}: {body} cần anh/chị gửi bổ sung trước hết ngày {until}: {what} Gửi tại {link}',
    en: 'Request {code}: {body} asks you to send by {until}: {what} Send it at {link}',
  },
};
