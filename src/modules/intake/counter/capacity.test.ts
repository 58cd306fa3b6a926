import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aConsole, signedIn } from '#test/a-console.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';

const t = useDb({ profile: true });
let app: Awaited<ReturnType<typeof aConsole>>['app'];
beforeAll(async () => {
  ({ app } = await aConsole(t));
});
afterAll(() => app.close());

const aClerk = async () => signedIn(app, await aStaffMember(t.owner, 'clerk', 'PB0508'));

describe('a number typed as people write it decides which steps the case has', () => {
  const supply = '/bang/quay/cap-dien-trung-ap-sinh-hoat';
  const asked = (capacity: string) => ({
    requestId: randomUUID(),
    name: 'Nguyễn Thị Đào',
    phone: '0912 345 678',
    email: '',
    address: 'Số 12, ấp Long Thới',
    'shown.identity': 'yes',
    identity: 'yes',
    note: '',
    'field.capacity_kva': capacity,
    'field.line': 'overhead',
    'field.industrial_zone': 'no',
    'field.investor': 'customer',
    'shown.site-paper': 'yes',
  });

  test.each([
    ['2500', true],
    ['2.500', true],
    ['2 500', true],
    ['2.000,5', true],
    ['2000,5', true],
    ['2.000', false],
    ['2000', false],
    ['2,5', false],
  ])('%s kVA: planning %s', async (capacity, planning) => {
    const clerk = await aClerk();
    expect((await clerk.post(supply, asked(capacity))).statusCode).toBe(303);
    const steps = await t.owner.selectFrom('case_tasks').select('step_code').orderBy('ordinal').execute();
    expect(steps.map(({ step_code }) => step_code)).toEqual([
      'survey',
      planning ? 'connection-agreement-company' : 'connection-agreement',
      ...(planning ? ['planning'] : []),
      'position-overhead',
      'permit-overhead',
      'build',
      'energise',
    ]);
  });

  test.each([
    ['0', 'Số nhỏ nhất là 1.'],
    ['0,5', 'Số nhỏ nhất là 1.'],
    ['2.000.000', 'Số lớn nhất là 1000000.'],
    ['khoảng 2500', 'số'],
  ])('%s is refused, and named', async (capacity, words) => {
    const { statusCode, body } = await (await aClerk()).post(supply, asked(capacity));
    expect(statusCode).toBe(422);
    expect(body).toContain('id="field.capacity_kva-error"');
    expect(body).toContain(words);
    expect(await t.owner.selectFrom('cases').select('id').execute()).toEqual([]);
  });
});
