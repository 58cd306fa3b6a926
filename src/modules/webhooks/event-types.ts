import type { Act } from '#modules/cases/index.ts';

/** What subscribers are told of an event on a case; null: it stays in the house. */
const typeOfEvent = {
  open: 'case.opened',
  accept: 'case.accepted',
  decline: 'case.declined',
  assign: 'case.assigned',
  transfer: 'case.transferred',
  ask_supplement: 'case.supplement_asked',
  receive_supplement: 'case.supplement_received',
  record_visit: 'case.visit_recorded',
  complete_step: 'case.step_completed',
  complete_last_step: 'case.finished',
  answer: 'case.answered',
  close: 'case.closed',
  reopen: 'case.reopened',
  withdraw: 'case.withdrawn',
  comment: null,
  attach: 'case.document_added',
  message: 'case.message_received',
  rate: 'case.rated',
  make_paper: 'case.paper_made',
  sign_paper: 'case.paper_signed',
  pause_clock: 'case.clock_paused',
  resume_clock: 'case.clock_resumed',
  reclassify: 'case.reclassified',
  follow_portal: null,
  reappoint: 'case.reappointed',
  agency_receive: 'case.agency_received',
  agency_accept: 'case.agency_accepted',
  agency_ask_supplement: 'case.agency_supplement_asked',
  agency_give_supplement: 'case.agency_supplement_given',
  agency_approve: 'case.agency_approved',
  agency_refuse: 'case.agency_refused',
  agency_hand_back: 'case.agency_handed_back',
  agency_send_again: 'case.agency_sent_again',
  agency_stop: 'case.stopped',
  overdue: 'case.overdue',
} as const satisfies Record<Act | 'open' | 'overdue', string | null>;

export type EventType = NonNullable<(typeof typeOfEvent)[keyof typeof typeOfEvent]>;
export const eventTypes: readonly EventType[] = Object.values(typeOfEvent).filter((type) => type !== null);
/** Sent when somebody asks for it, to see whether it arrives. */
export const testType = 'webhook.test';

const byKind: Readonly<Record<string, EventType | null>> = typeOfEvent;
export const eventTypeOf = (kind: string): EventType | null => byKind[kind] ?? null;
