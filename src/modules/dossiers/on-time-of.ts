import { type CaseRow, readCaseById, readWholeTerm } from '#modules/cases/index.ts';
import { currentCalendar } from '#modules/catalogue/index.ts';
import type { Pause } from '#modules/deadlines/index.ts';
import type { Stretch } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type DossierRow, listStatusEvents } from './queries.ts';
import { judgeOnTime, type OnTimeFacts, type Verdict } from './rules/on-time.ts';
import { timesOf } from './rules/times-of.ts';

/** Whether a dossier is on time, seen at the end of a period. */
export async function onTimeOf(trx: Trx, dossier: DossierRow, periodEnd: Date): Promise<Verdict | null> {
  const found = await readCaseById(trx, dossier.case_id);
  if (!found) return null;
  const { appointment_at: appointmentAt } = dossier;
  const { pauses } = await readWholeTerm(trx, found, periodEnd);
  return judgeOnTime({
    ...timesOf(await listStatusEvents(trx, dossier.case_id)),
    receivedAt: found.opened_at,
    appointmentAt,
    legalMaximum: appointmentAt ? null : await legalMaximum(trx, found),
    customers: pauses.filter(({ reason }) => reason === 'customer').map(asStretch),
    periodEnd,
  });
}

const asStretch = ({ from, to }: Pause): Stretch => ({
  from: Date.parse(from),
  to: to === null ? null : Date.parse(to),
});

/** What all parties together may take, as it was when the case was opened, where it is counted in working days. */
async function legalMaximum(trx: Trx, found: CaseRow): Promise<OnTimeFacts['legalMaximum']> {
  const { limit } = await readWholeTerm(trx, found, found.opened_at);
  if (limit.unit !== 'working_days') return null;
  return { workingDays: limit.amount, calendar: await currentCalendar(trx, limit.calendar) };
}
