import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  acceptCase,
  askSupplement,
  type Channel,
  closeCase,
  completeStep,
  openCase,
  pauseClock,
  receiveSupplement,
  reclassifyCase,
  reopenCase,
  resumeClock,
  transferCase,
  withdrawCase,
} from '#modules/cases/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { aRequest, aStaffMember } from './a-utility.ts';
import { atTheBody, isAtBody, type OfBodies, officers } from './dossiers-at-bodies.ts';

type Die = () => number;
/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function dice(seed: number): Die {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Staff = Record<'U1' | 'U2' | 'U3', { head: Actor; director: Actor }>;
const units = ['U1', 'U2', 'U3'] as const satisfies readonly [string, ...string[]];
type Unit = (typeof units)[number];
const channels: readonly [Channel, ...Channel[]] = ['web', 'phone', 'counter'];
const nobody = customerActor('web', 'Khách hàng', []);
const minute = 60_000;
const together = 100;
const earliest = Date.parse('2025-10-01T00:00:00+07:00');

async function staff(owner: Database): Promise<Staff> {
  const of = async (unit: Unit, company: string) => ({
    head: await aStaffMember(owner, 'unit_head', unit),
    director: await aStaffMember(owner, 'company_director', company),
  });
  return { U1: await of('U1', 'C1'), U2: await of('U2', 'C1'), U3: await of('U3', 'C2') };
}

type Versions = { low: number; crossing: number };
type World = { db: Database; owner: Database; people: Staff; bodies: OfBodies; versions: Versions };

/** So many dossiers of both kinds, each with a fate thrown for it, carried through the real acts; each lives by a clock of its own. */
export async function manyDossiers(
  { db, owner, atOnce }: { db: Database; owner: Database; atOnce: number },
  versions: Versions,
  number: number,
  seed: number,
): Promise<void> {
  const world = { db, owner, people: await staff(owner), bodies: await officers(owner), versions };
  const lives = Array.from({ length: number }, (_, n) => seed + n);
  const through = async (waiting: number[]) => {
    const work = async () => {
      for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) await live(world, dice(n));
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  };
  while (lives.length > 0) {
    await through(lives.splice(0, together));
    await asTimeGoesBy(owner);
  }
}

/** Nobody works the jobs off here, and no autovacuum runs: both would make each act dearer than the one before. */
async function asTimeGoesBy(owner: Database): Promise<void> {
  await sql`truncate graphile_worker._private_jobs`.execute(owner);
  await sql`analyze`.execute(owner);
}

/** From the opening to wherever this one gets. */
async function live(world: World, die: Die): Promise<void> {
  const life = await begin(world, die);
  const { chance, act, deps, head } = life;
  if (chance(0.08)) await moveOn(world, life);
  if (chance(0.04)) await act((by) => reclassifyCase(deps, head(), { ...by, ...otherKind(life, die) }));
  if (chance(0.03)) {
    await act((by) => withdrawCase(deps, nobodyOf(life), { ...by, reason: '' }));
    return;
  }
  await act((by) => acceptCase(deps, head(), by));
  for (let n = chance(0.25) ? (chance(0.25) ? 2 : 1) : 0; n > 0; n--) await supplement(life);
  if (chance(0.04)) await act((by) => reclassifyCase(deps, head(), { ...by, ...otherKind(life, die) }));
  if (chance(0.06)) await rest(life);
  const end = await throughTheSteps(world, life);
  if (end === 'left') return;
  if (end === 'finished' && chance(0.6)) await act((by) => closeCase(deps, head(), { ...by, note: '' }));
  if (!chance(end === 'stopped' ? 0.5 : 0.1)) return;
  await act((by) => reopenCase(deps, head(), { ...by, reason: 'Công tơ chạy sai' }));
  await throughTheSteps(world, life);
}

type By = { code: string; requestId: string };
type Life = Awaited<ReturnType<typeof begin>>;
const nobodyOf = ({ id }: Life): Actor => customerActor('customer', 'Khách hàng', [id]);

async function begin({ db, people, versions }: World, die: Die) {
  const among = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(die() * list.length)] ?? list[0];
  let now = earliest + Math.floor(die() * 120 * 1440) * minute;
  const holder = { unit: among(units) };
  const deps = { db, clock: { now: () => new Date(now) } };
  const crossing = die() < 0.35;
  const details: Record<string, string> = crossing
    ? { capacity_kva: among(['160', '2000', '2500']) }
    : { area: among(['urban', 'rural']) };
  const opened = await openCase(deps, nobody, {
    ...aRequest(crossing ? versions.crossing : versions.low, { details, unitCode: holder.unit }),
    channel: among(channels),
  });
  /** From half an hour to three days later, to the minute. */
  const act = async (perform: (by: By) => Promise<unknown>) => {
    now += (30 + Math.floor(die() ** 3 * 3 * 1440)) * minute;
    await perform({ code: opened.code, requestId: randomUUID() });
  };
  return {
    ...{ id: opened.id, code: opened.code, holder, deps, act, among },
    taken: { as: details.area ?? 'crossing' },
    today: () => new Date(now + 7 * 3_600_000).toISOString().slice(0, 10),
    waits: { now: false },
    chance: (share: number) => die() < share,
    head: () => people[holder.unit].head,
    director: () => people[holder.unit].director,
  };
}

