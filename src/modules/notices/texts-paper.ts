import type { Text } from '#platform/text.ts';

/** A paper was made in the case and waits to be read and signed. */
export const paper_to_sign = {
  subject: {
    vi: 'Hồ sơ {code}: có văn bản chờ anh/chị ký',
    en: 'Request {code}: a paper waits for you to sign',
  },
  lines: [
    {
      vi: 'Trong hồ sơ “{service}” (mã {code}) có văn bản chờ anh/chị đọc và ký: {paper}.',
      en: 'In your request “{service}” (code {code}) a paper waits for you to read and sign: {paper}.',
    },
    {
      vi: 'Anh/chị ký ngay trên trang theo dõi bằng mã gửi tới điện thoại hoặc e-mail; không phải đến quầy.',
      en: 'You sign on the tracking page with a code sent to your phone or e-mail; there is no need to come.',
    },
    {
      vi: 'Có chỗ chưa đúng thì đừng ký; anh/chị nhắn cho chúng tôi trên trang đó để lập lại.',
      en: 'If something is not right do not sign; write to us on that page and we make it anew.',
    },
  ],
  sms: {
    vi: 'Hồ sơ {code} có văn bản chờ anh/chị ký: {paper}. Đọc và ký tại {link}',
    en: 'Request {code}: a paper waits for you to sign: {paper}. Read and sign it at {link}',
  },
} satisfies { subject: Text; lines: Text[]; sms: Text };
