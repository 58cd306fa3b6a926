import { foldStatuses, isAsked, isGiven, type StatusEvent } from './fold-status.ts';
import type { OnTimeFacts, Supplement } from './on-time.ts';

type Times = Pick<OnTimeFacts, 'supplements' | 'processedAt' | 'returnedAt' | 'endedAt'>;
const unfinished = { processedAt: null, returnedAt: null, endedAt: null };

/** What the rule of punctuality needs of a case's events. A dossier that was opened again is not finished until it is so again. */
export function timesOf(events: readonly StatusEvent[]): Times {
  let ends: Omit<Times, 'supplements'> = unfinished;
  for (const { status, at } of foldStatuses(events)) {
    if (status === 9) ends = { ...unfinished, processedAt: at };
    else if (status === 10) ends = { ...ends, returnedAt: at };
    else if (status === 3 || status === 7 || status === 8) ends = { ...unfinished, endedAt: at };
    else ends = unfinished;
  }
  return { ...ends, supplements: supplementsOf(events) };
}

function supplementsOf(events: readonly StatusEvent[]): Supplement[] {
  const asked = events.filter(({ kind }) => isAsked(kind));
  return asked.map(({ seq, at, task }) => {
    const given = events.find((one) => one.seq > seq && isGiven(one.kind) && one.task === task);
    return { askedAt: at, givenAt: given?.at ?? null };
  });
}
