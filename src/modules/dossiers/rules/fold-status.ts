import { isStatus, type Status, type StatusFacts, statusOf } from './status.ts';

/** An event of the case: what it was, and of its facts those that tell a status. */
export type StatusEvent = {
  seq: number;
  at: Date;
  kind: string;
  channel: string;
  task: string | null;
  status: unknown;
};
export type Told = { seq: number; at: Date; status: Status };

const nothing: StatusFacts = {
  ...{ taken: false, accepted: false, waiting: [], paymentOpen: false },
  ...{ finished: false, returned: false, withdrawn: false, declined: false },
};
export const isAsked = (kind: string): boolean => /(^|_)ask_supplement$/.test(kind);
/** What was asked has come, or the State body has answered without it or is asked no more. */
export const isGiven = (kind: string): boolean =>
  /(^|_)(receive|give)_supplement$|^agency_(approve|refuse|hand_back|stop)$/.test(kind);

/** What waits where the unit asked the customer, and no single step of a State body. */
const wholeCase = 'case';

function after(facts: StatusFacts, { kind, channel, task, status }: StatusEvent): StatusFacts {
  const of = task ?? wholeCase;
  const others = facts.waiting.filter((one) => one !== of);
  // A State body that asks for a supplement of its own step names the step; what it asks is one word longer.
  if (isAsked(kind)) return { ...facts, waiting: [...others, of] };
  if (isGiven(kind)) return { ...facts, waiting: others };
  if (kind === 'open') return { ...facts, taken: channel === 'administration_centre' };
  if (kind === 'accept') return { ...facts, accepted: true };
  if (kind === 'decline') return { ...facts, declined: true };
  if (kind === 'withdraw') return { ...facts, withdrawn: true, waiting: [] };
  if (kind === 'complete_last_step') return { ...facts, finished: true, waiting: [] };
  if (kind === 'close') return { ...facts, returned: true };
  if (kind === 'reopen') return { ...nothing, taken: facts.taken, accepted: true };
  if (kind === 'follow_portal') return asToldByPortal(facts, status);
  return facts;
}

function asToldByPortal(facts: StatusFacts, status: unknown): StatusFacts {
  if (!isStatus(status)) return facts;
  if (status === 2) return { ...facts, taken: true, paymentOpen: false };
  return { ...facts, paymentOpen: status === 6 };
}

/** Every status that a case has had, each with the event that brought it: the same events give the same list, whoever asks when. */
export function foldStatuses(events: readonly StatusEvent[]): Told[] {
  let facts = nothing;
  const told: Told[] = [];
  for (const event of events) {
    facts = after(facts, event);
    const status = statusOf(facts);
    if (told.at(-1)?.status !== status) told.push({ seq: event.seq, at: event.at, status });
  }
  return told;
}
