import { addWorkingDays, type Calendar, type Stretch } from '#platform/calendar/index.ts';

export type Supplement = { askedAt: Date; givenAt: Date | null };
export type OnTimeFacts = {
  receivedAt: Date;
  /** NgayHenTra, as first promised: a new date after an apology does not make a late dossier punctual. */
  appointmentAt: Date | null;
  /** Where nothing was promised: the longest the law allows. */
  legalMaximum: { workingDays: number; calendar: Calendar } | null;
  supplements: readonly Supplement[];
  /** When it became 9, 10, and 3, 7 or 8; null where it did not. */
  processedAt: Date | null;
  returnedAt: Date | null;
  endedAt: Date | null;
  /** The end of the reporting period. */
  periodEnd: Date;
};
export type Verdict = {
  onTime: boolean;
  end: Date;
  by: 'processed' | 'returned' | 'ended' | 'first_supplement' | 'period';
  why: 'second_supplement' | 'appointment' | 'legal_maximum' | 'nothing_to_measure';
};

/** Whether a dossier counts as on time, by the scoring of Decision 766/QĐ-TTg (2022). */
export function judgeOnTime(facts: OnTimeFacts): Verdict {
  const { end, by } = endOf(facts);
  const asked = facts.supplements.filter(({ askedAt }) => askedAt <= end);
  if (asked.length > 1) return { onTime: false, end, by, why: 'second_supplement' };
  const pauses = asked.map((one) => waitOf(one, end));
  if (facts.appointmentAt) {
    const waited = pauses.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
    const onTime = end.getTime() - waited <= facts.appointmentAt.getTime();
    return { onTime, end, by, why: 'appointment' };
  }
  if (!facts.legalMaximum) return { onTime: true, end, by, why: 'nothing_to_measure' };
  return {
    onTime: withinLaw(facts.receivedAt, end, facts.legalMaximum, pauses),
    end,
    by,
    why: 'legal_maximum',
  };
}

/** The first of processed, returned, ended; a first supplement still awaited ends it where it was asked; else the period does. */
function endOf({
  processedAt,
  returnedAt,
  endedAt,
  supplements,
  periodEnd,
}: OnTimeFacts): Pick<Verdict, 'end' | 'by'> {
  const within = (at: Date | null): at is Date => at !== null && at <= periodEnd;
  if (within(processedAt)) return { end: processedAt, by: 'processed' };
  if (within(returnedAt)) return { end: returnedAt, by: 'returned' };
  if (within(endedAt)) return { end: endedAt, by: 'ended' };
  const [first, ...more] = supplements.filter(({ askedAt }) => askedAt <= periodEnd);
  if (first && more.length === 0 && !within(first.givenAt))
    return { end: first.askedAt, by: 'first_supplement' };
  return { end: periodEnd, by: 'period' };
}

const waitOf = ({ askedAt, givenAt }: Supplement, end: Date) => ({
  from: askedAt.getTime(),
  to: Math.min(givenAt?.getTime() ?? end.getTime(), end.getTime()),
});

function withinLaw(
  receivedAt: Date,
  end: Date,
  { workingDays, calendar }: NonNullable<OnTimeFacts['legalMaximum']>,
  pauses: readonly Stretch[],
): boolean {
  const last = addWorkingDays(calendar, receivedAt.getTime(), workingDays, pauses);
  return last.at === null || end.getTime() <= last.at;
}
