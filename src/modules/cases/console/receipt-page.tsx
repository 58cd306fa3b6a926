import { fill, type Language, type Texts } from '#platform/text.ts';
import { showCaseCode } from '../rules/code.ts';
import type { CasePage } from './case-page-facts.ts';
import { texts } from './texts.ts';
import { showMoment } from './time-words.ts';

const t = {
  title: { vi: 'Giấy biên nhận hồ sơ', en: 'Receipt of a request' },
  due: { vi: 'Hạn giải quyết', en: 'To be done by' },
  hash: { vi: 'Dấu kiểm tra', en: 'Check mark' },
  hash_note: {
    vi: 'Dấu này chứng minh hồ sơ được ghi đúng lúc gửi và không ai sửa được về sau. Quét mã, hoặc nhập mã hồ sơ và dấu tại {address} để kiểm tra.',
    en: 'This mark proves that the request was recorded when it was sent and cannot be changed later. Scan the code, or enter code and mark at {address} to check.',
  },
  papers: { vi: 'Giấy tờ đã nhận', en: 'Documents received' },
  print: {
    vi: 'Dùng lệnh In của trình duyệt (Ctrl+P).',
    en: 'Use the Print command of your browser (Ctrl+P).',
  },
  back: { vi: 'Về hồ sơ', en: 'Back to the case' },
  qr: { vi: 'Mã QR để kiểm tra biên nhận', en: 'QR code to check the receipt' },
} satisfies Texts;

type Props = { page: CasePage; language: Language; address: string; qr: string };

/** What the customer takes home from the counter. */
export function ReceiptPage({ page: { view }, language, address, qr }: Props) {
  const sent = view.documents.filter((document) => document.at <= view.opened_at);
  const lines = [
    [texts.service, view.service.name[language]],
    [texts.customer, view.customer_name],
    [texts.address, view.address],
    [texts.opened, showMoment(view.opened_at, language)],
    [t.due, view.due_at ? showMoment(view.due_at, language) : texts.no_due[language]],
    [texts.held_by, view.unit?.name[language] ?? view.unit_code],
  ] as const;
  return (
    <article className="receipt narrow">
      <p className="no-print">
        <a href={`/bang/ho-so/${view.code}`}>{t.back[language]}</a> · {t.print[language]}
      </p>
      <h1>{t.title[language]}</h1>
      <p className="receipt-code">{showCaseCode(view.code)}</p>
      <img className="qr" src={qr} alt={t.qr[language]} width={160} height={160} />
      <dl>
        {lines.map(([label, value]) => (
          <div key={label.en}>
            <dt>{label[language]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {sent.length > 0 && (
          <div>
            <dt>{t.papers[language]}</dt>
            <dd>{sent.map((document) => document.name).join(', ')}</dd>
          </div>
        )}
        <div>
          <dt>{t.hash[language]}</dt>
          <dd>
            <code>{view.receiptHash.replace(/(.{8})(?=.)/g, '$1 ')}</code>
          </dd>
        </div>
      </dl>
      <p className="hint">{fill(t.hash_note[language], { address })}</p>
    </article>
  );
}
