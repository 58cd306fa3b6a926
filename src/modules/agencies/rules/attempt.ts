import type { AgencyReason } from '../reasons.ts';

/** How a sending to a body stands: what has been done with it, and what the body waits for. */
export type Standing = {
  /** How the body is reached today: `system`, where its officers work here. */
  how: string;
  received: boolean;
  accepted: boolean;
  decision: string | null;
  /** The body waits for something it asked the customer for. */
  waiting: boolean;
  /** How often it asked, in all sendings of the step. */
  asked: number;
};
export type Doing =
  | 'receive'
  | 'accept'
  | 'ask_supplement'
  | 'ask_supplement_again'
  | 'give_supplement'
  | 'decide'
  | 'decide_for'
  | 'send_again'
  | 'stop';

/** Why it cannot be done now, or null. The first answer of a body counts; what comes after it is told so. */
export function barred(standing: Standing, doing: Doing): AgencyReason | null {
  if (doing === 'send_again') return maySend(standing) ? null : 'still_at_body';
  if (doing === 'stop') return standing.decision === 'refused' ? null : 'not_refused';
  if (doing === 'give_supplement') return standing.waiting ? null : 'nothing_asked';
  if (standing.decision !== null) return 'already_decided';
  if (doing === 'receive') return standing.received ? 'already_received' : null;
  if (doing === 'accept') return standing.accepted ? 'already_accepted' : null;
  if (doing === 'decide') return null;
  if (doing === 'decide_for') return standing.how === 'system' ? 'body_answers_itself' : null;
  if (standing.waiting) return 'supplement_open';
  return doing === 'ask_supplement' && standing.asked > 0 ? 'second_supplement' : null;
}

/** Again after a refusal or a hand-back; or a new letter, where the body answers by letter and has not answered. */
const maySend = ({ decision, how }: Standing): boolean =>
  decision === null ? how !== 'system' : decision !== 'approved';

export const stages = ['new', 'working', 'waiting', 'done'] as const;
export type Stage = (typeof stages)[number];

/** Where a sending stands in the list of the body. */
export function stageOf(standing: Pick<Standing, 'received' | 'decision' | 'waiting'>): Stage {
  if (standing.decision !== null) return 'done';
  if (standing.waiting) return 'waiting';
  return standing.received ? 'working' : 'new';
}