async function moveOn({ people }: World, { act, deps, holder, among }: Life): Promise<boolean> {
  const to = among(units);
  if (to === holder.unit) return false;
  const { head } = people[holder.unit];
  await act((by) => transferCase(deps, head, { ...by, toUnit: to, reason: 'Nhầm địa bàn' }));
  holder.unit = to;
  return true;
}

/** Whatever it is, it is something else. */
function otherKind(life: Life, die: Die) {
  const reason = 'Nhận nhầm loại';
  const toUrban = life.taken.as === 'crossing' || (life.taken.as === 'rural' && die() < 0.5);
  life.taken.as = toUrban ? 'urban' : 'crossing';
  return toUrban
    ? { service: 'supply', variant: 'urban', reason }
    : { service: 'crossing', variant: 'all', reason };
}

async function supplement(life: Life): Promise<void> {
  await ask(life);
  await answer(life);
}

async function ask({ act, deps, head, waits }: Life): Promise<void> {
  await act((by) => askSupplement(deps, head(), { ...by, what: 'Bản vẽ', until: '2030-01-01' }));
  waits.now = true;
}

async function answer({ act, deps, head, waits }: Life): Promise<void> {
  await act((by) => receiveSupplement(deps, head(), { ...by, answer: 'Đã gửi', documents: [] }));
  waits.now = false;
}

async function rest({ act, deps, head, chance }: Life): Promise<void> {
  const paper = { kind: 'other', name: 'a.pdf', sha256: 'b'.repeat(64), mime: 'application/pdf', bytes: 9 };
  const documents = chance(0.5) ? [paper] : [];
  await act((by) => pauseClock(deps, head(), { ...by, reason: 'Bão', documents }));
  if (chance(0.7)) await act((by) => resumeClock(deps, head(), { ...by, note: '' }));
}

const openSteps = (owner: Database, id: string) =>
  owner
    .selectFrom('case_tasks')
    .select(['id', 'level', 'unit_code'])
    .where('case_id', '=', id)
    .where('state', '=', 'open')
    .orderBy('round')
    .orderBy('ordinal')
    .execute();

/** While the bodies work, the unit asks the customer for something, or the case goes to another unit. */
async function meanwhile(world: World, life: Life): Promise<void> {
  if (life.chance(0.05)) await (life.waits.now ? answer(life) : ask(life));
  if (life.waits.now || !life.chance(0.03)) return;
  if (await moveOn(world, life)) await life.act((by) => acceptCase(life.deps, life.head(), by));
}

/** Step after step in whatever order they are open, those of State bodies side by side; some stop on the way. */
async function throughTheSteps(world: World, life: Life): Promise<'finished' | 'stopped' | 'left'> {
  const { id, act, deps, head, director, chance, among, waits } = life;
  for (;;) {
    const [first, ...more] = await openSteps(world.owner, id);
    if (!first) return 'finished';
    if (chance(0.01)) return 'left';
    const task = among([first, ...more]);
    if (isAtBody(task)) {
      if (await atTheBody(life, world.bodies, task)) return 'stopped';
      await meanwhile(world, life);
      continue;
    }
    if (waits.now) await answer(life);
    const doer = task.level === 'company' ? director() : head();
    await act((by) => completeStep(deps, doer, { ...by, taskId: task.id, product: 'Văn bản' }));
  }
}
