/** What can be told. The table's CHECK names the same kinds. */
export const kinds = [
  'acknowledgement',
  'supplement_asked',
  'body_supplement_asked',
  'finished',
  'late_with_apology',
  'one_time_code',
  'answer',
  'declined',
  'transferred',
  'paper_to_sign',
  'reappointed',
  'agency_task',
] as const;
export type NoticeKind = (typeof kinds)[number];

/** What the customer is told of an event on the case; about the others nothing goes out. */
export const kindOfEvent: Readonly<Record<string, NoticeKind>> = {
  open: 'acknowledgement',
  ask_supplement: 'supplement_asked',
  complete_last_step: 'finished',
  overdue: 'late_with_apology',
  answer: 'answer',
  decline: 'declined',
  transfer: 'transferred',
  make_paper: 'paper_to_sign',
  reappoint: 'reappointed',
  agency_ask_supplement: 'body_supplement_asked',
  agency_stop: 'declined',
};
