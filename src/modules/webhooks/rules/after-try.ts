import { nextTry } from './schedule.ts';

type Answered = { status: number | null; retryAfter: number | null };
type Facts = {
  /** Tries of this round so far, this one included. */
  tries: number;
  now: Date;
  /** Between 0 and 1. */
  chance: number;
  /** Another message reached the endpoint since this one was first tried: the receiver lives, this message ails. */
  reachedSince: boolean;
};
export type Verdict = {
  state: 'delivered' | 'waiting' | 'failed';
  nextTryAt: Date | null;
  disable: 'gone' | 'failing' | null;
};

/** What follows from a try: 2xx is success, 410 Gone the wish to hear no more, anything else a failure that is tried again. */
export function afterTry({ status, retryAfter }: Answered, facts: Facts): Verdict {
  if (status !== null && status >= 200 && status < 300)
    return { state: 'delivered', nextTryAt: null, disable: null };
  if (status === 410) return { state: 'failed', nextTryAt: null, disable: 'gone' };
  const nextTryAt = nextTry({ ...facts, retryAfter });
  if (nextTryAt) return { state: 'waiting', nextTryAt, disable: null };
  return { state: 'failed', nextTryAt: null, disable: facts.reachedSince ? null : 'failing' };
}
