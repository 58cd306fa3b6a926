import { defineReasons } from '#platform/refused.ts';

export const codeReasons = defineReasons({
  code_wrong: {
    status: 422,
    vi: 'Mã chưa đúng. Xem lại mã 6 số trong tin mới nhất; còn {left} lần thử.',
    en: 'The code is not right. Look at the 6 digits in the newest message; {left} tries left.',
  },
  code_expired: {
    status: 422,
    vi: 'Mã đã quá 10 phút nên hết hiệu lực. Bấm “Gửi lại mã” để nhận mã mới.',
    en: 'The code is older than 10 minutes and no longer valid. Choose “Send the code again” for a new one.',
  },
  code_too_many_tries: {
    status: 429,
    vi: 'Đã nhập sai nhiều lần. Để giữ an toàn, anh/chị đợi {minutes} phút rồi xin mã mới. Những gì đã nhập vẫn còn nguyên.',
    en: 'The code was wrong too many times. To keep you safe, wait {minutes} minutes, then ask for a new code. What you typed is kept.',
  },
  code_none_asked: {
    status: 422,
    vi: 'Chưa có mã nào đang chờ nhập, hoặc mã đã dùng rồi. Bấm “Gửi lại mã” để nhận mã mới.',
    en: 'No code is waiting to be entered, or it was used already. Choose “Send the code again” for a new one.',
  },
  code_too_many_sends: {
    status: 429,
    vi: 'Đã gửi {most} mã trong một giờ. Anh/chị đợi {minutes} phút nữa rồi xin mã mới, hoặc dùng mã trong tin mới nhất nếu còn hạn.',
    en: 'We have sent {most} codes within an hour. Wait {minutes} more minutes before asking again, or use the newest code if it is still valid.',
  },
});
