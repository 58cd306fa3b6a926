import { z } from 'zod';
import { listUnits } from '#modules/organisation/index.ts';
import type { PdfPage } from '#platform/pdf/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { dossierReasons } from '../reasons.ts';
import { line, moment, pageOf } from './page-of.ts';
import type { PaperEvent, PaperFacts } from './paper-facts.ts';

/** What hands a dossier over, or brings it a step further; by the end of the kind, so that the acts of State bodies stand here too. */
const handOver =
  /(^|_)(open|accept|decline|transfer|rehome|ask_supplement|receive_supplement|complete_step|complete_last_step|close|reopen|withdraw|reappoint|approve|refuse|receive|give_supplement|hand_back|send_again|stop)$/;
const names: Record<string, string> = {
  open: 'Tiếp nhận hồ sơ tại nơi nộp',
  accept: 'Đơn vị nhận giải quyết',
  decline: 'Từ chối',
  transfer: 'Chuyển đơn vị',
  rehome: 'Chuyển đơn vị do tổ chức lại',
  ask_supplement: 'Yêu cầu bổ sung',
  receive_supplement: 'Nhận bổ sung',
  complete_step: 'Xong bước',
  complete_last_step: 'Xong bước cuối, có kết quả',
  close: 'Trả kết quả',
  reopen: 'Mở lại',
  withdraw: 'Khách rút hồ sơ',
  reappoint: 'Xin lỗi, hẹn lại ngày trả',
  agency_receive: 'Cơ quan ghi nhận đã nhận hồ sơ',
  agency_accept: 'Cơ quan nhận giải quyết',
  agency_ask_supplement: 'Cơ quan yêu cầu bổ sung',
  agency_give_supplement: 'Đã bổ sung cho cơ quan',
  agency_approve: 'Cơ quan đồng ý',
  agency_refuse: 'Cơ quan không đồng ý',
  agency_hand_back: 'Cơ quan trả lại',
  agency_send_again: 'Gửi lại cơ quan',
  agency_stop: 'Thôi hỏi cơ quan',
};

/** Phiếu kiểm soát quá trình giải quyết hồ sơ: every hand-over with its time. */
export async function controlSheet(trx: Trx, facts: PaperFacts): Promise<PdfPage> {
  const { view, dossier } = facts;
  const event = view.events.at(-1);
  if (!event) throw refuse(dossierReasons.paper_not_due);
  const units = new Map((await listUnits(trx, { closedToo: true })).map(({ code, name }) => [code, name.vi]));
  const rows = view.events
    .filter(({ kind }) => handOver.test(kind))
    .map((one, index) => rowOf(facts, one, index, (code) => (code ? (units.get(code) ?? code) : '')));
  return pageOf(facts, {
    kind: 'phieu-kiem-soat',
    title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    event,
    blocks: [
      {
        kind: 'facts',
        rows: [
          line('Người nộp hồ sơ', view.customer_name),
          line('Nội dung', view.service.name.vi),
          line('Hẹn trả kết quả', moment(dossier.reappointment_at ?? dossier.appointment_at)),
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: 'STT', share: 1.4, align: 'center' },
          { title: 'Thời điểm giao nhận', share: 4 },
          { title: 'Việc', share: 5 },
          { title: 'Người giao, nơi giao', share: 5 },
          { title: 'Kết quả, ghi chú', share: 5 },
          { title: 'Ký nhận', share: 2 },
        ],
        rows,
      },
    ],
  });
}

const factsSchema = z
  .object({
    step: z.string().optional(),
    to: z.string().optional(),
    product: z.string().optional(),
    reason: z.string().optional(),
    what: z.string().optional(),
    answer: z.string().optional(),
    note: z.string().optional(),
    until: z.string().optional(),
  })
  .catch({});

function rowOf(
  { view }: PaperFacts,
  event: PaperEvent,
  index: number,
  unitName: (code: string | null | undefined) => string,
): string[] {
  const said = factsSchema.parse(event.data);
  const step = view.steps.find(({ step_code }) => step_code === said.step)?.step?.name.vi;
  const what = [names[event.kind] ?? event.kind, step, said.to && unitName(said.to)];
  const where = unitName(event.actor_unit);
  return [
    String(index + 1),
    moment(event.at),
    what.filter(Boolean).join(': '),
    [event.actor_name, where].filter(Boolean).join(', '),
    said.product ?? said.reason ?? said.what ?? said.answer ?? said.note ?? '',
    '',
  ];
}
