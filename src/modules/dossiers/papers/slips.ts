import { z } from 'zod';
import { showCaseCode } from '#modules/cases/index.ts';
import type { PdfBlock, PdfPage } from '#platform/pdf/index.ts';
import { showPhone } from '#platform/phone.ts';
import { refuse } from '#platform/refused.ts';
import { dossierReasons } from '../reasons.ts';
import { newDatesOf, timesVi } from '../rules/one-stop.ts';
import { line, moment, pageOf } from './page-of.ts';
import { lastEvent, type PaperFacts } from './paper-facts.ts';

const asker = ({ view, dossier }: PaperFacts) => [
  line('Mã hồ sơ', dossier.code),
  line('Mã hồ sơ ngành điện', showCaseCode(view.code)),
  line('Người nộp hồ sơ', view.customer_name),
  line('Địa chỉ', view.address),
  line('Số điện thoại', view.customer_phone && showPhone(view.customer_phone)),
  line('E-mail', view.customer_email),
  line('Nội dung yêu cầu giải quyết', view.service.name.vi),
];
const hands = (left: [string, string], right: [string, string]): PdfBlock => ({
  kind: 'signatures',
  fields: [left, right].map(([who, name]) => ({ who, hint: '(ký, ghi rõ họ tên)', name })),
});

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
export function receiptPaper(facts: PaperFacts): PdfPage {
  const { view, centre } = facts;
  const event = lastEvent(facts, 'open');
  const papers = view.documents.filter(({ at }) => at <= view.opened_at);
  const nameOf = (kind: string) => view.service.documents.find(({ code }) => code === kind)?.name.vi;
  return pageOf(facts, {
    kind: 'giay-tiep-nhan',
    title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    event,
    blocks: [
      { kind: 'facts', rows: asker(facts) },
      { kind: 'heading', text: 'Thành phần hồ sơ nộp' },
      {
        kind: 'table',
        columns: [
          { title: 'STT', share: 1.4, align: 'center' },
          { title: 'Tên giấy tờ', share: 6 },
          { title: 'Tệp', share: 4 },
          { title: 'Số bản', share: 1, align: 'right' },
        ],
        rows: papers.map(({ kind, name }, index) => [
          String(index + 1),
          nameOf(kind) ?? 'Giấy tờ khác',
          name,
          '1',
        ]),
      },
      {
        kind: 'facts',
        rows: [
          line('Thời gian nhận hồ sơ', moment(view.opened_at)),
          line('Thời gian trả kết quả dự kiến', promised(facts)),
          line('Nơi trả kết quả', centre?.name.vi),
          line('Đơn vị giải quyết', view.unit?.name.vi ?? view.unit_code),
        ],
      },
      hands(['NGƯỜI NỘP HỒ SƠ', view.customer_name], ['NGƯỜI TIẾP NHẬN HỒ SƠ', event.actor_name]),
    ],
  });
}

/** What the customer builds, or has built, is none of the time that was promised, and the paper says so. */
function promised({ view, dossier }: PaperFacts): string {
  const builds = view.steps.some(({ step }) => step && customersOwn.includes(step.actor.level));
  const words = builds && dossier.appointment_at ? ', không kể thời gian khách hàng xây dựng' : '';
  return `${moment(dossier.appointment_at)}${words}`;
}
const customersOwn: readonly string[] = ['customer', 'contractor'];

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
export function supplementPaper(facts: PaperFacts): PdfPage {
  const event = facts.view.events.findLast(({ kind }) => kind.endsWith('ask_supplement'));
  if (!event) throw refuse(dossierReasons.paper_not_due);
  const { what, until } = z
    .object({ what: z.string().catch(''), until: z.string().catch('') })
    .parse(event.data);
  return pageOf(facts, {
    kind: 'phieu-bo-sung',
    title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    event,
    blocks: [
      { kind: 'facts', rows: asker(facts) },
      { kind: 'heading', text: 'Cần bổ sung, hoàn thiện' },
      { kind: 'paragraph', text: what },
      { kind: 'facts', rows: [line('Bổ sung trước ngày', until.split('-').reverse().join('/'))] },
      { kind: 'paragraph', text: 'Thời gian chờ bổ sung không tính vào thời hạn giải quyết.' },
      hands(['NGƯỜI NỘP HỒ SƠ', facts.view.customer_name], ['NGƯỜI YÊU CẦU', event.actor_name]),
    ],
  });
}

const reasonOf = (data: unknown): string => z.object({ reason: z.string().catch('') }).parse(data).reason;

/** Phiếu từ chối tiếp nhận giải quyết hồ sơ. */
export function refusalPaper(facts: PaperFacts): PdfPage {
  const event = lastEvent(facts, 'decline');
  return pageOf(facts, {
    kind: 'phieu-tu-choi',
    title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    event,
    blocks: [
      { kind: 'facts', rows: asker(facts) },
      { kind: 'heading', text: 'Lý do từ chối' },
      { kind: 'paragraph', text: reasonOf(event.data) },
      hands(['NGƯỜI NỘP HỒ SƠ', facts.view.customer_name], ['NGƯỜI TỪ CHỐI TIẾP NHẬN', event.actor_name]),
    ],
  });
}

/** Phiếu xin lỗi và hẹn lại ngày trả kết quả. */
export function apologyPaper(facts: PaperFacts): PdfPage {
  const event = lastEvent(facts, 'reappoint');
  const { dossier, view, centre, rules } = facts;
  const { most, basis } = newDatesOf(rules);
  return pageOf(facts, {
    kind: 'phieu-xin-loi',
    title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
    event,
    blocks: [
      {
        kind: 'paragraph',
        text: `${centre?.name.vi ?? dossier.centre_code} xin lỗi Ông/Bà ${view.customer_name} vì hồ sơ dưới đây chưa có kết quả đúng hẹn.`,
      },
      { kind: 'facts', rows: asker(facts) },
      { kind: 'heading', text: 'Lý do chậm' },
      { kind: 'paragraph', text: reasonOf(event.data) },
      {
        kind: 'facts',
        rows: [
          line('Đã hẹn trả lúc', moment(dossier.appointment_at)),
          line('Hẹn lại trả lúc', moment(dossier.reappointment_at)),
        ],
      },
      {
        kind: 'paragraph',
        text: `Việc hẹn lại chỉ được thực hiện ${timesVi(most)} lần (${basis}). Chân thành xin lỗi Ông/Bà vì sự chậm trễ này.`,
      },
      hands(['NGƯỜI NHẬN PHIẾU', view.customer_name], ['NGƯỜI LẬP PHIẾU', event.actor_name]),
    ],
  });
}
