import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { acceptCase, completeStep, openCase, transferCase } from '#modules/cases/index.ts';
import { customerActor } from '#modules/organisation/index.ts';
import { asked, aTask } from '#test/a-body.ts';
import { aProvince } from '#test/a-crossing.ts';
import { aRequest, aStaffMember, aUtility } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { handBackTask } from './decide.ts';

const t = useDb();
let version: number;
beforeEach(async () => {
  await aUtility(t.owner);
  ({ crossingVersionId: version } = await aProvince(t.owner));
});
const by = (code: string) => ({ code, requestId: randomUUID() });

/** A case of this unit, with its bodies at work. */
async function atTheBodies(unitCode: string, companyCode: string) {
  const details = { capacity_kva: '2000' };
  const request = aRequest(version, { details, unitCode });
  const { id, code } = await openCase(t, customerActor('web', 'Khách', []), request);
  const head = await aStaffMember(t.owner, 'unit_head', unitCode);
  const director = await aStaffMember(t.owner, 'company_director', companyCode);
  await acceptCase(t, head, by(code));
  for (const [doer, step] of [
    [head, 'survey'],
    [director, 'agreement'],
  ] as const)
    await completeStep(t, doer, { ...by(code), ...(await aTask(t, code, step)), product: 'Văn bản' });
  return { id, code, head };
}

test('a step that a unit follows for want of a body is followed by the unit that has the case now', async () => {
  const { code, head } = await atTheBodies('U3', 'C2');
  await transferCase(t, head, { ...by(code), toUnit: 'U2', reason: 'Nhầm địa bàn' });
  const next = await aStaffMember(t.owner, 'unit_head', 'U2');
  await acceptCase(t, next, by(code));
  const request = { ...by(code), ...(await aTask(t, code, 'permit')), product: 'Văn bản' };
  expect(await completeStep(t, next, request)).toMatchObject({ replayed: false });
});

test('what a body handed back is in the hands of the unit that has the case now; what a body has stays there', async () => {
  const { id, code, head } = await atTheBodies('U1', 'C1');
  const officer = await aStaffMember(t.owner, 'officer', 'P72_SXD');
  await handBackTask(t, officer, { ...(await asked(t, code, 'position')), reason: 'Thiếu bản vẽ' });
  await transferCase(t, head, { ...by(code), toUnit: 'U2', reason: 'Nhầm địa bàn' });
  const turns = await t.owner
    .selectFrom('case_turns')
    .select(['step_code', 'party', 'unit_code'])
    .where('case_id', '=', id)
    .where('ended_at', 'is', null)
    .orderBy('step_code')
    .execute();
  expect(turns).toEqual([
    { step_code: 'permit', party: 'agency', unit_code: 'P72_SGT' },
    { step_code: 'position', party: 'unit', unit_code: 'U2' },
  ]);
});
