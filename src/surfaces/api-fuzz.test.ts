import { Validator } from '@seriousme/openapi-schema-validator';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aNotice, anApi, type Program } from '#test/an-api.ts';
import { aChance, type Chance } from '#test/fuzz/chance.ts';
import { aRequestOf, type Operation, operationsOf } from '#test/fuzz/requests.ts';
import { mismatch } from '#test/fuzz/schema.ts';
import type { Pool } from '#test/fuzz/values.ts';
import { useDb } from '#test/use-db.ts';

const seed = Number(process.env.MOTCUA_FUZZ_SEED ?? 20260304);
const requests = Number(process.env.MOTCUA_FUZZ ?? 1500);
const atOnce = 4;

const t = useDb({ profile: true });
let api: Awaited<ReturnType<typeof anApi>>;
beforeAll(async () => {
  api = await anApi(t);
});
afterAll(() => api.app.close());

test(`${requests} random requests made from the description bring no 5xx, and every answer is as described`, async () => {
  const operations = await described();
  const often = operations.filter(({ operationId }) =>
    ['openCase', 'acceptCase', 'readCase', 'completeStep'].includes(operationId),
  );
  const programs = await somePrograms();
  const pool = startingPool();
  const counts = new Map<string, number>();
  const faults: string[] = [];
  let begun = 0;
  const work = async () => {
    while (begun < requests && faults.length < 10) {
      const chance = aChance(seed + begun++);
      const operation = chance.pick(chance.is(0.2) ? often : operations);
      const request = withOpenStep(aRequestOf(operation, pool, chance), operation, pool, chance);
      const by = chance.pick(programs);
      const answer = await (chance.is(0.01) ? api.app.inject(request) : by.send(request));
      for (const key of [`${answer.statusCode}`, ...(answer.statusCode < 300 ? [operation.operationId] : [])])
        counts.set(key, (counts.get(key) ?? 0) + 1);
      if (process.env.MOTCUA_FUZZ && begun % 5000 === 0) process.stdout.write(`${begun}\n`);
      const why = wrongWith(answer, operation, request.method === operation.method);
      if (why) faults.push(`${why}\n${JSON.stringify(request).slice(0, 1500)}\n${answer.body.slice(0, 500)}`);
      else harvest(answer, pool);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  expect(faults.join('\n\n')).toBe('');
  const good = (counts.get('200') ?? 0) + (counts.get('201') ?? 0);
  expect(good, JSON.stringify([...counts])).toBeGreaterThan(requests / 10);
  if (process.env.MOTCUA_FUZZ)
    process.stdout.write(`seed ${seed}: ${JSON.stringify(Object.fromEntries([...counts].sort()))}\n`);
}, 3_600_000);

async function described(): Promise<Operation[]> {
  const validator = new Validator();
  await validator.validate((await api.app.inject('/api/openapi.json')).json());
  return JSON.parse(JSON.stringify(operationsOf(JSON.parse(JSON.stringify(validator.resolveRefs())))));
}

const somePrograms = async (): Promise<Program[]> => [
  await api.aProgram('app', 'PB0508', 'app'),
  await api.aProgram('app', 'PB0508', 'app'),
  await api.aProgram('clerk', 'PB0508'),
  await api.aProgram('unit_head', 'PB0508'),
  await api.aProgram('agent', 'PB05'),
  await api.aProgram('company_director', 'PB05'),
  await api.aProgram('corporation', 'PB05'),
  await api.aProgram('officer', 'TINH72_SXD'),
];

function startingPool(): Pool {
  const { service, details, district, address, customer } = aNotice();
  return new Map<string, unknown[]>([
    ['service', [service, service, service, 'khong-co']],
    ['unit', ['PB0508', 'PB0501', 'PB05']],
    ['toUnit', ['PB0508', 'PB0501']],
    ['district', [district, '703']],
    ['staffId', [null]],
    ['province', ['72', '80']],
    ['details', [details, details, { ...details, colour: 'red' }]],
    ['documents', [[], []]],
    ['customer', [customer, { ...customer, email: 'dao@example.com' }]],
    ['detailNames', Object.keys(details)],
    ...Object.entries(details).map(([name, value]): [string, unknown[]] => [name, [value]]),
    ['address', [address]],
    ['phone', [customer.phone, '+84 912 345 678']],
    ['email', ['dao@example.com']],
    ['customerCode', ['PB05080012345']],
    ['kind', ['identity', 'other', 'district_unit']],
  ]);
}

/** A step and its case belong together: by chance alone they would hardly ever meet. */
function withOpenStep(
  request: InjectOptions,
  { operationId }: Operation,
  pool: Pool,
  chance: Chance,
): InjectOptions {
  const [url, taskId] = String(pool.get('openSteps')?.at(-1) ?? '').split(' ');
  if (operationId !== 'completeStep' || !taskId || chance.is(0.5)) return request;
  const headers = { 'content-type': 'application/json' };
  return {
    method: 'POST',
    url: `/api/v1/cases/${url}/complete-step`,
    headers,
    payload: { taskId, product: 'Biên bản' },
  };
}

const kept = ['code', 'sha256', 'taskId', 'next', 'id', 'staffId'];
/** What later requests can use: codes of cases, steps, cursors, files. */
function harvest(answer: LightMyRequestResponse, pool: Pool): void {
  if (answer.statusCode >= 300 || !String(answer.headers['content-type']).includes('json')) return;
  const body = answer.json();
  const open = body?.steps?.find?.(({ state }: { state: string }) => state === 'open');
  if (open?.taskId) pool.set('openSteps', [`${body.code} ${open.taskId}`]);
  JSON.parse(answer.body, (name: string, value: unknown) => {
    if (kept.includes(name) && typeof value === 'string' && (name !== 'code' || /^\d{11}$/.test(value))) {
      const key = name === 'next' ? 'after' : name;
      const values = pool.get(key) ?? [];
      values.push(value);
      pool.set(key, values.slice(-40));
    }
    return value;
  });
}

function wrongWith(
  answer: LightMyRequestResponse,
  operation: Operation,
  asDescribed: boolean,
): string | null {
  const { statusCode: status, headers } = answer;
  if (status >= 500) return `${status}`;
  const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  const response = status >= 400 ? operation.responses['4XX'] : operation.responses[status];
  if (!response) return asDescribed ? `${status} is not described` : null;
  if (status === 304) return answer.body === '' ? null : '304 with a body';
  if (response.content?.['application/octet-stream']) return null;
  const schema = response.content?.[type]?.schema;
  if (!schema) return `${status} as ${type} is not described`;
  const why = mismatch(answer.json(), schema);
  return why && `${status} ${operation.operationId}: ${why}`;
}
