import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { casesOfPeople } from './queries-related.ts';
import { showCaseCode } from './rules/code.ts';
import { ended, type State } from './rules/transitions.ts';
import { parseState } from './states.ts';
import { stateNames } from './texts.ts';

/** A case in a few words, for a page about its customer. `live`: somebody still has to do something. */
export type CaseOfCustomer = {
  code: string;
  shownCode: string;
  service: Text;
  state: State;
  stateName: Text;
  live: boolean;
  unitCode: string;
  openedAt: Date;
  dueAt: Date | null;
};
export type ListCasesOf = typeof listCasesOf;

const most = 30;

/** The cases of a customer, by their code or by any of their phones (E.164), the newest first, as far as the viewer sees them. */
export async function listCasesOf(
  trx: Trx,
  { customerCode = null, phones = [] }: { customerCode?: string | null; phones?: readonly string[] },
): Promise<CaseOfCustomer[]> {
  const customerCodes = customerCode === null ? [] : [customerCode];
  const rows = await casesOfPeople(trx, { customerCodes, phones }, most);
  return rows.map((row) => {
    const state = parseState(row.state);
    return {
      code: row.code,
      shownCode: showCaseCode(row.code),
      service: { vi: row.service_vi, en: row.service_en },
      state,
      stateName: stateNames[state],
      live: !ended(state),
      unitCode: row.unit_code,
      openedAt: row.opened_at,
      dueAt: row.due_at,
    };
  });
}
