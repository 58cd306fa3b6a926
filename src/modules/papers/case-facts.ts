import { type CaseView, showCaseCode } from '#modules/cases/index.ts';
import { type Actor, listWithAncestors } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { showPhone } from '#platform/phone.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';

/** “ngày 05 tháng 3 năm 2018”, as public papers write it: a day or month below three with its nought. */
export function sayDayInFull(at: Date): string {
  const [year, month = '', day] = dayAt(at).split('-');
  return `ngày ${day} tháng ${month < '03' ? month : Number(month)} năm ${year}`;
}

/** What a template may say of a case, as it is now; kept with the paper. */
export async function readCaseFacts(
  trx: Trx,
  view: CaseView,
  actor: Actor,
  now: Date,
): Promise<Record<string, string>> {
  const line = await listWithAncestors(trx, [view.unit_code]);
  const nameOf = (kind: string) => line.find((unit) => unit.kind === kind)?.name.vi ?? '';
  return {
    case_code: showCaseCode(view.code),
    service: view.service.name.vi,
    customer_name: view.customer_name,
    customer_code: view.customer_code ?? '',
    customer_phone: view.customer_phone ? showPhone(view.customer_phone) : '',
    customer_email: view.customer_email ?? '',
    address: view.address,
    unit: view.unit?.name.vi ?? view.unit_code,
    company: nameOf('company'),
    corporation: nameOf('corporation'),
    clerk: actor.name,
    opened_day: dayAt(view.opened_at).split('-').reverse().join('/'),
    day: sayDayInFull(now),
  };
}
