import { createApiKey } from '#modules/accounts/index.ts';
import { systemClock } from '#platform/clock.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import type { Measured } from './lib/a-database.ts';
import { aWebServer } from './lib/a-web-server.ts';
import { bareClient } from './lib/bare-client.ts';
import type { Figure } from './lib/report.ts';
import { send } from './lib/send.ts';

const aCase = {
  service: 'kiem-tra-cong-to',
  unit: 'PB0508',
  details: { problem: 'Tháng này tăng gấp đôi dù dùng như cũ.' },
  customer: { name: 'Nguyễn Thị Đào', phone: '0912 345 678', email: 'dao@example.com' },
  address: 'Số 12, ấp Long Thới, xã Long Thành Trung, thị xã Hòa Thành',
};

export async function aKey(url: string): Promise<string> {
  const db = openDatabase(url, { connections: 1 });
  const { token } = await createApiKey(
    { db, clock: systemClock },
    { name: 'bench', role: 'agent', unitCode: 'CSKH', channel: 'api', createdBy: 'bench' },
  );
  await db.destroy();
  return token;
}

export const opening = (base: string, token: string, body: object = aCase) => ({
  url: `${base}/api/v1/cases`,
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Opening over HTTP, 64 connections, against a client that only writes the same rows; in turn, so that both meet the same machine. */
export async function openCases(postgres: Measured, { rounds = 3, seconds = 10 } = {}): Promise<Figure[]> {
  const url = await postgres.make('open_cases');
  const web = await aWebServer(url, { API_RATE: '0' });
  const ask = opening(web.base, await aKey(url));
  try {
    await send({ ...ask, connections: 64, seconds: 5 }); // warm
    const ratios: number[] = [];
    const p99s: number[] = [];
    const rates: number[] = [];
    const calmRatios: number[] = [];
    const calmP99s: number[] = [];
    const notes: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const http = await send({ ...ask, connections: 64, seconds });
      const bare = await bareClient(url, seconds);
      const calm = await send({ ...ask, connections: 16, seconds });
      ratios.push(http.perSecond / bare.perSecond);
      calmRatios.push(calm.perSecond / bare.perSecond);
      calmP99s.push(calm.p99);
      rates.push(http.perSecond);
      p99s.push(http.p99);
      notes.push(
        `${http.perSecond.toFixed(0)}/s, p50 ${http.p50.toFixed(0)} ms, p99 ${http.p99.toFixed(0)} ms, statuses ${JSON.stringify(http.statuses)}; ${bare.by} ${bare.perSecond.toFixed(0)}/s of ${bare.rowsEach} rows`,
      );
    }
    return [
      { what: 'opening over HTTP / bare client', unit: '×', values: ratios, wanted: '≥ 1.0', notes },
      { what: 'opening over HTTP', unit: '/s', values: rates },
      { what: 'p99, 64 connections as fast as they can', unit: 'ms', values: p99s, wanted: '≤ 50' },
      { what: '16 connections: rate / bare client', unit: '×', values: calmRatios, wanted: '≥ 1.0' },
      { what: '16 connections: p99', unit: 'ms', values: calmP99s, wanted: '≤ 50' },
    ];
  } finally {
    await web.stop();
  }
}
