import type { Language, Text } from '#platform/text.ts';
import { texts } from './texts.ts';

const questions: { ask: Text; answer: Text }[] = [
  {
    ask: { vi: 'Tôi phải đi lại mấy lần?', en: 'How often must I come?' },
    answer: {
      vi: 'Gửi yêu cầu trên mạng thì không phải đi lần nào. Làm tại quầy thì nhiều nhất một lần. Ai bảo anh/chị đi thêm, hãy nhắn ngay trong hồ sơ: lần đi đó được ghi lại.',
      en: 'Never, when you ask on line; once at most at a counter. If anybody tells you to come again, write it in your case: that visit is put on record.',
    },
  },
  {
    ask: { vi: 'Mã khách hàng ở đâu?', en: 'Where is my customer code?' },
    answer: {
      vi: 'Trên hóa đơn và tin nhắn tiền điện, gồm 13 ký tự. Nhà chưa có điện thì không cần mã.',
      en: 'On the bill and the bill message: 13 characters. A house without electricity needs none.',
    },
  },
  {
    ask: { vi: 'Giấy tờ gửi bằng cách nào?', en: 'How do I send papers?' },
    answer: {
      vi: 'Chụp bằng điện thoại rồi chọn ảnh để gửi. Chưa có thì chọn đưa khi nhân viên đến.',
      en: 'Take a picture with your phone and choose it. Or choose to show it when our staff come.',
    },
  },
  {
    ask: { vi: 'Xem hồ sơ tới đâu ở đâu?', en: 'Where do I follow my case?' },
    answer: {
      vi: 'Trang “Theo dõi hồ sơ”: nhập mã hồ sơ và số điện thoại. Không cần tạo tài khoản.',
      en: 'At “Follow a case”: case code and phone number. No account is needed.',
    },
  },
  {
    ask: { vi: 'Quá hạn thì sao?', en: 'What if it is late?' },
    answer: {
      vi: 'Hệ thống tự báo lên công ty và tổng công ty, và nhắn xin lỗi anh/chị.',
      en: 'The system tells the company and the corporation by itself, and you get an apology.',
    },
  },
];

/** The questions people ask, answered in a few words. */
export function HelpPage({ hotlines, language }: { hotlines: readonly string[]; language: Language }) {
  return (
    <>
      <h1>{texts.help_title[language]}</h1>
      {questions.map(({ ask, answer }) => (
        <section key={ask.en}>
          <h2>{ask[language]}</h2>
          <p>{answer[language]}</p>
        </section>
      ))}
      <h2>{texts.outage_call[language]}</h2>
      <p className="row">
        {hotlines.map((line) => (
          <a key={line} className="button second" href={`tel:${line.replaceAll(' ', '')}`}>
            {line}
          </a>
        ))}
      </p>
    </>
  );
}
