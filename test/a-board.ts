import { type Channel, channels } from '#modules/cases/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { aCaseRow } from './a-case-row.ts';

/** For tests of boards: how channels count there. */
export const channelsAsCounted = channels.map((code) => ({
  code,
  online: code !== 'counter',
  ...(['api', 'administration_centre', 'open311'].includes(code) ? { uncertain: true } : {}),
}));

export type Made = {
  /** Counted from the start. */
  minute: number;
  unit: 'U1' | 'U2' | 'U3';
  channel: Channel;
  visits: number;
  finishedAfter: number | null;
};
const paths = { U1: 'T.C1.U1', U2: 'T.C1.U2', U3: 'T.C2.U3' };
export const minute = 60_000;
/** 1 October 2025, midnight in Viet Nam; the clock of the tests stands in March 2026. */
export const start = Date.parse('2025-10-01T00:00:00+07:00');

export const aCountedCase = (owner: Database, version: number, made: Made) =>
  aCaseRow(owner, version, {
    opened_at: new Date(start + made.minute * minute),
    unit_code: made.unit,
    unit_path: paths[made.unit],
    channel: made.channel,
    visits: made.visits,
    ...(made.finishedAfter === null
      ? {}
      : { finished_at: new Date(start + (made.minute + made.finishedAfter) * minute), state: 'finished' }),
  });

export type Cell = { href: string | null; text: string };
/** What the table of a page says: the names of each line and its cells. */
export function tableOf(html: string): { names: string[]; cells: Cell[] }[] {
  const table = /<table class="rows figures-table board-table">.*?<\/table>/s.exec(html)?.[0] ?? '';
  let group = '';
  return [...table.matchAll(/<tr.*?<\/tr>/gs)].slice(1).map(([row]) => {
    const [, attributes = '', name = ''] = /<th([^>]*)>(.*?)<\/th>/s.exec(row) ?? [];
    const inner = attributes.includes('inner');
    if (!inner) group = name;
    return {
      names: inner ? [group, name] : [name],
      cells: [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => asCell(cell)),
    };
  });
}
function asCell(inner: string): Cell {
  const link = /<a href="([^"]+)">(.*)<\/a>/.exec(inner);
  return { href: link?.[1]?.replaceAll('&amp;', '&') ?? null, text: link?.[2] ?? inner };
}
export const number = (text = '') => Number(text.replaceAll('.', ''));
