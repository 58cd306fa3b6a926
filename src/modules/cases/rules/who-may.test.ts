import { describe, expect, test } from 'vitest';
import { publicScope } from '#platform/postgres/in-scope.ts';
import { acts, nextState, type State, states } from './transitions.ts';
import { type CaseFacts, mayAct, mayByClock, mayOpen } from './who-may.ts';

const staffRoles = [
  'agent',
  'clerk',
  'desk_clerk',
  'dispatcher',
  'crew',
  'unit_head',
  'company_director',
  'corporation',
  'administrator',
  'officer',
] as const;
type Who = (typeof staffRoles)[number] | 'customer';
const everyone: Who[] = [...staffRoles, 'customer'];

const anActor = (who: Who, unitCode = 'U1', as: 'staff' | 'machine' = 'staff') => ({
  kind: who === 'customer' ? ('customer' as const) : as,
  id: 'x',
  name: 'x',
  role: who === 'customer' ? null : who,
  unitCode: who === 'customer' ? null : unitCode,
  scope: publicScope,
});

const clerkTask = { level: 'unit', role: 'clerk', unitCode: 'U1' };
const bodyTask = { level: 'agency', role: null, unitCode: 'P72_SXD' };
const facts = (state: State, openTask: CaseFacts['openTask'] = clerkTask): CaseFacts => ({
  state,
  unitCode: 'U1',
  rated: false,
  openTask,
});

// The whole matrix, letter by letter, apart from the table in the rule: a changed row must be changed here knowingly.
// a agent, c clerk, e desk clerk, d dispatcher, w crew, h unit head, p company director, t corporation, i administrator, o officer of a State body, k customer
// biome-ignore format: one act a line
const matrix: Record<(typeof acts)[number] | 'open', string> = {
  open:               'acedhk',
  accept:             'cdh',
  decline:            'ch',
  assign:             'cdh',
  transfer:           'achp',
  ask_supplement:     'ch',
  receive_supplement: 'acehk',
  record_visit:       'aceh',
  complete_step:      'ch',
  complete_last_step: 'ch',
  answer:             'achp',
  close:              'ceh',
  reopen:             'ahpt',
  withdraw:           'acek',
  comment:            'acedwhpt',
  attach:             'acedwhk',
  message:            'k',
  rate:               'k',
  make_paper:         'ch',
  sign_paper:         'hpk',
  pause_clock:        'h',
  resume_clock:       'h',
  reclassify:         'ch',
  follow_portal:      'ceh',
  reappoint:          'ceh',
  agency_receive:         'o',
  agency_accept:          'o',
  agency_ask_supplement:  'o',
  agency_give_supplement: 'cehk',
  agency_approve:         'cho',
  agency_refuse:          'cho',
  agency_hand_back:       'o',
  agency_send_again:      'ch',
  agency_stop:            'ch',
};
const letters: Record<Who, string> = {
  agent: 'a',
  clerk: 'c',
  desk_clerk: 'e',
  dispatcher: 'd',
  crew: 'w',
  unit_head: 'h',
  company_director: 'p',
  corporation: 't',
  administrator: 'i',
  officer: 'o',
  customer: 'k',
};

const someStateFor = (act: (typeof acts)[number]): State => {
  const state = states.find((each) => nextState(each, act));
  if (!state) throw new Error(`no state allows ${act}`);
  return state;
};

describe.each(everyone)('%s', (who) => {
  test.each(acts)('%s', (act) => {
    const found = facts(someStateFor(act), act.startsWith('agency_') ? bodyTask : clerkTask);
    const permission = mayAct(anActor(who), found, act);
    expect(permission.may).toBe(matrix[act].includes(letters[who]));
    const machine = mayAct(anActor(who, 'U1', 'machine'), found, act);
    expect(machine, 'a machine may what a person may').toEqual(permission);
  });

  test('open', () => expect(mayOpen(anActor(who)).may).toBe(matrix.open.includes(letters[who])));
});

describe('steps belong to a role', () => {
  test.each([
    ['crew', { level: 'unit', role: 'crew', unitCode: 'U1' }, true],
    ['clerk', { level: 'unit', role: 'crew', unitCode: 'U1' }, 'step_of_other_role'],
    ['unit_head', { level: 'unit', role: 'crew', unitCode: 'U1' }, true],
    ['clerk', { level: 'agency', role: null, unitCode: 'U1' }, true],
    ['clerk', bodyTask, 'step_of_agency'],
    ['unit_head', bodyTask, 'step_of_agency'],
    ['clerk', { level: 'company', role: null, unitCode: 'C1' }, 'step_of_company'],
    ['company_director', { level: 'company', role: null, unitCode: 'C1' }, true],
    ['clerk', { level: 'company', role: null, unitCode: 'U1' }, true],
    ['corporation', { level: 'corporation', role: null, unitCode: 'T' }, true],
    ['unit_head', { level: 'corporation', role: null, unitCode: 'T' }, 'step_of_corporation'],
    ['clerk', null, 'no_open_step'],
  ] as const)('%s on %o: %s', (who, task, answer) => {
    const permission = mayAct(anActor(who), facts('accepted', task), 'complete_step');
    expect(permission.may ? true : permission.reason).toBe(answer);
  });
});

test('what a State body does cannot be done where none has the step', () => {
  const officer = anActor('officer', 'P72_SXD');
  for (const task of [clerkTask, null])
    expect(mayAct(officer, facts('accepted', task), 'agency_approve')).toEqual({
      may: false,
      reason: 'agency_not_asked',
    });
});

test('a rating is given once; a state that does not allow an act says so', () => {
  expect(mayAct(anActor('customer'), { ...facts('closed'), rated: true }, 'rate')).toEqual({
    may: false,
    reason: 'already_rated',
  });
  expect(mayAct(anActor('clerk'), facts('closed'), 'accept')).toEqual({
    may: false,
    reason: 'not_in_this_state',
  });
});

test('the clock is stopped once at a time and goes on only when it rests', () => {
  const pause = (reason: string, ended_at: Date | null) => ({ reason, ended_at });
  const resting = [pause('force_majeure', new Date()), pause('force_majeure', null)];
  const running = [pause('force_majeure', new Date()), pause('supplement', null)];
  expect(mayByClock(resting, 'pause_clock')).toEqual({ may: false, reason: 'clock_rests' });
  expect(mayByClock(resting, 'resume_clock')).toEqual({ may: true });
  expect(mayByClock(running, 'pause_clock')).toEqual({ may: true });
  expect(mayByClock(running, 'resume_clock')).toEqual({ may: false, reason: 'clock_runs' });
  expect(mayByClock(running, 'close')).toEqual({ may: true });
});
