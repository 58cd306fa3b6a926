import type { Actor, Role } from '#modules/organisation/index.ts';
import type { CaseReason } from '../reasons.ts';
import { type Act, nextState, type State } from './transitions.ts';

type Who = Role | 'customer' | 'system';

/** Which role may do which act, on a case that it sees. Seeing is decided apart, by the unit's path. */
// biome-ignore format: one act a line, so that the table is read as a table
export const whoMay: Record<Act | 'open', readonly Who[]> = {
  open:               ['customer', 'system', 'agent', 'clerk', 'desk_clerk', 'dispatcher', 'unit_head'],
  accept:             ['clerk', 'dispatcher', 'unit_head'],
  decline:            ['clerk', 'unit_head'],
  assign:             ['clerk', 'dispatcher', 'unit_head'],
  transfer:           ['agent', 'clerk', 'unit_head', 'company_director'],
  ask_supplement:     ['clerk', 'unit_head'],
  receive_supplement: ['customer', 'agent', 'clerk', 'desk_clerk', 'unit_head'],
  record_visit:       ['agent', 'clerk', 'desk_clerk', 'unit_head'],
  complete_step:      ['agent', 'clerk', 'dispatcher', 'crew', 'unit_head', 'company_director', 'corporation'],
  complete_last_step: ['agent', 'clerk', 'dispatcher', 'crew', 'unit_head', 'company_director', 'corporation'],
  answer:             ['agent', 'clerk', 'unit_head', 'company_director'],
  close:              ['clerk', 'desk_clerk', 'unit_head'],
  reopen:             ['agent', 'unit_head', 'company_director', 'corporation'],
  withdraw:           ['customer', 'agent', 'clerk', 'desk_clerk'],
  comment:            ['system', 'agent', 'clerk', 'desk_clerk', 'dispatcher', 'crew', 'unit_head', 'company_director', 'corporation'],
  attach:             ['customer', 'agent', 'clerk', 'desk_clerk', 'dispatcher', 'crew', 'unit_head'],
  message:            ['customer'],
  rate:               ['customer'],
  make_paper:         ['clerk', 'unit_head'],
  sign_paper:         ['customer', 'unit_head', 'company_director'],
  pause_clock:        ['unit_head'],
  resume_clock:       ['unit_head'],
  reclassify:         ['clerk', 'unit_head'],
  follow_portal:      ['clerk', 'desk_clerk', 'unit_head'],
  reappoint:          ['clerk', 'desk_clerk', 'unit_head'],
  agency_receive:         ['officer'],
  agency_accept:          ['officer'],
  agency_ask_supplement:  ['officer'],
  agency_give_supplement: ['customer', 'clerk', 'desk_clerk', 'unit_head'],
  agency_approve:         ['officer', 'clerk', 'unit_head'],
  agency_refuse:          ['officer', 'clerk', 'unit_head'],
  agency_hand_back:       ['officer'],
  agency_send_again:      ['clerk', 'unit_head'],
  agency_stop:            ['clerk', 'unit_head'],
};

export type Permission = { may: true } | { may: false; reason: CaseReason };
export type TaskFacts = { level: string; role: string | null; unitCode: string };
export type CaseFacts = { state: State; unitCode: string; rated: boolean; openTask: TaskFacts | null };

const no = (reason: CaseReason): Permission => ({ may: false, reason });

/** What the page asks to disable a button with its reason, and the act asks before it acts. */
export function mayAct(actor: Actor, facts: CaseFacts, act: Act): Permission {
  if (!whoMay[act].includes(who(actor))) return no('role_may_not');
  if (nextState(facts.state, act) === undefined) return no('not_in_this_state');
  if (act === 'rate' && facts.rated) return no('already_rated');
  if (act === 'complete_step' || act === 'complete_last_step') return mayComplete(actor, facts);
  if (act.startsWith('agency_')) return atBody(facts.openTask) ? { may: true } : no('agency_not_asked');
  return { may: true };
}

type Pause = { reason: string; ended_at: Date | null };

/** The clock rests for force majeure once at a time, and goes on only when it rests. */
export function mayByClock(pauses: readonly Pause[], act: Act): Permission {
  const rests = pauses.some(({ reason, ended_at }) => reason === 'force_majeure' && ended_at === null);
  if (act === 'pause_clock' && rests) return no('clock_rests');
  if (act === 'resume_clock' && !rests) return no('clock_runs');
  return { may: true };
}

export const mayOpen = (actor: Actor): Permission =>
  whoMay.open.includes(who(actor)) ? { may: true } : no('role_may_not');

const who = (actor: Actor): Who =>
  actor.kind === 'staff' || actor.kind === 'machine' ? (actor.role ?? 'administrator') : actor.kind;

const atBody = (task: TaskFacts | null): boolean => task?.level === 'agency';

/**
 * A step is done by its own role, or by the head of the unit; work of the company or the corporation by its people. What a State
 * body does is never completed for it, save where the province has no such body and the unit follows the step itself.
 */
function mayComplete(actor: Actor, { openTask: task, unitCode }: CaseFacts): Permission {
  if (!task) return no('no_open_step');
  if (atBody(task) && task.unitCode !== unitCode) return no('step_of_agency');
  if (task.level === 'corporation')
    return actor.role === 'corporation' ? { may: true } : no('step_of_corporation');
  if (task.level === 'company') {
    const ofCompany =
      actor.role === 'company_director' || (actor.role === 'clerk' && actor.unitCode === task.unitCode);
    return ofCompany ? { may: true } : no('step_of_company');
  }
  const role = task.role ?? 'clerk';
  return actor.role === role || actor.role === 'unit_head' ? { may: true } : no('step_of_other_role');
}
