import { z } from 'zod';
import { type CaseRow, readWholeCase } from '#modules/cases/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { findEventData } from './queries-messages.ts';

/** What a State body does with its step, as a portal is told of it. */
const bodysActs: Record<string, string> = {
  agency_receive: 'Đã nhận hồ sơ',
  agency_accept: 'Đang giải quyết',
  agency_approve: 'Đồng ý',
  agency_refuse: 'Không đồng ý',
  agency_hand_back: 'Trả lại',
};

/** What brings a step further, whoever has it. */
export const isProgress = (kind: string): boolean => kind.startsWith('complete_') || kind in bodysActs;

const words = z.string().catch('');
const dataSchema = z
  .object({ step: words, product: words, unit: words, number: words, date: words, reason: words })
  .catch({ step: '', product: '', unit: '', number: '', date: '', reason: '' });

/** The step of an event, what came of it, and who did it: the body that has the step, else the unit that holds the case. */
export async function stepTold(trx: Trx, found: CaseRow, seq: number) {
  const event = await findEventData(trx, found.id, seq);
  const data = dataSchema.parse(event?.data);
  const view = await readWholeCase(trx, found);
  const name = view.steps.find(({ step_code }) => step_code === data.step)?.step?.name.vi ?? data.step;
  const act = bodysActs[event?.kind ?? ''];
  if (!act) return { TenTienTrinh: name, KetQuaTienTrinh: data.product, DonViXuLy: found.unit_code };
  const document = data.number && `số ${data.number} ngày ${data.date.split('-').reverse().join('/')}`;
  const said = [act, document || data.reason].filter(Boolean).join(': ');
  return { TenTienTrinh: name, KetQuaTienTrinh: said, DonViXuLy: data.unit || found.unit_code };
}
