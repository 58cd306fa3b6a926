import { describe, expect, test } from 'vitest';
import { aCalendar } from '#test/a-calendar.ts';
import { judgeOnTime, type OnTimeFacts } from './on-time.ts';
import { timesOf } from './times-of.ts';

const on = (day: number, hour = 10) => new Date(Date.UTC(2026, 2, day, hour - 7));
const facts = (change: Partial<OnTimeFacts>): OnTimeFacts => ({
  receivedAt: on(2),
  appointmentAt: on(13, 17),
  legalMaximum: null,
  supplements: [],
  customers: [],
  processedAt: null,
  returnedAt: null,
  endedAt: null,
  periodEnd: on(31, 24),
  ...change,
});
const asked = (from: number, to: number | null) => ({
  askedAt: on(from),
  givenAt: to === null ? null : on(to),
});
const law = { workingDays: 5, calendar: aCalendar() };

describe('Decision 766/QĐ-TTg, bullet by bullet', () => {
  test.each<[string, Partial<OnTimeFacts>, boolean | null, string]>([
    ['processed before the appointment', { processedAt: on(12) }, true, 'processed'],
    ['processed after it', { processedAt: on(16) }, false, 'processed'],
    ['at the very hour', { processedAt: on(13, 17) }, true, 'processed'],
    ['on the promised day, after the hour', { processedAt: on(13, 22) }, true, 'processed'],
    ['the minute after midnight', { processedAt: on(14, 0) }, false, 'processed'],
    [
      'the contractor built for ten days: none of the offices’ time',
      { processedAt: on(23), customers: [{ from: on(5).getTime(), to: on(15).getTime() }] },
      true,
      'processed',
    ],
    [
      'a supplement while the customer builds is deducted once',
      {
        processedAt: on(24),
        customers: [{ from: on(5).getTime(), to: on(15).getTime() }],
        supplements: [asked(6, 8)],
      },
      false,
      'processed',
    ],
    [
      'the customer still builds at the end of the period',
      { customers: [{ from: on(5).getTime(), to: null }] },
      true,
      'period',
    ],
    [
      'processed in time and fetched late: processing counts',
      { processedAt: on(12), returnedAt: on(25) },
      true,
      'processed',
    ],
    ['never marked processed: the handing over counts', { returnedAt: on(16) }, false, 'returned'],
    ['stopped, refused or withdrawn in time', { endedAt: on(5) }, true, 'ended'],
    ['stopped late', { endedAt: on(20) }, false, 'ended'],
    ['not finished: the end of the period is the end', {}, false, 'period'],
    ['not finished, and not due in this period', { appointmentAt: on(40) }, true, 'period'],
    [
      'finished after the period: the period’s end counts',
      { processedAt: on(35), appointmentAt: on(33) },
      true,
      'period',
    ],
    [
      'three days of waiting are deducted',
      { processedAt: on(16), supplements: [asked(4, 7)] },
      true,
      'processed',
    ],
    [
      'waiting deducted, and still late',
      { processedAt: on(18), supplements: [asked(4, 8)] },
      false,
      'processed',
    ],
    [
      'waits on its first supplement: ended when it was asked',
      { supplements: [asked(9, null)] },
      true,
      'first_supplement',
    ],
    ['asked only after the appointment', { supplements: [asked(16, null)] }, false, 'first_supplement'],
    [
      'a second request is late, whatever the dates say',
      { processedAt: on(5), supplements: [asked(3, 4), asked(4, 5)] },
      false,
      'processed',
    ],
    [
      'two requests, one of them after the end',
      { processedAt: on(5), supplements: [asked(3, 4), asked(9, 10)] },
      true,
      'processed',
    ],
    [
      'no appointment: within the legal maximum',
      { appointmentAt: null, legalMaximum: law, processedAt: on(9) },
      true,
      'processed',
    ],
    [
      'no appointment: beyond it',
      { appointmentAt: null, legalMaximum: law, processedAt: on(10) },
      false,
      'processed',
    ],
    [
      'no appointment: waiting days are none of the maximum',
      { appointmentAt: null, legalMaximum: law, processedAt: on(12), supplements: [asked(4, 7)] },
      true,
      'processed',
    ],
    [
      'neither appointment nor maximum: nothing was measured',
      { appointmentAt: null, processedAt: on(30) },
      null,
      'processed',
    ],
  ])('%s', (_, change, onTime, by) => expect(judgeOnTime(facts(change))).toMatchObject({ onTime, by }));
});

describe('the times of a case, from its events', () => {
  const event = (kind: string, day: number, task: string | null = null) => ({
    ...{ seq: day, at: on(day), kind, channel: 'administration_centre', task, status: null },
  });
  test('of two State bodies that ask at once each request is one, and each is given apart', () => {
    const { supplements } = timesOf([
      event('open', 1),
      event('accept', 2),
      event('agency_ask_supplement', 3, 'a'),
      event('agency_ask_supplement', 4, 'b'),
      event('agency_give_supplement', 5, 'b'),
    ]);
    expect(supplements).toEqual([
      { askedAt: on(3), givenAt: null },
      { askedAt: on(4), givenAt: on(5) },
    ]);
  });

  test('opened again it is not finished', () => {
    const done = [event('open', 1), event('accept', 2), event('complete_last_step', 5), event('close', 6)];
    expect(timesOf(done)).toMatchObject({ processedAt: on(5), returnedAt: on(6), endedAt: null });
    expect(timesOf([...done, event('reopen', 9)])).toMatchObject({ processedAt: null, returnedAt: null });
    expect(timesOf([event('open', 1), event('withdraw', 3)])).toMatchObject({
      processedAt: null,
      endedAt: on(3),
    });
  });
});
