import { sayMoment } from '#modules/deadlines/index.ts';
import { utilityZone } from '#platform/calendar/index.ts';
import { fill, type Language, type Texts } from '#platform/text.ts';
import { Notice } from '#ui/parts.tsx';
import type { Checked } from '../papers/check-paper.ts';

export const checkTexts = {
  title: { vi: 'Kiểm tra giấy tờ một cửa', en: 'Check a one-stop paper' },
  genuine: { vi: 'Giấy này là thật.', en: 'This paper is genuine.' },
  not_genuine: {
    vi: 'Không khớp: giấy này không phải do chúng tôi cấp, hoặc đã bị sửa. Gọi tổng đài hoặc hỏi tại trung tâm.',
    en: 'It does not match: we did not give this paper, or it was changed. Call us, or ask at the centre.',
  },
  says: { vi: '{paper}, hồ sơ {code}, lập lúc {at}.', en: '{paper}, dossier {code}, made at {at}.' },
  compare: {
    vi: 'So với giấy trên tay: {service}; hẹn trả {due}.',
    en: 'Compare with the paper in hand: {service}; promised by {due}.',
  },
  no_date: { vi: 'chưa hẹn', en: 'no date' },
  register: {
    vi: 'Sổ liệt kê đúng và đủ các hồ sơ đã nhận trong khoảng ngày này.',
    en: 'The register lists exactly the dossiers received in this period.',
  },
} satisfies Texts;

/** What whoever scanned the code of a paper is told; nothing of a person. */
export function CheckPage({ checked, language }: { checked: Checked | 'register'; language: Language }) {
  const t = checkTexts;
  const genuine = checked === 'register' || checked.genuine;
  return (
    <>
      <h1>{t.title[language]}</h1>
      <Notice kind={genuine ? 'good' : 'bad'}>
        <p>{genuine ? <b>{t.genuine[language]}</b> : t.not_genuine[language]}</p>
        {checked === 'register' && <p>{t.register[language]}</p>}
        {checked !== 'register' && checked.genuine && (
          <p>
            {fill(t.says[language], {
              paper: checked.paper[language],
              code: checked.code,
              at: sayMoment(checked.at.toISOString(), language, utilityZone),
            })}{' '}
            {fill(t.compare[language], {
              service: checked.service[language],
              due: checked.appointment
                ? sayMoment(checked.appointment.toISOString(), language, utilityZone)
                : t.no_date[language],
            })}
          </p>
        )}
      </Notice>
    </>
  );
}
