import { randomUUID } from 'node:crypto';
import {
  acceptTask,
  approveTask,
  askForMore,
  giveMore,
  handBackTask,
  lookAtResult,
  receiveTask,
  refuseTask,
} from '#modules/agencies/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { aMadeUpPaper } from './made-up-papers.ts';
import type { Across } from './told.ts';

export type BodyStep = { taskId: string; body: string; produces: string };

const aDay = 86_400_000;

/**
 * What a State body does with its step. Of one without officers here the unit is only ever brought the paper, where the story is
 * over; else it stays as it was sent, for the link in the letter. false where the step stays as it lies.
 */
export async function answerAsBody(told: Across, step: BodyStep): Promise<boolean> {
  const { deps, officers, dice } = told;
  const { until } = told.plan;
  const officer = officers.get(step.body);
  const over = ['building', 'energising', 'finished'].includes(until);
  if (!officer) return over && approve(told, step, 'from paper');
  if (until === 'sent') return false;
  const by = () => ({ code: told.code, taskId: step.taskId, requestId: randomUUID() });
  await receiveTask(deps, officer, by());
  if (until === 'received' || !deps.clock.work(2 + dice.upTo(4))) return false;
  if (until === 'handed_back') {
    await handBackTask(deps, officer, {
      ...by(),
      reason: 'Hồ sơ chưa có chữ ký của đơn vị tư vấn thiết kế.',
    });
    return false;
  }
  await acceptTask(deps, officer, by());
  if (until === 'accepted' || !deps.clock.work(4 + dice.upTo(8))) return false;
  if (until === 'refused') {
    const documents = await aLetter(told, step, 'Văn bản trả lời');
    const reason = 'Vị trí trụ nằm trong hành lang mở rộng đường đã được duyệt.';
    await refuseTask(deps, officer, { ...by(), reason, documents });
    return false;
  }
  if (until === 'waiting' || (over && dice.chance(0.25))) {
    await askForMore(deps, officer, {
      ...{ ...by(), what: 'Bản vẽ mặt cắt ngang chỗ tuyến cắt đường, có kích thước.' },
      ...{ until: dayAt(new Date(deps.clock.now().getTime() + 10 * aDay)), again: false },
    });
    if (until === 'waiting' || !deps.clock.work(10 + dice.upTo(20))) return false;
    await giveMore(deps, told.person, { ...by(), answer: 'Gửi bản vẽ đã bổ sung.', documents: [] });
    deps.clock.work(3);
  }
  return approve(told, step);
}

async function approve(told: Across, step: BodyStep, how: 'here' | 'from paper' = 'here'): Promise<boolean> {
  const { deps, officers, people, code, dice } = told;
  const actor = how === 'here' ? (officers.get(step.body) ?? people.clerk) : people.clerk;
  if (how === 'from paper' && !deps.clock.work(20 + dice.upTo(30))) return false;
  await approveTask(deps, actor, {
    ...{ code, taskId: step.taskId, requestId: randomUUID() },
    ...{ number: `${100 + dice.upTo(800)}/MH`, date: dayAt(deps.clock.now()), note: '' },
    documents: await aLetter(told, step, step.produces),
  });
  return true;
}

const aLetter = async ({ deps, cabinet }: Across, { body }: BodyStep, title: string) =>
  lookAtResult(cabinet.files, [
    await aMadeUpPaper(cabinet, { kind: 'agency_result', title, by: body, made: deps.clock.now() }),
  ]);
