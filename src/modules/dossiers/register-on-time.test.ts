import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  acceptCase,
  askSupplement,
  completeStep,
  openCase,
  receiveSupplement,
  reopenCase,
} from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aDossierWorld } from '#test/a-dossier-world.ts';
import { textOf } from '#test/a-pdf.ts';
import { aRequest, aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { onTimesOf } from './on-time-of.ts';
import { readRegister } from './papers/register.ts';
import { listRegister } from './queries.ts';
import { registerDossier } from './register-dossier.ts';
import { endOfPeriod, shareOf } from './rules/on-time-share.ts';

const t = useDb();
const period = { centre: 'HCC1', from: '2026-03-01', to: '2026-03-31' };
const query = 'trung-tam=HCC1&tu=2026-03-01&den=2026-03-31';
let app: Awaited<ReturnType<typeof aConsole>>['app'];
let serviceVersionId = 0;
let [desk, clerk, head]: Actor[] = [];
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ serviceVersionId } = await aDossierWorld(t.owner));
  desk = await aStaffMember(t.owner, 'desk_clerk', 'HCC1');
  clerk = await aStaffMember(t.owner, 'clerk', 'U1');
  head = await aStaffMember(t.owner, 'unit_head', 'U1');
});
const who = (actor: Actor | undefined): Actor => {
  if (!actor) throw new Error('nobody');
  return actor;
};

/** Handed in at the desk on 4 March and accepted at once. */
async function filed() {
  t.clock.reset();
  const request = aRequest(serviceVersionId, { channel: 'administration_centre' });
  const { code, id } = await openCase(t, who(desk), request);
  await registerDossier(t, id);
  const by = () => ({ code, requestId: randomUUID() });
  await acceptCase(t, who(clerk), by());
  const on = (day: string) => t.clock.set(`2026-${day}T10:00:00+07:00`);
  const ask = (until: string) => askSupplement(t, who(clerk), { ...by(), what: 'Bản vẽ', until });
  const give = () => receiveSupplement(t, who(clerk), { ...by(), answer: 'Đã nộp', documents: [] });
  async function complete(step: string) {
    const { id: taskId } = await t.owner
      .selectFrom('case_tasks')
      .select('id')
      .where('case_id', '=', id)
      .where('step_code', '=', step)
      .executeTakeFirstOrThrow();
    await completeStep(t, who(head), { ...by(), taskId, product: 'Xong' });
  }
  return { code, id, by, on, ask, give, complete };
}

async function theFour() {
  const first = await filed();
  first.on('03-05');
  await first.ask('2026-03-25');
  const second = await filed();
  second.on('03-05');
  await second.ask('2026-03-25');
  second.on('03-06');
  await second.give();
  await second.ask('2026-03-25');
  const built = await filed();
  built.on('03-05');
  await built.complete('survey');
  built.on('03-25');
  await built.complete('wiring');
  built.on('03-26');
  await built.complete('energise');
  const unfinished = await filed();
  t.clock.set('2026-04-02T09:00:00+07:00');
  return { first, second, built, unfinished };
}

test('each row has its verdict at the end of the period', async () => {
  const { first, second, built, unfinished } = await theFour();
  const { rows } = await readRegister(t, who(desk), period);
  expect(new Map(rows.map(({ case_id, onTime }) => [case_id, onTime]))).toEqual(
    new Map([
      [first.id, true],
      [second.id, false],
      // Twenty days in which the customer had their own wiring done are none of the offices’ time.
      [built.id, true],
      [unfinished.id, false],
    ]),
  );
  const early = await readRegister(t, who(desk), { ...period, to: '2026-03-05' });
  expect(early.rows.find(({ case_id }) => case_id === unfinished.id)?.onTime).toBe(true);
});

test('what is opened again after the period stays what it was at its end', async () => {
  const { built } = await theFour();
  await reopenCase(t, who(head), { ...built.by(), reason: 'Khách khiếu nại' });
  t.clock.set('2026-06-01T09:00:00+07:00');
  const seen = async (to: string) =>
    (await readRegister(t, who(desk), { ...period, to })).rows.find(({ case_id }) => case_id === built.id);
  expect((await seen('2026-03-31'))?.onTime).toBe(true);
  expect((await seen('2026-05-31'))?.onTime).toBe(false);
});

test('the page names the share and opens to the late ones; the PDF has a verdict in each row', async () => {
  await theFour();
  const asDesk = await signedIn(app, who(desk));
  const page = (await asDesk.get(`/bang/so-theo-doi?${query}`)).body;
  expect(page).toContain('Đúng hạn 50%: 2 trên 4');
  expect(page).toContain(`${query.replaceAll('&', '&amp;')}&amp;han=tre`);
  const late = (await asDesk.get(`/bang/so-theo-doi?${query}&han=tre`)).body;
  const rowsOf = (body: string) => body.match(/H99\.01-260304-\d{4}/g);
  expect(rowsOf(page)).toHaveLength(4);
  expect(rowsOf(late)).toEqual(['H99.01-260304-0002', 'H99.01-260304-0004']);
  const pdf = await textOf((await asDesk.get(`/bang/so-theo-doi.pdf?${query}&han=tre`)).rawPayload);
  expect(pdf).toContain('Đúng hạn 50%: 2 trên 4');
  expect(pdf.match(/Trễ hạn/g)).toHaveLength(2);
  expect(pdf).toContain('H99.01-260304-0001');
});

test('the number of statements does not grow with the rows', async () => {
  await theFour();
  const counted = (rows: number) =>
    inScope(t.db, systemScope, async (trx) => {
      const dossiers = (await listRegister(trx, 'HCC1', period.from, period.to)).slice(0, rows);
      let statements = 0;
      const counting = trx.withPlugin({
        transformQuery: ({ node }) => {
          statements += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      const judged = await onTimesOf(counting, dossiers, t.clock.now());
      expect(judged.size).toBe(rows);
      return statements;
    });
  // What was read of a service before is not read again.
  await counted(1);
  const one = await counted(1);
  expect(one).toBeGreaterThan(3);
  expect(await counted(4)).toBe(one);
});

test('the share is of those judged, and never rounds up to all', () => {
  const rows = (onTime: boolean | null, n: number) => Array.from({ length: n }, () => ({ onTime }));
  expect(shareOf([...rows(true, 1999), ...rows(false, 1), ...rows(null, 5)])).toEqual({
    ...{ onTime: 1999, late: 1, unknown: 5, percent: '99.9' },
  });
  expect(shareOf(rows(null, 2)).percent).toBeNull();
});

test('a period ends with its last day, and one that lasts now', () => {
  const now = new Date('2026-04-02T09:00:00+07:00');
  expect(endOfPeriod('2026-03-31', now)).toEqual(new Date('2026-04-01T00:00:00+07:00'));
  expect(endOfPeriod('2026-04-30', now)).toEqual(now);
});
