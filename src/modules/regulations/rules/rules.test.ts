import { describe, expect, test } from 'vitest';
import { mayRecord } from './may-record.ts';
import { standingOf } from './overview.ts';
import { draftOf, type Stage, whyNotMove } from './stages.ts';

const at = (stage: Stage, since = '2026-01-10', body: string | null = 'TRADE') => ({ stage, since, body });
const wanted = { stage: 'opinions_asked' as const, since: '2026-02-01', body: 'TRADE', reason: '' };
const today = '2026-03-04';

test.each([
  ['the first word about it', undefined, wanted, null],
  ['forward', at('draft_written'), wanted, null],
  ['forward over a stage', at('assigned'), wanted, null],
  ['back without a reason', at('submitted'), wanted, 'back_without_reason'],
  ['back with a reason', at('submitted'), { ...wanted, reason: 'to be reworked' }, null],
  ['the same again', at('opinions_asked'), wanted, 'stage_already'],
  ['the same stage at another body', at('opinions_asked', '2026-01-10', 'WORKS'), wanted, null],
  ['a day to come', at('assigned'), { ...wanted, since: '2026-03-05' }, 'since_in_future'],
  ['before the last move', at('assigned', '2026-02-02'), wanted, 'since_before_last'],
  ['a new draft after one was issued', at('issued'), { ...wanted, stage: 'assigned' as const }, null],
  ['a new draft before that was issued', at('issued', '2026-02-02'), wanted, 'since_before_last'],
])('%s', (_, last, move, expected) => expect(whyNotMove(last, move, today)).toBe(expected));

test('no draft runs once it was issued', () => {
  expect(draftOf(undefined)).toBeNull();
  expect(draftOf(at('issued'))).toBeNull();
  expect(draftOf(at('submitted'))?.stage).toBe('submitted');
});

test.each([
  ['company_director', ['CORP.AA'], true],
  ['administrator', ['CORP'], true],
  ['corporation', ['CORP'], true],
  ['administrator', ['CORP.AA'], true],
  ['company_director', ['CORP.BB'], false],
  ['administrator', ['CORP.AA.AA01'], false],
  ['administrator', ['CORP.A'], false],
  ['clerk', ['CORP.AA'], false],
  ['agent', ['CORP'], false],
  [null, ['CORP'], false],
])('%s of %j may record for CORP.AA: %s', (role, paths, expected) =>
  expect(mayRecord({ role, scope: { paths, system: false } }, 'CORP.AA')).toBe(expected),
);

describe('how a province stands', () => {
  const version = (id: number, status: 'issued' | 'drafting') => ({
    id,
    code: `r${id}`,
    province: '72',
    status,
  });
  const bind = (regulationId: number, from: string, to: string | null = null) => ({
    ...{ regulationId, from, to },
    province: '72',
  });
  const move = (stage: Stage, since: string) => ({ province: '72', ...at(stage, since) });
  const stand = (...[versions, bindings, moves]: [object[], object[], object[]]) =>
    standingOf(
      '72',
      {
        versions: versions.map((one) => ({ ...version(0, 'issued'), ...one })),
        bindings: bindings.map((one) => ({ ...bind(0, ''), ...one })),
        moves: moves.map((one) => ({ ...move('assigned', ''), ...one })),
      },
      today,
    );

  test.each([
    ['nothing known', [], [], [], { state: 'none', regulation: null, draft: null, stageUnknown: false }],
    [
      'in force',
      [version(1, 'issued')],
      [bind(1, '2018-11-16')],
      [],
      { state: 'in_force', stageUnknown: false },
    ],
    ['its last day', [version(1, 'issued')], [bind(1, '2018-11-16', today)], [], { state: 'in_force' }],
    [
      'ended',
      [version(1, 'issued')],
      [bind(1, '2018-11-16', '2026-03-03')],
      [],
      { state: 'none', regulation: null },
    ],
    [
      'to come',
      [version(1, 'issued')],
      [bind(1, '2026-04-01')],
      [move('issued', '2026-03-01')],
      { state: 'issued_later', from: '2026-04-01', draft: null },
    ],
    [
      'replaced in a while',
      [version(1, 'issued'), version(2, 'issued')],
      [bind(1, '2018-11-16', '2026-03-31'), bind(2, '2026-04-01')],
      [move('issued', '2026-03-01')],
      { state: 'in_force', to: '2026-03-31', regulation: { id: 1 } },
    ],
    [
      'being drafted, nobody said how far',
      [version(1, 'drafting')],
      [],
      [],
      { state: 'drafting', stageUnknown: true },
    ],
    [
      'being drafted since',
      [version(1, 'drafting')],
      [],
      [move('assigned', '2026-01-01'), move('submitted', '2026-02-22')],
      { state: 'drafting', stageUnknown: false, draft: { stage: 'submitted', days: 10, body: 'TRADE' } },
    ],
    [
      'a new one drafted while the old holds',
      [version(1, 'issued')],
      [bind(1, '2018-11-16')],
      [move('issued', '2018-11-10'), move('draft_written', '2026-03-01')],
      { state: 'in_force', draft: { stage: 'draft_written', days: 3 } },
    ],
    [
      'another province',
      [{ ...version(1, 'issued'), province: '73' }],
      [{ ...bind(1, '2018-11-16'), province: '73' }],
      [],
      { state: 'none' },
    ],
  ])('%s', (_, versions, bindings, moves, expected) =>
    expect(stand(versions, bindings, moves)).toMatchObject(expected),
  );
});
