import { expect, test } from 'vitest';
import { findTypedUnit, unitLabel } from './find-unit.ts';
import { followGuess } from './suggest.ts';
import { mayReportCalls, maySeeCallFigures, mayTakeCalls } from './who-may.ts';

const unit = (code: string, vi: string, en: string) => ({ code, name: { vi, en } });
const units = [
  unit('AA0001', 'Điện lực Hòa Thành', 'Hoa Thanh unit'),
  unit('AA0002', 'Điện lực Gò Dầu', 'Go Dau unit'),
  unit('BB0001', 'Điện lực Châu Thành', 'Chau Thanh unit'),
  unit('BB0002', 'Điện lực Châu Thành A', 'Chau Thanh A unit'),
];

test.each([
  ['AA0002', 'AA0002'],
  ['Điện lực Gò Dầu (AA0002)', 'AA0002'],
  ['go dau', 'AA0002'],
  ['Hoà Thành', 'AA0001'],
  ['điện lực châu thành', 'BB0001'],
  ['châu thành a', 'BB0002'],
  ['Chau Thanh A unit (BB0002)', 'BB0002'],
])('%j is the unit %s', (typed, code) => {
  expect(findTypedUnit(units, typed)).toMatchObject({ found: 'one', unit: { code } });
});

test('no unit, several units, and the label that leads back to its unit', () => {
  expect(findTypedUnit(units, '')).toEqual({ found: 'none' });
  expect(findTypedUnit(units, 'Cà Mau')).toEqual({ found: 'none' });
  expect(findTypedUnit(units, 'thành')).toMatchObject({ found: 'several', units: { length: 3 } });
  for (const one of units)
    expect(findTypedUnit(units, unitLabel(one, 'vi'))).toEqual({ found: 'one', unit: one });
});

test('a guess fills what is empty or was guessed before, and leaves what somebody wrote', () => {
  const first = followGuess({ said: 'mất điện' }, { service: 'outage', name: 'Đào' });
  expect(first).toMatchObject({ service: 'outage', suggested_service: 'outage', name: 'Đào' });
  expect(followGuess(first, { service: 'supply', unit: 'AA0001' })).toMatchObject({
    service: 'supply',
    unit: 'AA0001',
    name: 'Đào',
  });
  expect(followGuess({ ...first, service: 'meter' }, { service: 'supply' })).toMatchObject({
    service: 'meter',
  });
});

test('who takes calls, who sees the figures, which key may tell of calls', () => {
  const roles = [
    'agent',
    'clerk',
    'desk_clerk',
    'crew',
    'unit_head',
    'corporation',
    'administrator',
  ] as const;
  const of = (may: (role: (typeof roles)[number]) => boolean) => roles.filter(may);
  expect(of((role) => mayTakeCalls({ kind: 'staff', role }))).toEqual(['agent', 'clerk']);
  expect(of((role) => maySeeCallFigures({ kind: 'staff', role }))).toEqual([
    'agent',
    'clerk',
    'unit_head',
    'corporation',
  ]);
  expect(of((role) => mayReportCalls({ channel: 'api', role }))).toEqual(['agent', 'clerk', 'administrator']);
  expect(mayReportCalls({ channel: 'phone', role: null })).toBe(true);
  expect(mayReportCalls({ channel: 'app', role: null })).toBe(false);
  expect(mayTakeCalls({ kind: 'machine', role: 'agent' })).toBe(false);
});
