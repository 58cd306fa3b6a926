import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CallEvent, callEventKinds, foldCall } from './fold-call.ts';

const start = Date.parse('2026-03-04T02:00:00Z');
const at = (second: number) => new Date(start + second * 1000);
const told = (event: CallEvent['event'], second: number, extension = '', more: Partial<CallEvent> = {}) => ({
  event,
  at: at(second),
  extension,
  line: '',
  callerGiven: '',
  ...more,
});
type Told = [CallEvent, ...CallEvent[]];

describe('what a call is, by what was told', () => {
  const cases: [string, Told, object][] = [
    ['it rings', [told('ringing', 0, '101')], { state: 'ringing', rangAt: at(0), extension: '101' }],
    [
      'taken and ended',
      [told('ringing', 0, '101'), told('answered', 8, '101'), told('ended', 90)],
      { state: 'ended', rangAt: at(0), answeredAt: at(8), endedAt: at(90), extension: '101' },
    ],
    [
      'the end came first',
      [told('ended', 90), told('ringing', 0, '101'), told('answered', 8, '101')],
      { state: 'ended', beganAt: at(0), answeredAt: at(8), endedAt: at(90) },
    ],
    [
      'an answer whose ringing is still on its way',
      [told('answered', 8, '101')],
      { state: 'answered', rangAt: null, answeredAt: at(8) },
    ],
    ['given up', [told('ringing', 0), told('abandoned', 40)], { state: 'abandoned', answeredAt: null }],
    [
      'ended without an answer is given up too',
      [told('ringing', 0), told('ended', 40)],
      { state: 'abandoned' },
    ],
    [
      'both answered and abandoned: somebody did take it',
      [told('ringing', 0), told('abandoned', 9), told('answered', 8, '101')],
      { state: 'ended', endedAt: at(9) },
    ],
    [
      'rang here, then there, and was taken there',
      [told('ringing', 0, '101'), told('ringing', 15, '102'), told('answered', 18, '102')],
      { rangAt: at(0), extension: '102', state: 'answered' },
    ],
    [
      'handed on after the answer: the last who answered has it',
      [told('ringing', 0, '101'), told('answered', 5, '101'), told('answered', 60, '103')],
      { answeredAt: at(5), extension: '103' },
    ],
    [
      'line and caller are told once, whenever',
      [told('answered', 8, '101'), told('ringing', 0, '101', { line: '1900', callerGiven: '0912' })],
      { line: '1900', callerGiven: '0912' },
    ],
    [
      'clocks of two machines: the answer seems to come before the ringing',
      [told('ringing', 2, '101'), told('answered', 1, '101')],
      { state: 'answered', beganAt: at(1), rangAt: at(2), answeredAt: at(1) },
    ],
  ];
  test.each(cases)('%s', (_, events, expected) => {
    expect(foldCall(events)).toMatchObject(expected);
  });
});

const anEvent: fc.Arbitrary<CallEvent> = fc.record({
  event: fc.constantFrom(...callEventKinds),
  at: fc.integer({ min: 0, max: 6 }).map(at),
  extension: fc.constantFrom('', '101', '102', '103'),
  line: fc.constantFrom('', '1900', '1901'),
  callerGiven: fc.constantFrom('', '0912345678', 'anonymous'),
});

test('any order and any repetition of what was told gives the same call', () => {
  const shuffled = fc.array(anEvent, { minLength: 1, maxLength: 8 }).chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray([...events, ...events], { minLength: 0 }).map((again) => [...again, ...events]),
      fc.shuffledSubarray(events, { minLength: events.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([events, repeated, reordered]) => {
      const whole = foldCall(atLeastOne(events));
      expect(foldCall(atLeastOne(repeated))).toEqual(whole);
      expect(foldCall(atLeastOne(reordered))).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

function atLeastOne(events: readonly CallEvent[]): Told {
  const [first, ...rest] = events;
  if (!first) throw new Error('nothing was told');
  return [first, ...rest];
}
