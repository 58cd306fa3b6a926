import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

/** What one run sends. `rate`: requests a second over all connections, whether or not they are answered; without it as fast as they are. */
export type Load = {
  url: string;
  headers: Record<string, string>;
  body: string;
  connections: number;
  seconds: number;
  rate?: number;
};
export type Measure = {
  perSecond: number;
  p50: number;
  p99: number;
  statuses: Record<string, number>;
  failures: number;
  /** The codes of the cases that were acknowledged. */
  codes: string[];
};

const load: Load = JSON.parse(process.argv[2] ?? '{}');
const codes: string[] = [];
const took: number[] = [];
const statuses: Record<string, number> = {};
const began = performance.now();
const result = await autocannon({
  url: load.url,
  method: 'POST',
  connections: load.connections,
  duration: load.seconds,
  ...(load.rate ? { overallRate: load.rate } : {}),
  headers: load.headers,
  body: load.body,
  requests: [
    {
      setupRequest: (request) => ({
        ...request,
        headers: { ...request.headers, 'idempotency-key': randomUUID() },
      }),
      onResponse: (status, body) => {
        statuses[status] = (statuses[status] ?? 0) + 1;
        const code = status === 201 ? /"code":"(\d{11})"/.exec(body)?.[1] : undefined;
        if (code) codes.push(code);
      },
    },
  ],
  setupClient: (client) =>
    client.on('response', (status: number, _bytes: number, milliseconds: number) => {
      if (status === 201) took.push(milliseconds);
    }),
});
const seconds = (performance.now() - began) / 1000;
took.sort((a, b) => a - b);
const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
const measure: Measure = {
  perSecond: took.length / seconds,
  p50: at(0.5),
  p99: at(0.99),
  statuses,
  failures: result.errors + result.timeouts,
  codes,
};
process.stdout.write(JSON.stringify(measure), () => process.exit(0));
