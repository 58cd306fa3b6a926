import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '#modules/accounts/index.ts';
import { acceptCase, closeCase, completeStep, readCase } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { systemClock } from '#platform/clock.ts';
import { freePort } from '#platform/free-port.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { aBrowser } from '#test/a-console.ts';
import { aStaffMember } from '#test/a-utility.ts';
import { Open311Error, open311Client } from '#test/open311-client.ts';
import { useDb } from '#test/use-db.ts';
import { aWholeServer } from './a-whole-server.ts';

const t = useDb({ profile: true });
const deps = { db: t.db, clock: systemClock };
let server: Awaited<ReturnType<typeof aWholeServer>>;

beforeAll(async () => {
  server = await aWholeServer(t, { mail: null, port: await freePort() });
});
afterAll(() => server.close());

const aKey = () =>
  createApiKey(deps, {
    name: 'Cổng phản ánh hiện trường',
    role: 'app',
    unitCode: 'CSKH',
    channel: 'open311',
    createdBy: 'x',
  });

/** Whoever of the unit does each step of the case, to its end. */
async function workOn(code: string): Promise<void> {
  const [clerk, crew] = [
    await aStaffMember(t.owner, 'clerk', 'PB0508'),
    await aStaffMember(t.owner, 'crew', 'PB0508'),
  ];
  const by = () => ({ code, requestId: randomUUID() });
  const openStep = () => inScope(t.db, clerk.scope, async (trx) => (await readCase(trx, code))?.openSteps[0]);
  await acceptCase(deps, clerk, by());
  for (let step = await openStep(); step; step = await openStep()) {
    const who: Actor = step.role === 'crew' ? crew : clerk;
    await completeStep(deps, who, { ...by(), taskId: step.id, product: 'Đã dựng lại trụ' });
  }
  await closeCase(deps, clerk, { ...by(), note: '' });
}

describe.each(['xml', 'json'] as const)(
  'a city’s application that knows the standard alone, in %s',
  (format) => {
    test('finds the endpoint and the service, files a notice, and sees it done; so does the customer', async () => {
      const { token } = await aKey();
      const client = await open311Client(`${server.base}/open311`, format, token);
      const anybody = await open311Client(`${server.base}/open311`, format);
      const services = await client.services();
      expect(services).toHaveLength(20);
      const service = services.find(({ keywords }) => keywords?.split(', ').includes('mất điện'));
      if (!service?.metadata) throw new Error('nobody to tell of a power cut');
      expect(service.type).toBe('realtime');
      const { attributes } = await client.definition(service.service_code);
      const answers = Object.fromEntries(
        attributes
          .filter(({ required, variable }) => required && variable)
          .map(({ code, datatype, values }) => [
            code,
            datatype === 'singlevaluelist' ? (values[0]?.key ?? '') : 'Trụ điện nghiêng & dây <đứt>',
          ]),
      );

      const filed = await client.create({
        fields: {
          service_code: service.service_code,
          address_string: 'Ấp Long Thới, thị xã Hòa Thành, Tây Ninh',
          lat: '11.2801',
          long: '106.1300',
          phone: '0912 345 678',
          first_name: 'Đào',
          last_name: 'Nguyễn Thị',
          description: 'Trụ điện nghiêng & dây <đứt>',
        },
        attributes: answers,
      });
      const id = filed.service_request_id;
      if (!id) throw new Error('no id, though the service is realtime');
      expect(filed.token ?? null).toBeNull();
      const mine = await client.request(id);
      expect(mine).toMatchObject({
        status: 'open',
        service_name: service.service_name,
        description: 'Trụ điện nghiêng & dây <đứt>',
        lat: 11.2801,
        long: 106.13,
      });
      const sent = filed.headers.get('open311-token') ?? '';
      const open = String((await anybody.token(sent))?.service_request_id);
      expect(open).not.toBe(id);
      expect((await anybody.request(open))?.description).toBeNull();
      await expect(anybody.request(id), 'the code is for who filed').rejects.toThrow(Open311Error);
      expect((await client.requests({ status: 'open' })).map((each) => each.service_request_id)).toEqual([
        id,
      ]);
      const asked = await client.token(sent);
      expect(asked?.service_request_id).toBe(id);

      await workOn(id);
      const done = await client.request(id);
      expect(done?.status).toBe('closed');
      expect(Number(done?.updated_datetime)).toBeGreaterThanOrEqual(Number(mine?.requested_datetime));
      expect(await client.requests({ status: 'open', service_code: service.service_code })).toEqual([]);
      expect((await anybody.requests({ service_request_id: open }))[0]?.status).toBe('closed');

      const customer = aBrowser(server.app);
      const opened = await customer.post('/theo-doi', { code: id, contact: '0912345678' });
      expect((await customer.get(String(opened.headers.location))).body).toContain('Đã xong.');
    });

    test('is told in the standard’s words what is wrong', async () => {
      const client = await open311Client(`${server.base}/open311`, format, (await aKey()).token);
      const failure = async (work: Promise<unknown>) => {
        const error = await work.then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        if (!(error instanceof Open311Error)) throw error;
        return [error.status, ...error.errors.map(({ code }) => code)];
      };
      expect(await failure(client.create({ fields: { service_code: 'none' } }))).toEqual([
        400,
        '400',
        '400',
        '400',
        '404',
      ]);
      expect(await failure(client.definition('none'))).toEqual([404, '404']);
      expect(await failure(client.request('1'))).toEqual([404, '404']);
      expect(await failure(client.token('1'))).toEqual([404, '404']);
      expect(await failure(client.requests({ start_date: 'yesterday' }))).toEqual([400, '400']);
      const wrong = await open311Client(`${server.base}/open311`, format, 'wrong');
      expect(await failure(wrong.create({ fields: {} }))).toEqual([403, '403']);
    });
  },
);
