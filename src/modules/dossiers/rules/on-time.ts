import { addWorkingDays, type Calendar, dayAt, type Stretch } from '#platform/calendar/index.ts';

export type Supplement = { askedAt: Date; givenAt: Date | null };
export type OnTimeFacts = {
  receivedAt: Date;
  /** NgayHenTra, as first promised: a new date after an apology does not make a late dossier punctual. */
  appointmentAt: Date | null;
  /** Where nothing was promised: the longest the law allows. */
  legalMaximum: { workingDays: number; calendar: Calendar } | null;
  supplements: readonly Supplement[];
  /** When it was the customer's or their contractor's turn, their own works too: time that no office has. */
  customers: readonly Stretch[];
  /** When it became 9, 10, and 3, 7 or 8; null where it did not. */
  processedAt: Date | null;
  returnedAt: Date | null;
  endedAt: Date | null;
  /** The end of the reporting period. */
  periodEnd: Date;
};
export type Verdict = {
  /** null: nothing was promised and the law sets no time, so that nothing was measured. */
  onTime: boolean | null;
  end: Date;
  by: 'processed' | 'returned' | 'ended' | 'first_supplement' | 'period';
  why: 'second_supplement' | 'appointment' | 'legal_maximum' | 'nothing_to_measure';
};

/** Whether a dossier counts as on time, by the scoring of Decision 766/QĐ-TTg (2022). */
export function judgeOnTime(facts: OnTimeFacts): Verdict {
  const { end, by } = endOf(facts);
  const asked = facts.supplements.filter(({ askedAt }) => askedAt <= end);
  if (asked.length > 1) return { onTime: false, end, by, why: 'second_supplement' };
  const pauses = apart([...asked.map(waitOf), ...facts.customers], end.getTime());
  if (facts.appointmentAt) {
    const waited = pauses.reduce((sum, { from, to }) => sum + to - from, 0);
    // By date: a result of the promised day is in time, whatever the hour.
    const onTime = dayAt(new Date(end.getTime() - waited)) <= dayAt(facts.appointmentAt);
    return { onTime, end, by, why: 'appointment' };
  }
  if (!facts.legalMaximum) return { onTime: null, end, by, why: 'nothing_to_measure' };
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

const waitOf = ({ askedAt, givenAt }: Supplement): Stretch => ({
  from: askedAt.getTime(),
  to: givenAt?.getTime() ?? null,
});

/** Up to the end, in order, none over another: an hour in which two things were waited for is one hour. */
function apart(stretches: readonly Stretch[], end: number): { from: number; to: number }[] {
  const cut: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const [since, until] = [Math.max(from, cut.at(-1)?.to ?? from), Math.min(to ?? end, end)];
    if (since < until) cut.push({ from: since, to: until });
  }
  return cut;
}

function withinLaw(
  receivedAt: Date,
  end: Date,
  { workingDays, calendar }: NonNullable<OnTimeFacts['legalMaximum']>,
  pauses: readonly Stretch[],
): boolean {
  const last = addWorkingDays(calendar, receivedAt.getTime(), workingDays, pauses);
  return last.at === null || dayAt(end) <= dayAt(new Date(last.at));
}
