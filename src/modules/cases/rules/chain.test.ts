import { describe, expect, test } from 'vitest';
import { findBreak, firstHash, type Hashed, hashEvent } from './chain.ts';

const at = new Date('2026-03-04T02:00:00.123Z');
const anEvent = (seq: number, previousHash: string): Hashed & { hash: string } => {
  const event = {
    caseId: '6c1f6a57-5b3b-4d1e-9c39-0a3f0d6a4a11',
    seq,
    kind: 'comment',
    at,
    actorKind: 'staff',
    actorId: 'a',
    actorUnit: 'PB0508',
    channel: 'console',
    data: { body: 'Đã gọi', n: seq },
    previousHash,
  };
  return { ...event, hash: hashEvent(event) };
};

function aChain(length: number) {
  const events = [];
  for (let seq = 1, previous = firstHash; seq <= length; seq++) {
    const event = anEvent(seq, previous);
    events.push(event);
    previous = event.hash;
  }
  return { events, head: { version: length, hash: events.at(-1)?.hash ?? '' } };
}

describe('the chain of events', () => {
  test('holds as written', () => {
    const { events, head } = aChain(5);
    expect(findBreak(events, head)).toBeNull();
  });

  test('the order of keys makes no difference, a changed value does', () => {
    const event = anEvent(1, firstHash);
    expect(hashEvent({ ...event, data: { n: 1, body: 'Đã gọi' } })).toBe(event.hash);
    expect(hashEvent({ ...event, data: { n: 2, body: 'Đã gọi' } })).not.toBe(event.hash);
  });

  test('a changed event breaks at itself', () => {
    const { events, head } = aChain(5);
    const changed = events.map((event) => (event.seq === 3 ? { ...event, actorId: 'b' } : event));
    expect(findBreak(changed, head)).toMatchObject({ seq: 3, why: 'hash' });
  });

  test('a changed event with its hash made anew breaks at the next', () => {
    const { events, head } = aChain(5);
    const forged = events.map((event) => {
      if (event.seq !== 3) return event;
      const other = { ...event, kind: 'close' };
      return { ...other, hash: hashEvent(other) };
    });
    expect(findBreak(forged, head)).toMatchObject({ seq: 4, why: 'previous_hash' });
  });

  test('a removed event leaves a gap, a removed last one does not fit the head', () => {
    const { events, head } = aChain(5);
    expect(
      findBreak(
        events.filter((event) => event.seq !== 2),
        head,
      ),
    ).toMatchObject({ seq: 3, why: 'gap' });
    expect(findBreak(events.slice(0, 4), head)).toMatchObject({ seq: 4, why: 'head' });
  });
});
