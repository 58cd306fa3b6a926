import type { Text, Texts } from '#platform/text.ts';
import type { NoticeKind } from './kinds.ts';
import { body_supplement_asked } from './texts-body.ts';
import { paper_to_sign } from './texts-paper.ts';

/** `subject` and `lines` make the letter, `sms` the short message. A line whose fact is missing is left out. */
type Template = { subject: Text; lines: readonly Text[]; sms: Text };

export const texts = {
  greeting: { vi: 'Kính chào {name},', en: 'Dear {name},' },
  follow: { vi: 'Xem hồ sơ đang đến đâu: {link}', en: 'See where your request stands: {link}' },
  help: {
    vi: 'Cần hỏi thêm, anh/chị gọi {hotline} và đọc mã hồ sơ {code}.',
    en: 'If you have a question, call {hotline} and say the case code {code}.',
  },
  regards: { vi: 'Trân trọng,\n{unit}\n{utility}', en: 'Kind regards,\n{unit}\n{utility}' },
  to_be_accepted: {
    vi: '{unit} xem và tiếp nhận hồ sơ; anh/chị chưa phải làm gì thêm.',
    en: '{unit} looks at your request and takes it on; you need not do anything yet.',
  },
  for_you: {
    vi: 'anh/chị gửi phần còn thiếu.',
    en: 'you send what is missing.',
  },
} satisfies Texts;

const acknowledgement: Template = {
  subject: { vi: 'Đã nhận hồ sơ {code}: {service}', en: 'We have received your request {code}: {service}' },
  lines: [
    {
      vi: 'Chúng tôi đã nhận hồ sơ “{service}” của anh/chị. Mã hồ sơ là {code}; anh/chị giữ mã này để theo dõi.',
      en: 'We have received your request “{service}”. Its case code is {code}; keep it to follow your request.',
    },
    { vi: 'Việc tiếp theo: {waiting}', en: 'What comes next: {waiting}' },
    { vi: 'Hẹn làm xong trước {due}.', en: 'It is due before {due}.' },
  ],
  sms: {
    vi: 'Đã nhận hồ sơ {code}. Hẹn xong trước {due}. Theo dõi: {link}',
    en: 'Request {code} received. Due before {due}. Follow it: {link}',
  },
};

const supplement_asked: Template = {
  subject: {
    vi: 'Hồ sơ {code}: cần anh/chị gửi bổ sung',
    en: 'Request {code}: we need something more from you',
  },
  lines: [
    {
      vi: 'Để làm tiếp hồ sơ “{service}” (mã {code}), chúng tôi cần anh/chị gửi thêm:',
      en: 'To go on with your request “{service}” (code {code}), we need from you:',
    },
    { vi: '{what}', en: '{what}' },
    {
      vi: 'Anh/chị gửi ngay trên trang theo dõi, trước hết ngày {until}.',
      en: 'Please send it on the tracking page by the end of {until}.',
    },
    {
      vi: 'Trong lúc chờ, thời hạn giải quyết tạm dừng; nhận đủ là chúng tôi làm tiếp ngay.',
      en: 'The time limit rests until then; once we have everything we go on at once.',
    },
  ],
  sms: {
    vi: 'Hồ sơ {code} cần anh/chị gửi bổ sung trước hết ngày {until}: {what} Gửi tại {link}',
    en: 'Request {code}: please send by {until}: {what} Send it at {link}',
  },
};

const finished: Template = {
  subject: { vi: 'Hồ sơ {code} đã làm xong', en: 'Your request {code} is done' },
  lines: [
    {
      vi: '“{service}” của anh/chị (mã {code}) đã làm xong.',
      en: 'Your request “{service}” (code {code}) is done.',
    },
    { vi: 'Kết quả: {result}.', en: 'The result: {result}.' },
    {
      vi: 'Nếu có chỗ nào chưa đúng, anh/chị nhắn ngay trên trang theo dõi để chúng tôi xem lại. Anh/chị cũng có thể chấm điểm phục vụ ở đó.',
      en: 'If anything is not right, write to us on the tracking page and we shall look at it again. You can also rate our service there.',
    },
  ],
  sms: {
    vi: 'Hồ sơ {code} đã làm xong. Xem kết quả và góp ý: {link}',
    en: 'Request {code} is done. See the result and tell us what you think: {link}',
  },
};

