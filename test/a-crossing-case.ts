import { randomUUID } from 'node:crypto';
import { acceptCase, completeStep, openCase } from '#modules/cases/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { aTask } from './a-body.ts';
import { aRequest, aStaffMember } from './a-utility.ts';
import type { TestDatabase } from './use-db.ts';

export type Crossing = { code: string; id: string; clerk: Actor; director: Actor; customer: Actor };

/** For tests: a case of `aCrossing` in which the State bodies have just been sent their steps; three of them above 2,000 kVA. */
export async function aCrossingCase(
  t: TestDatabase,
  serviceVersionId: number,
  change: { details?: Record<string, string>; documents?: object[] } = {},
): Promise<Crossing> {
  const clerk = await aStaffMember(t.owner, 'clerk');
  const director = await aStaffMember(t.owner, 'company_director', 'C1');
  const request = aRequest(serviceVersionId, { details: { capacity_kva: '2500' }, ...change });
  const { code, id } = await openCase(t, customerActor('web', 'Khách', []), request);
  const by = () => ({ code, requestId: randomUUID() });
  await acceptCase(t, clerk, by());
  const steps = [
    [clerk, 'survey'],
    [director, 'agreement'],
  ] as const;
  for (const [actor, step] of steps) {
    const { taskId } = await aTask(t, code, step);
    await completeStep(t, actor, { ...by(), taskId, product: 'Biên bản' });
  }
  return { code, id, clerk, director, customer: customerActor('customer', 'Khách', [id]) };
}
