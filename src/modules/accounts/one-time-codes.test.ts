import { describe, expect, it } from 'vitest';
import { Refused } from '#platform/refused.ts';
import { useDb } from '#test/use-db.ts';
import { type CodeDeps, type CodeToSend, checkCode, forgetOldCodes, issueCode } from './one-time-codes.ts';
import { type CodeState, judgeTry, mayAskAgainAt } from './rules/one-time-codes.ts';

const { db, owner, clock } = useDb();
const sent: CodeToSend[] = [];
const deps: CodeDeps = {
  db,
  clock,
  secret: 's'.repeat(32),
  sendCode: async (_, message) => {
    sent.push(message);
  },
};
const key = { purpose: 'open_case', subject: 'draft-1' };
const issue = (change: { subject?: string; to?: string } = {}) =>
  issueCode(deps, {
    ...key,
    subject: change.subject ?? key.subject,
    contact: { kind: 'phone', to: change.to ?? '+84912345678' },
    language: 'vi',
  });
const newest = () => sent.at(-1)?.code ?? '';
const wrong = () => (newest() === '111111' ? '222222' : '111111');
const check = (code: string, subject = key.subject) => checkCode(deps, { ...key, subject, code });
const said = (promise: Promise<unknown>) =>
  promise.then(
    () => 'right',
    (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      return `${error.reason.code} ${Object.values(error.facts).join(' ')}`.trim();
    },
  );

const at = (minute: number) => new Date(Date.UTC(2026, 2, 4, 2, minute));
const state = (change: Partial<CodeState> = {}): CodeState => ({
  hasCode: true,
  expiresAt: at(10),
  tries: 0,
  lastTryAt: null,
  lockedUntil: null,
  ...change,
});

describe('a try at a code', () => {
  it.each([
    ['nothing was asked', undefined, true, 1, { outcome: 'none_asked' }],
    ['it was used', state({ hasCode: false }), true, 1, { outcome: 'none_asked' }],
    ['in time', state(), true, 9, { outcome: 'right' }],
    ['to the minute too late', state(), true, 10, { outcome: 'expired' }],
    ['the first wrong one', state(), false, 1, { outcome: 'wrong', tries: 1, left: 4 }],
    [
      'the fifth wrong one',
      state({ tries: 4, lastTryAt: at(1) }),
      false,
      2,
      { outcome: 'too_many', tries: 5, until: at(17) },
    ],
    [
      'right, but locked',
      state({ tries: 5, lockedUntil: at(8) }),
      true,
      7,
      { outcome: 'too_many', tries: 5, until: at(8) },
    ],
    [
      'after the lock',
      state({ tries: 5, lastTryAt: at(0), lockedUntil: at(5) }),
      false,
      6,
      { outcome: 'wrong', tries: 1, left: 4 },
    ],
    [
      'after a long while',
      state({ expiresAt: at(50), tries: 4, lastTryAt: at(1) }),
      false,
      20,
      { outcome: 'wrong', tries: 1, left: 4 },
    ],
  ])('%s', (_, found, matches, minute, verdict) => {
    expect(judgeTry(found, matches, at(minute))).toEqual(verdict);
  });

  it.each([
    [[], 0, null],
    [[0, 1, 2, 3], 4, null],
    [[0, 1, 2, 3, 4], 5, 60],
    [[0, 1, 2, 3, 4], 60, null],
  ])('after sends at minutes %j, at minute %d: wait until %j', (sends, minute, until) => {
    expect(mayAskAgainAt(sends.map(at), at(minute))).toEqual(until === null ? null : at(until));
  });
});

describe('codes', () => {
  it('work once, however they are typed, and are kept only as a keyed hash', async () => {
    await issue();
    expect(sent.at(-1)).toMatchObject({ contact: { kind: 'phone', to: '+84912345678' }, minutes: 10 });
    const rows = await owner.selectFrom('one_time_codes').selectAll().execute();
    const sends = await owner.selectFrom('one_time_code_sends').selectAll().execute();
    expect(JSON.stringify([rows, sends])).not.toMatch(new RegExp(`${newest()}|912345678`));
    expect(await said(check(` ${newest().slice(0, 3)} ${newest().slice(3)}`))).toBe('right');
    expect(await said(check(newest()))).toBe('code_none_asked');
  });

  it('are refused with what to do: wrong, expired, of another subject', async () => {
    await issue();
    expect(await said(check(wrong()))).toBe('code_wrong 4');
    expect(await said(check(newest(), 'draft-2'))).toBe('code_none_asked');
    clock.advance({ minutes: 10 });
    expect(await said(check(newest()))).toBe('code_expired');
  });

  it('a new one voids the old, and the tries go on being counted', async () => {
    await issue();
    const old = newest();
    await said(check(wrong()));
    do {
      await owner.deleteFrom('one_time_code_sends').execute();
      await issue();
    } while (newest() === old);
    expect(await said(check(old))).toBe('code_wrong 3');
    expect(await said(check(newest()))).toBe('right');
  });

  it('five wrong tries, then a wait of 15 minutes in which no new one is sent', async () => {
    await issue();
    const answers = [];
    for (let tries = 0; tries < 5; tries += 1) answers.push(await said(check(wrong())));
    expect(answers.slice(3)).toEqual(['code_wrong 1', 'code_too_many_tries 15']);
    clock.advance({ minutes: 5 });
    expect(await said(check(newest()))).toBe('code_too_many_tries 10');
    expect(await said(issue())).toBe('code_too_many_tries 10');
    clock.advance({ minutes: 10 });
    await issue();
    expect(await said(check(newest()))).toBe('right');
  });

  it('at most five an hour to one contact, whatever they are for', async () => {
    for (let count = 0; count < 5; count += 1) await issue({ subject: `draft-${count}` });
    expect(await said(issue({ subject: 'draft-9' }))).toBe('code_too_many_sends 5 60');
    expect(await said(issue({ to: '+84987654321' }))).toBe('right');
    clock.advance({ minutes: 60 });
    expect(await said(issue({ subject: 'draft-9' }))).toBe('right');
  });

  it('two at once: one right code is taken by one', async () => {
    await issue();
    const answers = await Promise.all([said(check(newest())), said(check(newest()))]);
    expect(answers.sort()).toEqual(['code_none_asked', 'right']);
  });

  it('many at once: no more than five wrong tries, no more than five sends', async () => {
    const sends = await Promise.all(Array.from({ length: 7 }, () => said(issue())));
    expect(sends.filter((answer) => answer === 'right')).toHaveLength(5);
    const tries = await Promise.all(Array.from({ length: 9 }, () => said(check(wrong()))));
    expect(tries.filter((answer) => answer.startsWith('code_wrong'))).toHaveLength(4);
    expect(await said(check(newest()))).toBe('code_too_many_tries 15');
  });

  it('a message that cannot be written leaves no code', async () => {
    const failing = { ...deps, sendCode: () => Promise.reject(new Error('no room')) };
    const contact = { kind: 'mail', to: 'dao@example.com' } as const;
    await expect(issueCode(failing, { ...key, contact, language: 'vi' })).rejects.toThrow('no room');
    expect(await owner.selectFrom('one_time_codes').selectAll().execute()).toEqual([]);
  });

  it('old ones are forgotten', async () => {
    await issue();
    clock.advance({ hours: 2 });
    await forgetOldCodes({ db, clock });
    expect(await owner.selectFrom('one_time_code_sends').selectAll().execute()).toEqual([]);
    expect(await owner.selectFrom('one_time_codes').selectAll().execute()).toEqual([]);
  });
});
