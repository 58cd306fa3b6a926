import type { ReactNode } from 'react';
import { showPhone } from '#platform/phone.ts';
import { fill, type Language, type Texts } from '#platform/text.ts';
import { showCaseCode } from '../rules/code.ts';
import type { Receipt } from './receipt-facts.ts';
import { texts } from './texts.ts';
import { showMoment } from './time-words.ts';

const t = {
  title: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt and date of the result' },
  contact: { vi: 'Nơi nhận tin', en: 'Contact' },
  due: { vi: 'Hẹn trả kết quả', en: 'Result by' },
  done_by: { vi: 'Đơn vị giải quyết', en: 'Done by' },
  hash: { vi: 'Dấu kiểm tra', en: 'Check mark' },
  hash_note: {
    vi: 'Quét mã để kiểm tra giấy này là thật, hoặc nhập mã hồ sơ và dấu tại {address}.',
    en: 'Scan to check that this paper is genuine, or enter code and mark at {address}.',
  },
  papers: { vi: 'Giấy tờ đã nhận', en: 'Papers received' },
  shown: { vi: 'Đã xem bản gốc, trả lại khách', en: 'Originals seen and returned' },
  none: { vi: 'Không có', en: 'None' },
  next: { vi: 'Việc tiếp theo', en: 'What comes next' },
  follow: {
    vi: 'Anh/chị không cần quay lại đây để hỏi. Theo dõi hồ sơ tại {address} bằng mã hồ sơ và số điện thoại hoặc e-mail đã ghi ở trên; có thay đổi chúng tôi báo ngay.',
    en: 'There is no need to come back and ask. Follow the case at {address} with its code and the phone number or e-mail above; we tell you of every change.',
  },
  hotline: { vi: 'Cần hỏi, gọi {phones}.', en: 'Questions? Call {phones}.' },
  visit: { vi: 'Số lần đã đến', en: 'Visits so far' },
  giver: { vi: 'Người nộp hồ sơ', en: 'Handed in by' },
  taker: { vi: 'Người tiếp nhận', en: 'Received by' },
  signature: { vi: '(ký, ghi rõ họ tên)', en: '(signature and name)' },
  print: { vi: 'In biên nhận', en: 'Print the receipt' },
  print_hint: { vi: 'Hoặc bấm Ctrl+P. Vừa một tờ A5.', en: 'Or press Ctrl+P. It fits one A5 sheet.' },
  another: { vi: 'Tiếp khách kế tiếp', en: 'Next customer' },
  opened: { vi: 'Đã mở hồ sơ {code}.', en: 'Case {code} is open.' },
  to_case: { vi: 'Về hồ sơ', en: 'Back to the case' },
  qr: { vi: 'Mã QR để kiểm tra biên nhận', en: 'QR code to check the receipt' },
} satisfies Texts;

type Props = {
  receipt: Receipt;
  language: Language;
  /** The address people type, and where a receipt is checked. */
  url: string;
  address: string;
  qr: string;
  /** The State's code of it, where it has one. */
  dossier: ReactNode;
  /** What the reader may do from here. */
  may: { open: boolean; fresh: boolean };
};

/** What the customer takes home from the counter: one sheet. */
export function ReceiptPage(props: Props) {
  const { receipt, language, url, address, qr } = props;
  const { view, hotlines } = receipt;
  const first = view.steps[0]?.step?.plain[language];
  return (
    <article className="receipt narrow">
      <Buttons {...props} />
      <p className="receipt-unit">{(receipt.receivedAt ?? view.unit?.name)?.[language] ?? view.unit_code}</p>
      <h1>{t.title[language]}</h1>
      <div className="receipt-top">
        <p className="receipt-code">{showCaseCode(view.code)}</p>
        <img className="qr" src={qr} alt={t.qr[language]} width={160} height={160} />
      </div>
      {props.dossier}
      <Lines receipt={receipt} language={language} />
      {first && (
        <p>
          <b>{t.next[language]}:</b> {first}
        </p>
      )}
      <p>
        {fill(t.follow[language], { address: `${url}/theo-doi` })}{' '}
        {fill(t.hotline[language], { phones: hotlines.join(', ') })}
      </p>
      <p className="hint receipt-hash">
        {fill(t.hash_note[language], { address })} {t.hash[language]}:{' '}
        <code>{view.receiptHash.replace(/(.{8})(?=.)/g, '$1 ')}</code>
      </p>
      <div className="receipt-hands">
        <p>
          <b>{t.giver[language]}</b>
          <span>{t.signature[language]}</span>
          {view.customer_name}
        </p>
        <p>
          <b>{t.taker[language]}</b>
          <span>{t.signature[language]}</span>
          {receipt.receivedBy}
        </p>
      </div>
    </article>
  );
}

function Buttons({ receipt: { view }, language, may }: Props) {
  return (
    <div className="no-print">
      {may.fresh && (
        <p className="notice good" role="status">
          {fill(t.opened[language], { code: showCaseCode(view.code) })}
        </p>
      )}
      <p className="receipt-buttons">
        <button type="button" data-print="" hidden>
          {t.print[language]}
        </button>
        {may.fresh && (
          <a className="button" href="/bang/quay">
            {t.another[language]}
          </a>
        )}
        {may.open && <a href={`/bang/ho-so/${view.code}`}>{t.to_case[language]}</a>}
        <span className="hint">{t.print_hint[language]}</span>
      </p>
    </div>
  );
}

function Lines({ receipt, language }: Pick<Props, 'receipt' | 'language'>) {
  const { view, dueAt, shown, visit } = receipt;
  const papers = view.documents.filter((document) => document.at <= view.opened_at);
  const names = view.service.documents.filter(({ code }) => shown.includes(code));
  const contact = [view.customer_phone && showPhone(view.customer_phone), view.customer_email];
  const lines: [Texts[string], string][] = [
    [texts.service, view.service.name[language]],
    [texts.customer, view.customer_name],
    [t.contact, contact.filter(Boolean).join(', ')],
    [texts.address, view.address],
    [texts.opened, showMoment(view.opened_at, language)],
    [t.done_by, view.unit?.name[language] ?? view.unit_code],
    [t.due, dueAt ? showMoment(dueAt, language) : texts.no_due[language]],
    [t.papers, papers.map(({ name }) => name).join(', ') || t.none[language]],
  ];
  if (names.length > 0) lines.push([t.shown, names.map(({ name }) => name[language]).join('; ')]);
  if (visit) lines.push([t.visit, String(visit.ordinal)]);
  return (
    <dl>
      {lines.map(([label, value]) => (
        <div key={label.en}>
          <dt>{label[language]}</dt>
          <dd>{label === t.due ? <b>{value}</b> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