const late_with_apology: Template = {
  subject: {
    vi: 'Xin lỗi anh/chị: hồ sơ {code} bị trễ hẹn',
    en: 'We are sorry: your request {code} is late',
  },
  lines: [
    {
      vi: 'Chúng tôi đã hẹn làm xong “{service}” (mã {code}) trước {due}, nhưng chưa kịp. Chúng tôi thành thật xin lỗi anh/chị.',
      en: 'We promised to finish “{service}” (code {code}) before {due}, and have not. We sincerely apologise.',
    },
    { vi: 'Hiện còn: {waiting}', en: 'What is still under way: {waiting}' },
    {
      vi: 'Việc trễ hẹn đã được ghi lại trong hồ sơ. Làm xong, chúng tôi báo anh/chị ngay.',
      en: 'The delay is recorded on your case. We shall tell you as soon as it is done.',
    },
  ],
  sms: {
    vi: 'Xin lỗi anh/chị, hồ sơ {code} bị trễ hẹn ({due}). Xem đang đến đâu: {link}',
    en: 'We are sorry: request {code} is late (it was due {due}). See where it stands: {link}',
  },
};

const answer: Template = {
  subject: { vi: 'Hồ sơ {code}: có trả lời cho anh/chị', en: 'Request {code}: there is an answer for you' },
  lines: [
    {
      vi: 'Về hồ sơ “{service}” (mã {code}), chúng tôi xin trả lời:',
      en: 'About your request “{service}” (code {code}):',
    },
    { vi: '{answer}', en: '{answer}' },
    { vi: 'Anh/chị nhắn lại được ngay trên trang theo dõi.', en: 'You can write back on the tracking page.' },
  ],
  sms: {
    vi: 'Hồ sơ {code} có trả lời cho anh/chị. Xem tại {link}',
    en: 'There is an answer on your request {code}. Read it at {link}',
  },
};

const declined: Template = {
  subject: { vi: 'Hồ sơ {code}: chưa tiếp nhận được', en: 'Request {code}: we cannot take it on' },
  lines: [
    {
      vi: 'Rất tiếc, chúng tôi chưa tiếp nhận được hồ sơ “{service}” (mã {code}). Lý do:',
      en: 'We are sorry that we cannot take on your request “{service}” (code {code}). The reason:',
    },
    { vi: '{reason}', en: '{reason}' },
    {
      vi: 'Nếu anh/chị thấy chưa đúng, nhắn trên trang theo dõi hoặc gọi cho chúng tôi; khi đã đủ điều kiện, anh/chị nộp hồ sơ mới.',
      en: 'If you think this is not right, write to us on the tracking page or call us; once the condition is met, you can apply again.',
    },
  ],
  sms: {
    vi: 'Rất tiếc, hồ sơ {code} chưa tiếp nhận được. Lý do: {reason} Xem tại {link}',
    en: 'We are sorry: request {code} cannot be taken on. Reason: {reason} See {link}',
  },
};

const transferred: Template = {
  subject: { vi: 'Hồ sơ {code} đã chuyển đến {unit}', en: 'Your request {code} has moved to {unit}' },
  lines: [
    {
      vi: 'Hồ sơ “{service}” (mã {code}) đã được chuyển đến {unit}, nơi sẽ làm tiếp. Anh/chị không phải nộp lại.',
      en: 'Your request “{service}” (code {code}) has moved to {unit}, which goes on with it. You need not apply again.',
    },
    {
      vi: 'Mã hồ sơ giữ nguyên. Hẹn làm xong trước {due}.',
      en: 'The case code stays the same. It is due before {due}.',
    },
  ],
  sms: {
    vi: 'Hồ sơ {code} đã chuyển đến {unit}; anh/chị không phải nộp lại. Theo dõi: {link}',
    en: 'Request {code} has moved to {unit}; you need not apply again. Follow it: {link}',
  },
};

