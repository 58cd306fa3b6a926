import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { channels } from '#modules/cases/index.ts';
import type { Role } from '#modules/organisation/index.ts';
import { aCountedCase, channelsAsCounted, type Made, minute, number, start, tableOf } from '#test/a-board.ts';
import { channelDefinitions } from '#test/a-case-row.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb();
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let version: number;
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ serviceVersionId: version } = await aUtility(t.owner));
  await aNamedUtility(t.owner);
  await channelDefinitions(t.owner, channelsAsCounted);
});
const as = async (role: Role, unit?: string) => signedIn(app, await aStaffMember(t.owner, role, unit));
const online = '/bang/so-lieu/giao-dich-truc-tuyen';
const put = (made: Made) => aCountedCase(t.owner, version, made);

const companyOf = { U1: 'C1', U2: 'C1', U3: 'C2' };
const someCases = fc.array(
  fc.record({
    // Five months, with the minutes around the edges of months far more often than by chance.
    minute: fc.oneof(
      fc.integer({ min: 0, max: 150 * 1440 }),
      fc
        .constantFrom(31, 61, 92, 123)
        .chain((days) => fc.integer({ min: days * 1440 - 45, max: days * 1440 + 45 })),
    ),
    unit: fc.constantFrom('U1' as const, 'U2' as const, 'U3' as const),
    channel: fc.constantFrom(...channels),
    visits: fc.integer({ min: 0, max: 3 }),
    finishedAfter: fc.option(fc.integer({ min: 1, max: 20_000 })),
  }),
  { minLength: 30, maxLength: 60 },
);

/** The month in Viet Nam, worked out without the database and without a time zone library: seven hours ahead, all year. */
const monthOf = (minutes: number) =>
  new Date(start + minutes * minute + 7 * 3_600_000).toISOString().slice(0, 7);

describe('random cases', () => {
  const many = fc.sample(someCases, { numRuns: 3, seed: 42 });
  test.each(many.map((cases, n) => [n, cases] as const))(
    'every cell of the board is what the rows say, and opens to just as many cases (%i)',
    async (_, cases) => {
      for (const one of cases) await put(one);
      const head = await as('corporation', 'T');
      const answer = await head.get(`${online}?tu=2025-10&den=2026-03&theo=cong-ty&roi-theo=thang`);
      const lines = tableOf(answer.body);
      for (const line of lines) {
        const [company, month] = line.names;
        const mine = cases.filter(
          (one) =>
            company === 'Tổng cộng' ||
            (company?.endsWith(companyOf[one.unit]) &&
              (!month ||
                month === `${Number(monthOf(one.minute).slice(5))}/${monthOf(one.minute).slice(0, 4)}`)),
        );
        const isOnline = mine.filter(({ channel }) => channel !== 'counter').length;
        const unclear = mine.filter(({ channel }) =>
          channelsAsCounted.some((one) => one.code === channel && one.uncertain),
        ).length;
        expect([line.names, ...line.cells.slice(0, 3).map(({ text }) => number(text))]).toEqual([
          line.names,
          mine.length,
          isOnline,
          unclear,
        ]);
        expect(line.cells[3]?.text).toBe(
          `${((isOnline / mine.length) * 100).toFixed(1).replace('.', ',')} %`,
        );
      }
      expect(lines.length).toBeGreaterThan(8);
      for (const { cells } of lines)
        for (const [place, { href, text }] of cells.entries()) {
          if (place === 3) expect(href).toBe(cells[1]?.href ?? null);
          else if (!href) expect(text).toBe('0');
          else expect(await rowsBehind(head, href)).toBe(number(text));
        }
    },
  );

  test('the visits of random cases, each share opening to its cases', async () => {
    const [cases = []] = many;
    for (const one of cases) await put(one);
    const head = await as('corporation', 'T');
    const finished = cases.filter(({ finishedAfter }) => finishedAfter !== null);
    const page = tableOf((await head.get('/bang/so-lieu/lan-den?tu=2025-10&den=2026-03&theo=dich-vu')).body);
    const sum = finished.reduce((total, { visits }) => total + visits, 0);
    const once = finished.filter(({ visits }) => visits <= 1).length;
    const share = (part: number) => `${((part / finished.length) * 100).toFixed(1).replace('.', ',')} %`;
    expect(page[0]?.cells.map(({ text }) => text)).toEqual([
      String(finished.length),
      String(finished.length),
      String(sum),
      (sum / finished.length).toFixed(2).replace('.', ','),
      share(once),
      share(finished.filter(({ visits }) => visits === 0).length),
      String(finished.length - once),
    ]);
    for (const place of [0, 4, 5, 6]) {
      const { href } = page[0]?.cells[place] ?? {};
      const expected = [
        finished.length,
        0,
        0,
        0,
        once,
        finished.filter(({ visits }) => visits === 0).length,
        finished.length - once,
      ][place];
      expect(await rowsBehind(head, href ?? '')).toBe(expected);
    }
  });
});

/** Walks the pages of a list to its end; the heading must say as many as there are rows, none twice. */
async function rowsBehind(browser: Awaited<ReturnType<typeof as>>, href: string): Promise<number> {
  const codes: string[] = [];
  let said = -1;
  for (let next: string | undefined = href; next; ) {
    const { body }: { body: string } = await browser.get(next);
    said = number(/<b>([\d.]+) hồ sơ<\/b>/.exec(body)?.[1]);
    codes.push(...[...body.matchAll(/href="\/bang\/ho-so\/(\d+)"/g)].map(([, code = '']) => code));
    next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBe(said);
  return said;
}
