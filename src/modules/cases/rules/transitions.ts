export const states = [
  'opened',
  'transferred',
  'accepted',
  'waiting',
  'reopened',
  'finished',
  'closed',
  'declined',
  'withdrawn',
] as const;
export type State = (typeof states)[number];

export const acts = [
  'accept',
  'decline',
  'assign',
  'transfer',
  'ask_supplement',
  'receive_supplement',
  'record_visit',
  'complete_step',
  'complete_last_step',
  'answer',
  'close',
  'reopen',
  'withdraw',
  'comment',
  'attach',
  'message',
  'rate',
  'make_paper',
  'sign_paper',
  'pause_clock',
  'resume_clock',
  'reclassify',
  'follow_portal',
  'reappoint',
  'agency_receive',
  'agency_accept',
  'agency_ask_supplement',
  'agency_give_supplement',
  'agency_approve',
  'agency_refuse',
  'agency_hand_back',
  'agency_send_again',
  'agency_stop',
] as const;
export type Act = (typeof acts)[number];

const same = 'same';
type Next = State | typeof same | undefined;
type Row = { [S in State]?: Next };

const whileLive: Row = {
  opened: same,
  transferred: same,
  accepted: same,
  waiting: same,
  reopened: same,
  finished: same,
};
/** A State body goes on with its step while the unit asks the customer for something, or the case goes to another unit. */
const whileBodiesWork: Row = { accepted: same, waiting: same, reopened: same, transferred: same };
const always: Row = { ...whileLive, closed: same, declined: same, withdrawn: same };

/** The life of a case, whole: what an act makes of each state. A state that is absent does not allow the act. */
// biome-ignore format: one act a line, so that the table is read as a table
export const transitions: Record<Act, Row> = {
  accept:             { opened: 'accepted', transferred: 'accepted' },
  decline:            { opened: 'declined', transferred: 'declined' },
  assign:             { opened: same, transferred: same, accepted: same, waiting: same, reopened: same },
  transfer:           { opened: 'transferred', transferred: 'transferred', accepted: 'transferred', reopened: 'transferred' },
  ask_supplement:     { accepted: 'waiting', reopened: 'waiting' },
  receive_supplement: { waiting: 'accepted' },
  record_visit:       whileLive,
  complete_step:      { accepted: 'accepted', reopened: 'accepted' },
  complete_last_step: { accepted: 'finished', reopened: 'finished' },
  answer:             always,
  close:              { finished: 'closed' },
  reopen:             { finished: 'reopened', closed: 'reopened', declined: 'reopened' },
  withdraw:           { opened: 'withdrawn', transferred: 'withdrawn', accepted: 'withdrawn', waiting: 'withdrawn', reopened: 'withdrawn' },
  comment:            always,
  attach:             always,
  message:            always,
  rate:               { finished: same, closed: same },
  make_paper:         { accepted: same, reopened: same, finished: same },
  sign_paper:         { accepted: same, waiting: same, reopened: same, finished: same, closed: same },
  pause_clock:        { accepted: same, waiting: same, reopened: same },
  resume_clock:       { transferred: same, accepted: same, waiting: same, reopened: same },
  reclassify:         { opened: same, transferred: same, accepted: same },
  follow_portal:      whileLive,
  reappoint:          { opened: same, transferred: same, accepted: same, waiting: same, reopened: same },
  agency_receive:         whileBodiesWork,
  agency_accept:          whileBodiesWork,
  agency_ask_supplement:  whileBodiesWork,
  agency_give_supplement: whileBodiesWork,
  agency_approve:         whileBodiesWork,
  agency_refuse:          whileBodiesWork,
  agency_hand_back:       whileBodiesWork,
  agency_send_again:      whileBodiesWork,
  agency_stop:            { accepted: 'declined', waiting: 'declined', reopened: 'declined' },
};

/** The state after the act, or undefined where the act is not allowed now. */
export function nextState(state: State, act: Act): State | undefined {
  const next = transitions[act][state];
  return next === same ? state : next;
}

export const ended = (state: State): boolean =>
  state === 'closed' || state === 'declined' || state === 'withdrawn';