const one_time_code: Template = {
  subject: { vi: 'Mã xác nhận của anh/chị', en: 'Your confirmation code' },
  lines: [
    { vi: 'Mã xác nhận của anh/chị là {otp}', en: 'Your confirmation code is {otp}' },
    {
      vi: 'Mã dùng được trong {minutes} phút, một lần. Nhập mã vào trang đang mở để gửi hồ sơ hoặc xem hồ sơ.',
      en: 'It works once, within {minutes} minutes. Enter it on the page you have open.',
    },
    {
      vi: 'Không đưa mã cho ai: nhân viên điện lực không bao giờ hỏi mã này. Nếu anh/chị không xin mã, xin bỏ qua tin này.',
      en: 'Give it to nobody: our staff never ask for it. If you did not ask for a code, please ignore this message.',
    },
  ],
  sms: {
    vi: '{otp} là mã xác nhận của anh/chị, dùng trong {minutes} phút. Không đưa mã cho ai.',
    en: '{otp} is your confirmation code, for {minutes} minutes. Give it to nobody.',
  },
};

const agency_task: Template = {
  subject: {
    vi: 'Hồ sơ cấp điện {code}: đề nghị {body} giải quyết “{step}”',
    en: 'Electricity case {code}: {body} is asked for “{step}”',
  },
  lines: [
    {
      vi: '{unit} gửi {body} hồ sơ “{service}” (mã {code}) của {applicant} để giải quyết: {step}.',
      en: '{unit} sends {body} the case “{service}” (code {code}) of {applicant}, for: {step}.',
    },
    { vi: 'Thời hạn của việc này: {due}.', en: 'This is due {due}.' },
    {
      vi: 'Mở đường dẫn sau để xem giấy tờ, báo đã nhận và trả lời; không cần tài khoản: {task_link}',
      en: 'Open this link to see the papers, acknowledge and answer; no account is needed: {task_link}',
    },
    {
      vi: 'Đường dẫn chỉ dùng cho việc này, đến hết ngày {until}; có kết quả rồi thì hết hiệu lực. Xin không chuyển tiếp ra ngoài cơ quan.',
      en: 'The link is for this alone, until {until}, and ends with your answer. Please do not pass it on outside your office.',
    },
  ],
  sms: { vi: 'Hồ sơ {code}: {task_link}', en: 'Case {code}: {task_link}' },
};

const reappointed: Template = {
  subject: {
    vi: 'Hồ sơ {code}: xin lỗi và hẹn lại ngày trả',
    en: 'Request {code}: our apology and a new date',
  },
  lines: [
    {
      vi: 'Hồ sơ “{service}” (mã {code}) chưa có kết quả đúng hẹn. Chúng tôi xin lỗi anh/chị.',
      en: 'Your request “{service}” (code {code}) is not ready when we said it would be. We apologise.',
    },
    { vi: 'Lý do: {reason}', en: 'The reason: {reason}' },
    { vi: 'Chúng tôi hẹn trả kết quả ngày {until}.', en: 'We will give you the result on {until}.' },
  ],
  sms: {
    vi: 'Xin lỗi anh/chị: hồ sơ {code} hẹn lại trả kết quả ngày {until}. {link}',
    en: 'We apologise: request {code} will be ready on {until}. {link}',
  },
};

export const templates: Record<NoticeKind, Template> = {
  acknowledgement,
  supplement_asked,
  body_supplement_asked,
  finished,
  late_with_apology,
  one_time_code,
  answer,
  declined,
  transferred,
  paper_to_sign,
  reappointed,
  agency_task,
};

/** Names of the kinds and outcomes, for the outbox page. */
export const kindNames: Record<NoticeKind, Text> = {
  acknowledgement: { vi: 'Báo đã nhận', en: 'Acknowledgement' },
  supplement_asked: { vi: 'Xin bổ sung', en: 'Supplement asked' },
  body_supplement_asked: { vi: 'Cơ quan xin bổ sung', en: 'A State body asked for more' },
  finished: { vi: 'Báo làm xong', en: 'Finished' },
  late_with_apology: { vi: 'Xin lỗi vì trễ hẹn', en: 'Late, with apology' },
  one_time_code: { vi: 'Mã xác nhận', en: 'Confirmation code' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  declined: { vi: 'Không tiếp nhận', en: 'Declined' },
  transferred: { vi: 'Báo chuyển đơn vị', en: 'Transferred' },
  paper_to_sign: { vi: 'Văn bản chờ ký', en: 'Paper to sign' },
  reappointed: { vi: 'Xin lỗi và hẹn lại', en: 'Apology with a new date' },
  agency_task: { vi: 'Gửi cơ quan nhà nước', en: 'To a State body' },
};
