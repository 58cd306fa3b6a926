import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Measured } from './lib/a-database.ts';
import { aWebServer } from './lib/a-web-server.ts';
import type { Figure } from './lib/report.ts';
import { send } from './lib/send.ts';
import { aKey, opening } from './open-cases.ts';

/** Five times what it can sustain, for a minute: what is refused, what is lost, and how soon it is itself again. */
export async function overload(postgres: Measured, { seconds = 60 } = {}): Promise<Figure[]> {
  const url = await postgres.make('overload');
  const web = await aWebServer(url, { API_RATE: '0' });
  const ask = opening(web.base, await aKey(url));
  try {
    await send({ ...ask, connections: 64, seconds: 5 });
    const calm = await send({ ...ask, connections: 16, seconds: 10 });
    const sustained = await send({ ...ask, connections: 64, seconds: 10 });
    const storm = await send({
      ...ask,
      connections: 1000,
      seconds,
      rate: Math.round(sustained.perSecond * 5),
    });
    const back = await untilCalm(ask, calm.p99);
    const lost = await missing(url, storm.codes);
    const sent = Object.values(storm.statuses).reduce((sum, n) => sum + n, 0);
    const others = Object.keys(storm.statuses).filter((status) => status !== '201' && status !== '429');
    return [
      { what: 'acknowledged cases that are lost', unit: '', values: [lost], wanted: '0' },
      { what: 'answers other than 201 and 429', unit: 'kinds', values: [others.length], wanted: '0' },
      { what: 'refused with 429', unit: '%', values: [(100 * (storm.statuses['429'] ?? 0)) / sent] },
      { what: 'served in the storm / sustained', unit: '×', values: [storm.perSecond / sustained.perSecond] },
      { what: 'back to calm latency after', unit: 's', values: [back], wanted: '≤ 60' },
      {
        what: 'p99 of those served in the storm',
        unit: 'ms',
        values: [storm.p99],
        notes: [
          `sustained ${sustained.perSecond.toFixed(0)}/s; answered in the storm ${(sent / seconds).toFixed(0)}/s: ${JSON.stringify(storm.statuses)}, connections that failed ${storm.failures}`,
        ],
      },
    ];
  } finally {
    await web.stop();
  }
}

async function untilCalm(ask: ReturnType<typeof opening>, calm: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const now = await send({ ...ask, connections: 16, seconds: 2 });
    const seconds = (performance.now() - began) / 1000;
    if (now.p99 <= calm * 1.5 || seconds > 90) return seconds;
    await sleep(1000);
  }
}

async function missing(url: string, codes: readonly string[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from unnest($1::text[]) as sent (code) where not exists (select from cases c where c.code = sent.code)',
    [codes],
  );
  await client.end();
  return rows[0]?.n ?? -1;
}
