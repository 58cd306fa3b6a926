import {
  acceptTask,
  approveTask,
  askForMore,
  giveMore,
  handBackTask,
  receiveTask,
  refuseTask,
  sendAgain,
  stopCase,
} from '#modules/agencies/index.ts';
import type { acting } from '#modules/cases/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import type { Database } from '#platform/postgres/database.ts';
import { aPaper } from './a-body.ts';
import { aStaffMember } from './a-utility.ts';

type By = { code: string; requestId: string };
type Life = {
  id: string;
  deps: acting.ActDeps;
  act(perform: (by: By) => Promise<unknown>): Promise<void>;
  head(): Actor;
  chance(share: number): boolean;
  among<T>(list: readonly [T, ...T[]]): T;
  today(): string;
};
type Task = { id: string; level: string; unit_code: string };
const withOfficers: readonly [string, ...string[]] = ['P72', 'P72_SCT', 'P72_SXD'];
const reason = 'Thiếu cơ sở';
const documents = [aPaper()];

/** How a step stands with its body. */
type Standing = {
  received: boolean;
  accepted: boolean;
  waits: boolean;
  asked: number;
  back: '' | 'refused' | 'handed_back';
};
const fresh = { received: false, accepted: false, waits: false, asked: 0 };
/** The officers of the bodies that work on the system, and how each step stands. The body of transport answers on paper. */
export type OfBodies = { officers: ReadonlyMap<string, Actor>; standing: Map<string, Standing> };

export async function officers(owner: Database): Promise<OfBodies> {
  const all = new Map<string, Actor>();
  for (const unit of withOfficers) all.set(unit, await aStaffMember(owner, 'officer', unit));
  return { officers: all, standing: new Map() };
}

/** Company C2 is in no province: there the unit follows the step of the body itself. */
export const isAtBody = ({ level, unit_code }: Task): boolean =>
  level === 'agency' && unit_code.startsWith('P72');

/** One act on a step that a body has, thrown for it. True where the case was stopped by it. */
export async function atTheBody(
  life: Life,
  { officers: all, standing }: OfBodies,
  task: Task,
): Promise<boolean> {
  const before = standing.get(task.id) ?? { ...fresh, back: '' };
  const work = { life, task, before, officer: all.get(task.unit_code) };
  const { stopped, ...after } = await move(work);
  standing.set(task.id, { ...before, ...after });
  return stopped ?? false;
}

type Work = { life: Life; task: Task; before: Standing; officer: Actor | undefined };
type Moved = Partial<Standing> & { stopped?: boolean };

function move(work: Work): Promise<Moved> {
  const { life, before, officer } = work;
  if (before.back) return atTheUnit(work);
  if (before.waits && life.chance(0.8)) return give(work);
  return officer ? byOfficer(work, officer) : onPaper(work);
}

const asked = ({ task }: Work, by: By) => ({ ...by, taskId: task.id });

async function atTheUnit(work: Work): Promise<Moved> {
  const { life, before } = work;
  const { act, deps, head, chance, among } = life;
  if (before.back === 'refused' && chance(0.25)) {
    await act((by) => stopCase(deps, head(), { ...asked(work, by), reason }));
    return { stopped: true };
  }
  const toUnit = chance(0.7) ? '' : among(withOfficers);
  await act((by) => sendAgain(deps, head(), { ...asked(work, by), toUnit, note: '' }));
  return { received: false, accepted: false, waits: false, back: '' };
}

async function give(work: Work): Promise<Moved> {
  const { act, deps, head, chance } = work.life;
  const giver = chance(0.5) ? customerActor('customer', 'Khách hàng', [work.life.id]) : head();
  await act((by) => giveMore(deps, giver, { ...asked(work, by), answer: 'Đã gửi', documents: [] }));
  return { waits: false };
}

async function byOfficer(work: Work, officer: Actor): Promise<Moved> {
  const { life, before } = work;
  const { act, deps, chance } = life;
  if (!before.received && chance(0.4)) {
    await act((by) => receiveTask(deps, officer, asked(work, by)));
    return { received: true };
  }
  if (!before.accepted && chance(0.4)) {
    await act((by) => acceptTask(deps, officer, asked(work, by)));
    return { received: true, accepted: true };
  }
  if (!before.waits && chance(0.15)) {
    const asking = { what: 'Bản vẽ tuyến', until: '2030-01-01', again: before.asked > 0 };
    await act((by) => askForMore(deps, officer, { ...asked(work, by), ...asking }));
    return { received: true, waits: true, asked: before.asked + 1 };
  }
  if (chance(0.08)) {
    await act((by) => handBackTask(deps, officer, { ...asked(work, by), reason }));
    return { back: 'handed_back' };
  }
  return decide(work, officer);
}

/** The unit writes down what the body answered; before that it may send its letter once more. */
async function onPaper(work: Work): Promise<Moved> {
  const { act, deps, head, chance } = work.life;
  if (!chance(0.1)) return decide(work, head());
  await act((by) => sendAgain(deps, head(), { ...asked(work, by), toUnit: '', note: '' }));
  return {};
}

async function decide(work: Work, actor: Actor): Promise<Moved> {
  const { act, deps, chance, today } = work.life;
  if (chance(0.1)) {
    await act((by) => refuseTask(deps, actor, { ...asked(work, by), reason, documents }));
    return { back: 'refused' };
  }
  await act((by) => {
    const answer = { number: '12/SXD', date: today(), note: '', documents };
    return approveTask(deps, actor, { ...asked(work, by), ...answer });
  });
  return {};
}
