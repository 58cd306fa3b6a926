import { describe, expect, test } from 'vitest';
import { type Act, acts, nextState, type State, states, transitions } from './transitions.ts';

const allowed: [State, Act, State][] = [
  ['opened', 'accept', 'accepted'],
  ['opened', 'decline', 'declined'],
  ['opened', 'transfer', 'transferred'],
  ['transferred', 'accept', 'accepted'],
  ['accepted', 'ask_supplement', 'waiting'],
  ['waiting', 'receive_supplement', 'accepted'],
  ['accepted', 'complete_step', 'accepted'],
  ['accepted', 'complete_last_step', 'finished'],
  ['finished', 'close', 'closed'],
  ['closed', 'reopen', 'reopened'],
  ['declined', 'reopen', 'reopened'],
  ['reopened', 'complete_last_step', 'finished'],
  ['waiting', 'withdraw', 'withdrawn'],
  ['closed', 'rate', 'closed'],
  ['waiting', 'record_visit', 'waiting'],
  ['waiting', 'pause_clock', 'waiting'],
  ['transferred', 'resume_clock', 'transferred'],
  ['opened', 'reclassify', 'opened'],
  ['accepted', 'reclassify', 'accepted'],
];

const refused: [State, Act][] = [
  ['opened', 'complete_step'],
  ['opened', 'close'],
  ['waiting', 'complete_step'],
  ['waiting', 'transfer'],
  ['closed', 'withdraw'],
  ['closed', 'accept'],
  ['withdrawn', 'reopen'],
  ['opened', 'rate'],
  ['finished', 'withdraw'],
  ['closed', 'record_visit'],
  ['opened', 'pause_clock'],
  ['finished', 'pause_clock'],
  ['waiting', 'reclassify'],
  ['reopened', 'reclassify'],
  ['closed', 'reclassify'],
];

describe('the life of a case', () => {
  test.each(allowed)('%s, %s: %s', (state, act, next) => expect(nextState(state, act)).toBe(next));
  test.each(refused)('%s does not allow %s', (state, act) => expect(nextState(state, act)).toBeUndefined());

  test('every act has a state that allows it, and every state but the last ones is left by some act', () => {
    for (const act of acts) expect(Object.keys(transitions[act])).not.toHaveLength(0);
    for (const state of states.filter((each) => each !== 'withdrawn'))
      expect(acts.some((act) => nextState(state, act) !== undefined && nextState(state, act) !== state)).toBe(
        true,
      );
  });
});
