import { expect, test } from 'vitest';
import { computeDue, levels } from '#modules/deadlines/index.ts';
import { aCalendar, off } from '#test/a-calendar.ts';
import { eventTexts } from './event-texts.ts';
import { eventWords } from './event-words.ts';

const names = { units: new Map(), steps: new Map([['survey', { vi: 'Khảo sát', en: 'Survey' }]]) };
const anEvent = (kind: string, data: object) => {
  const said = {
    kind,
    data: JSON.parse(JSON.stringify(data)),
    seq: 2,
    case_id: 'c',
    request_id: null,
    request_hash: null,
    actor_kind: 'system',
    actor_id: 'system',
  };
  const chain = { actor_name: 'system', actor_unit: null, channel: 'system', previous_hash: '', hash: '' };
  return eventWords({ ...said, ...chain, at: new Date(0) }, names);
};

test.each(levels)('%s has words on the timeline', (level) => {
  const kind = level === 'company' || level === 'corporation' ? `escalated_to_${level}` : level;
  expect(Object.keys(eventTexts)).toContain(kind);
});

test('an alarm says of what and when it was due', () => {
  const due_at = '2018-03-08T10:00:00.000Z';
  expect(anEvent('warning', { task: 't', step: 'survey', due_at }).detail).toEqual({
    vi: 'Bước “Khảo sát”, hạn chót 17:00 thứ Năm, ngày 08/03/2018',
    en: 'Step “Survey”, due Thursday 08/03/2018 at 17:00',
  });
  expect(anEvent('overdue', { task: null, step: null, due_at }).detail?.vi).toBe(
    'Cả hồ sơ, hạn chót 17:00 thứ Năm, ngày 08/03/2018',
  );
});

test('a changed calendar says which days changed and where the term ends now', () => {
  const term = (calendar: ReturnType<typeof aCalendar>) =>
    computeDue({
      startedAt: new Date('2018-03-05T09:00:00+07:00'),
      limit: { amount: 3, unit: 'working_days', calendar: 'state-bodies', source: 'test' },
      calendar,
      pauses: [],
    });
  const before = term(aCalendar());
  const after = term(aCalendar({ version: 2, exceptions: [off('2018-03-08', 'Nghỉ bão')] }));
  const detail = anEvent('retimed', { before, after, step: { code: 'survey', before, after } }).detail;
  expect(detail?.vi).toContain('Thêm ngày nghỉ 08/03/2018: Nghỉ bão.');
  expect(detail?.vi).toContain('Khảo sát: “Cơ quan nhà nước” đổi từ bản 1 sang bản 2.');
});
