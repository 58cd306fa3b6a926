import { expect, test } from 'vitest';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { settings } from '#test/a-connection.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aNamedUtility } from '#test/a-named-utility.ts';
import { aStaffMember, aUtility } from '#test/a-utility.ts';
import { manyDossiers } from '#test/many-dossiers.ts';
import { type Figures, type Known, naiveAccess, naiveQuantile } from '#test/naive-access.ts';
import { plannedOnce } from '#test/planned-once.ts';
import { useDb } from '#test/use-db.ts';
import { access } from './access.ts';
import { params } from './board-url.ts';
import { readBoard } from './facts.ts';
import { gaming } from './gaming.ts';

const t = useDb();
const atOnce = 8;
const prepared = plannedOnce(t.url, atOnce);
const many = 1000;
const limit = (code: string, value: number, more: object = {}) => ({
  ...{ kind: 'standard', code, value, unit: 'working_days' },
  ...more,
});

async function world(): Promise<{ known: Known; head: Actor }> {
  const { serviceVersionId: low } = await aUtility(t.owner);
  const { crossingVersionId: crossing } = await aProvince(t.owner);
  await aNamedUtility(t.owner);
  // Nobody is to be told that something grows late: a tenth of what the acts cost.
  await t.owner.deleteFrom('standard_versions').where('kind', '=', 'escalation').execute();
  await settings(t.owner, [
    {
      kind: 'connection',
      code: 'lv-urban',
      rank: 1,
      services: ['supply'],
      when: { area: 'urban' },
      standard: 'l-urban',
    },
    { kind: 'connection', code: 'lv-rural', rank: 2, services: ['supply'], standard: 'l-rural' },
    { kind: 'connection', code: 'mv', rank: 3, services: ['crossing'], standard: 'l-mv' },
    limit('l-urban', 3),
    limit('l-rural', 5),
    limit('l-mv', 7, { validTo: '2025-12-15' }),
    limit('l-mv', 5, { validFrom: '2025-12-16' }),
    { kind: 'standard', code: 'sign-near-due', value: 60, unit: 'minutes' },
    { kind: 'standard', code: 'sign-supplements', value: 2, unit: 'times' },
  ]);
  await manyDossiers({ db: prepared, owner: t.owner, atOnce }, { low, crossing }, many, 20261125);
  const known: Known = {
    services: {
      [low]: {
        ...{ code: 'supply', uncounted: ['wiring'], limits: { urban: 3, rural: 5 } },
        answers: { urban: { area: 'urban' } },
      },
      [crossing]: {
        ...{ code: 'crossing', uncounted: ['planning', 'position', 'permit', 'build'] },
        ...{ limits: { all: 7 }, answers: {} },
      },
    },
    versionOf: { supply: low, crossing },
    companyOf: { U1: 'C1', U2: 'C1', U3: 'C2' },
    classOf: (service, { area }) =>
      service === 'crossing' ? 'mv' : area === 'urban' ? 'lv-urban' : 'lv-rural',
    limitOf: (kind, day) => (kind === 'lv-urban' ? 3 : kind === 'mv' && day <= '2025-12-15' ? 7 : 5),
    workingHours: [
      [450, 690],
      [810, 1020],
    ],
    daysOff: ['2026-04-30'],
  };
  return { known, head: await aStaffMember(t.owner, 'corporation', 'T') };
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
const share = (list: readonly Figures[], fits: (one: Figures) => boolean) =>
  list.filter(fits).length / list.length;
const anySign = ({ signs }: Figures) => Object.values(signs).includes(true);
const edge = 1e-6;

/** Every measure of the board, by its name, from the second counting. */
function expected(list: readonly Figures[]): Record<string, number | null> {
  const of = (group: 'utility' | 'state' | 'customer') => list.map(({ days }) => days[group]);
  const stats = (group: 'utility' | 'state' | 'customer') => ({
    [`${group}_mean`]: sum(of(group)) / list.length,
    [`${group}_median`]: naiveQuantile(of(group), 0.5),
    [`${group}_p90`]: naiveQuantile(of(group), 0.9),
  });
  const within = ({ days, limit: most }: Figures) => days.utility <= most + edge;
  const limits = new Set(list.map((one) => one.limit));
  return {
    ...{ finished: list.length, ...stats('utility'), ...stats('state'), ...stats('customer') },
    limit: limits.size === 1 ? (list[0]?.limit ?? null) : null,
    share_within: share(list, within),
    beyond: list.filter((one) => !within(one)).length,
    share_any_sign: share(list, anySign),
    ...Object.fromEntries(
      (['near_due', 'reopened', 'supplements', 'bare_pause', 'slower'] as const).map((name) => [
        `share_${name}`,
        share(list, ({ signs }) => signs[name]),
      ]),
    ),
  };
}

/** Each dimension alone, and each pair of them in both orders. */
const readings = access.dimensions.flatMap((first) => [
  [first] as const,
  ...access.dimensions.filter((name) => name !== first).map((second) => [first, second] as const),
]);

// Most of its time goes into the acts themselves, some seven thousand of them.
test('a thousand dossiers give the same figures as a second counting from their events alone', async () => {
  const { known, head } = await world();
  const events = await t.owner.selectFrom('case_events').selectAll().execute();
  const naive = naiveAccess(events, known);
  expect(new Set(events.map(({ case_id }) => case_id)).size).toBe(many);
  expect(naive.length).toBeGreaterThan(many * 0.85);
  const told = { cells: 0 };
  for (const [first, second] of readings) {
    const query = {
      tu: '2025-10',
      den: '2026-09',
      theo: params[first],
      'roi-theo': second && params[second],
    };
    const facts = await inScope(t.db, systemScope, (trx) =>
      readBoard(trx, head, access, query, t.clock.now()),
    );
    const lines = facts.lines.lines.flatMap((line) => [
      line,
      ...line.inner.map((inner) => ({ ...inner, key: { ...line.key, ...inner.key } })),
    ]);
    for (const { key, counted } of [...lines, { key: {}, counted: facts.lines.total }]) {
      const mine = naive.filter(({ dimensions: own }) =>
        Object.entries(key).every(([name, value]) =>
          Object.entries(own).some(([n, v]) => n === name && v === value),
        ),
      );
      const again = expected(mine);
      for (const { name, value } of access.measures) {
        const figure = value(counted);
        told.cells += 1;
        if (figure === null || again[name] === null)
          expect([key, name, figure]).toEqual([key, name, again[name] ?? null]);
        else
          expect(
            Math.abs(figure - (again[name] ?? Number.NaN)),
            `${JSON.stringify(key)} ${name}`,
          ).toBeLessThan(1e-5);
      }
    }
    if (first === 'month' && !second) compareSteps(facts.steps, naive);
  }
  expect(told.cells).toBeGreaterThan(5000);
  await compareSigns(head, naive);
  await compareParts(naive);
}, 600_000);

function compareSteps(
  steps: Awaited<ReturnType<typeof readBoard>>['steps'],
  naive: readonly Figures[],
): void {
  const all = Map.groupBy(
    naive.flatMap((one) => [...one.steps]),
    ([key]) => key,
  );
  expect(steps.map(({ step, party }) => `${step} ${party}`).sort()).toEqual([...all.keys()].sort());
  for (const { step, party, ...figures } of steps) {
    const days = (all.get(`${step} ${party}`) ?? []).map(([, value]) => value);
    expect(figures.cases).toBe(days.length);
    expect(figures.mean).toBeCloseTo(sum(days) / days.length, 5);
    expect(figures.median).toBeCloseTo(naiveQuantile(days, 0.5), 5);
    expect(figures.p90).toBeCloseTo(naiveQuantile(days, 0.9), 5);
  }
}

async function compareSigns(head: Actor, naive: readonly Figures[]): Promise<void> {
  const facts = await inScope(t.db, systemScope, (trx) =>
    readBoard(trx, head, gaming, { tu: '2025-10', den: '2026-09', theo: 'don-vi' }, t.clock.now()),
  );
  expect(facts.lines.lines.length).toBe(3);
  for (const { key, counted } of facts.lines.lines) {
    const mine = naive.filter(({ dimensions }) => dimensions.unit === key.unit);
    expect([key, counted.cases, counted.any_sign]).toEqual([key, mine.length, mine.filter(anySign).length]);
  }
}

/** What was kept of each party's time, to the millisecond: each part of it, and all of them together the time the case took. */
async function compareParts(naive: readonly Figures[]): Promise<void> {
  const rows = await t.owner.selectFrom('case_party_times').selectAll().execute();
  const kept = Map.groupBy(rows, ({ case_id }) => case_id);
  for (const { id, parts, elapsed } of naive) {
    const own = (kept.get(id) ?? []).map(
      ({ party, unit_code, step_code, elapsed_ms }) =>
        [`${party} ${unit_code} ${step_code}`, Number(elapsed_ms)] as const,
    );
    expect([id, Object.fromEntries(own)]).toEqual([id, Object.fromEntries(parts)]);
    expect([id, sum(own.map(([, ms]) => ms))]).toEqual([id, elapsed]);
  }
  const bodies = new Set(rows.filter(({ party }) => party === 'agency').map(({ unit_code }) => unit_code));
  for (const body of ['P72_SCT', 'P72_SXD', 'P72_SGT']) expect(bodies).toContain(body);
}
