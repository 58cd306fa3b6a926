import { listCasesById, readWholeTerms } from '#modules/cases/index.ts';
import type { Pause } from '#modules/deadlines/index.ts';
import type { Stretch } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { type DossierRow, listStatusEventsOf } from './queries.ts';
import { judgeOnTime, type Verdict } from './rules/on-time.ts';
import { timesOf } from './rules/times-of.ts';

/** Whether a dossier is on time, seen at the end of a period. */
export const onTimeOf = async (trx: Trx, dossier: DossierRow, periodEnd: Date): Promise<Verdict | null> =>
  (await onTimesOf(trx, [dossier], periodEnd)).get(dossier.case_id) ?? null;

/** As `onTimeOf`, of many dossiers by their cases; the number of statements is that of one. */
export async function onTimesOf(
  trx: Trx,
  dossiers: readonly DossierRow[],
  periodEnd: Date,
): Promise<Map<string, Verdict>> {
  const cases = await listCasesById(
    trx,
    dossiers.map(({ case_id }) => case_id),
  );
  const ids = cases.map(({ id }) => id);
  const terms = await readWholeTerms(trx, cases, periodEnd);
  const events = Map.groupBy(await listStatusEventsOf(trx, ids), ({ case_id }) => case_id);
  const appointments = new Map(dossiers.map((one) => [one.case_id, one.appointment_at]));
  return new Map(
    cases.flatMap(({ id, opened_at }) => {
      const whole = terms.get(id);
      if (!whole) return [];
      // What came later, a reopening too, changes nothing of how it stood at the end of the period.
      const till = (events.get(id) ?? []).filter(({ at }) => at <= periodEnd);
      const verdict = judgeOnTime({
        ...timesOf(till),
        receivedAt: opened_at,
        appointmentAt: appointments.get(id) ?? null,
        // What all parties together may take, where it is counted in working days.
        legalMaximum:
          whole.term.limit.unit === 'working_days'
            ? { workingDays: whole.term.limit.amount, calendar: whole.calendar }
            : null,
        customers: whole.term.pauses.filter(({ reason }) => reason === 'customer').map(asStretch),
        periodEnd,
      });
      return [[id, verdict]];
    }),
  );
}

const asStretch = ({ from, to }: Pause): Stretch => ({
  from: Date.parse(from),
  to: to === null ? null : Date.parse(to),
});
