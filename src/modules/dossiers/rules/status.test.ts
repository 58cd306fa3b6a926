import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldStatuses, type StatusEvent } from './fold-status.ts';
import { actTowards, heed } from './heed.ts';
import { mayFollow, mayReopen, type Status, statuses } from './status.ts';

const at = new Date('2026-03-04T02:00:00Z');
const event = (kind: string, index: number, more: Partial<StatusEvent> = {}): StatusEvent => ({
  ...{ seq: index + 1, at, kind, channel: 'console', task: null, status: null },
  ...more,
});
const told = (channel: string, ...kinds: (string | [string, Partial<StatusEvent>])[]) =>
  foldStatuses([
    event('open', 0, { channel }),
    ...kinds.map((one, index) =>
      typeof one === 'string' ? event(one, index + 1) : event(one[0], index + 1, one[1]),
    ),
  ]).map(({ status }) => status);

describe('the statuses that a case has had', () => {
  const desk = 'administration_centre';
  test.each<[string, string, Parameters<typeof told>[1][], Status[]]>([
    ['filed at the portal', 'portal', [], [1]],
    ['filed at the desk', desk, [], [2]],
    ['refused before anybody took it', 'portal', ['decline'], [1, 3]],
    ['refused by the unit after the desk took it', desk, ['decline'], [2, 8]],
    ['refused after it was accepted', 'portal', ['accept', 'transfer', 'decline'], [1, 4, 8]],
    ['waiting, and given', desk, ['accept', 'ask_supplement', 'receive_supplement'], [2, 4, 5, 4]],
    [
      'two State bodies wait at once: until both have theirs',
      desk,
      [
        'accept',
        ['agency_ask_supplement', { task: 'a' }],
        ['agency_ask_supplement', { task: 'b' }],
        ['agency_give_supplement', { task: 'a' }],
        ['agency_refuse', { task: 'b' }],
      ],
      [2, 4, 5, 4],
    ],
    ['withdrawn while it waits', desk, ['accept', 'ask_supplement', 'withdraw'], [2, 4, 5, 7]],
    ['done and handed over', desk, ['accept', 'complete_step', 'complete_last_step', 'close'], [2, 4, 9, 10]],
    ['opened again', desk, ['accept', 'complete_last_step', 'close', 'reopen'], [2, 4, 9, 10, 4]],
    ['taken at the portal’s desk', 'portal', [['follow_portal', { status: 2 }], 'accept'], [1, 2, 4]],
    [
      'fees asked and paid',
      'portal',
      ['accept', ['follow_portal', { status: 6 }], ['follow_portal', { status: 4 }]],
      [1, 4, 6, 4],
    ],
    ['a comment changes nothing', desk, ['comment', 'accept', 'assign', 'attach'], [2, 4]],
  ])('%s', (_, channel, kinds, expected) => expect(told(channel, ...kinds)).toEqual(expected));
});

const nextOf: Record<string, string[]> = {
  opened: ['accept', 'decline', 'transfer', 'withdraw', 'desk', 'pay', 'paid'],
  transferred: ['accept', 'decline', 'withdraw', 'pay', 'paid'],
  accepted: ['ask_supplement', 'complete_last_step', 'withdraw', 'transfer', 'pay', 'paid'],
  waiting: ['receive_supplement', 'withdraw'],
  finished: ['close', 'reopen'],
  closed: ['reopen'],
  declined: ['reopen'],
  withdrawn: [],
};
const leads: Record<string, string> = {
  accept: 'accepted',
  decline: 'declined',
  transfer: 'transferred',
  withdraw: 'withdrawn',
  ask_supplement: 'waiting',
  receive_supplement: 'accepted',
  complete_last_step: 'finished',
  close: 'closed',
  reopen: 'accepted',
};
const byPortal: Record<string, Status> = { desk: 2, pay: 6, paid: 4 };

test('whatever way a case goes, each status may follow the one before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(20), { maxLength: 20 }),
      fc.constantFrom('portal', 'administration_centre'),
      (choices, channel) => {
        let state = 'opened';
        const kinds: (string | [string, Partial<StatusEvent>])[] = [];
        for (const choice of choices) {
          const ways = nextOf[state] ?? [];
          const way = ways[choice % Math.max(1, ways.length)];
          const noted = byPortal[way ?? ''];
          if (!way || (noted && heed(told(channel, ...kinds).at(-1) ?? 1, noted).do !== 'note')) continue;
          state = leads[way] ?? state;
          kinds.push(noted ? ['follow_portal', { status: noted }] : way);
        }
        const list = told(channel, ...kinds);
        for (const [index, to] of list.entries()) {
          const from = list[index - 1];
          if (from) expect([from, to, mayFollow(from, to) || mayReopen(from, to)]).toEqual([from, to, true]);
        }
      },
    ),
  );
});

test('what ended stays ended for the portal', () => {
  for (const from of [3, 7, 8, 10] as const)
    for (const to of statuses) expect(mayFollow(from, to)).toBe(false);
});

describe('a status that the portal tells', () => {
  test.each<[Status, Status, string]>([
    [4, 4, 'nothing'],
    [1, 2, 'note'],
    [4, 7, 'withdraw'],
    [9, 10, 'hand_over'],
    [4, 6, 'note'],
    [6, 4, 'note'],
    [4, 9, 'not_theirs'],
    [2, 4, 'not_theirs'],
    [4, 5, 'not_theirs'],
    [4, 10, 'cannot_follow'],
    [7, 4, 'cannot_follow'],
    [10, 9, 'cannot_follow'],
    [9, 7, 'cannot_follow'],
  ])('ours %i, theirs %i: %s', (ours, theirs, expected) => {
    const what = heed(ours, theirs);
    expect(what.do === 'conflict' ? what.why : what.do).toBe(expected);
  });

  test.each<[Status, Status, string | null]>([
    [4, 7, 'withdraw'],
    [9, 10, 'close'],
    [1, 3, 'decline'],
    [10, 4, 'reopen'],
    [4, 6, 'follow_portal'],
    [5, 4, 'give'],
    [4, 9, null],
    [4, 1, null],
    [7, 4, null],
  ])('from %i to %i leads %s', (ours, theirs, act) => expect(actTowards(ours, theirs)).toBe(act));
});
