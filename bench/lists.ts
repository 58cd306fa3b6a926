import { addStaff, type Role } from '#modules/organisation/index.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import type { Measured } from './lib/a-database.ts';
import { aWebServer } from './lib/a-web-server.ts';
import { fillCases } from './lib/fill-cases.ts';
import { generateCustomers } from './lib/generate-customers.ts';
import type { Figure } from './lib/report.ts';

const find = (words: string) => `/bang?tim=${encodeURIComponent(words)}`;
const findCustomer = (words: string) => `/bang/khach-hang?tim=${encodeURIComponent(words)}`;

/** What people open and look for in a day; the same for both sizes. */
const pages: Record<string, readonly [Role, string, readonly string[]]> = {
  'queue page, clerk of a unit': [
    'clerk',
    'PB0508',
    [
      '/bang?xem=donvi',
      '/bang?xem=toi',
      '/bang?xem=donvi&sap-xep=newest',
      '/bang?xem=donvi&trang-thai=waiting',
    ],
  ],
  'queue page, whole corporation': ['agent', 'CSKH', ['/bang', '/bang?sap-xep=newest']],
  'search of cases, clerk of a unit': [
    'clerk',
    'PB0508',
    ['0912004321', '00000004321', 'nguyen thi dao', 'tran van son', 'nguyen', 'ap 3 xa tan thoi'].map(find),
  ],
  'search of cases, whole corporation': [
    'agent',
    'CSKH',
    ['0912004321', '00000004321', 'nguyen thi dao', 'tran van son', 'nguyen', 'ap 3 xa tan thoi'].map(find),
  ],
  'search of customers, whole corporation': [
    'agent',
    'CSKH',
    ['0912004321', 'nguyen thi dao', 'tran van son hoa thanh', 'nguyen', 'le minh quy go dau'].map(
      findCustomer,
    ),
  ],
};
/** The time of a page from request to answer, one at a time, at ten thousand and at a million cases and customers. */
export async function lists(
  postgres: Measured,
  { sizes = [10_000, 1_000_000], rounds = 12 } = {},
): Promise<Figure[]> {
  const measured: Map<string, number>[] = [];
  for (const size of sizes) {
    const url = await postgres.make(`lists_${size}`);
    await fillCases(url, size);
    await generateCustomers(url, size);
    measured.push(await measure(url, rounds));
  }
  const [small, big] = measured;
  return Object.keys(pages).flatMap((what): Figure[] => {
    const wanted = what.startsWith('queue') ? '≤ 20' : '≤ 50';
    const [before, after] = [small?.get(what) ?? Number.NaN, big?.get(what) ?? Number.NaN];
    return [
      { what: `${what}, p95 at ${sizes.at(-1)}`, unit: 'ms', values: [after], wanted },
      { what: `${what}, against ${sizes[0]}`, unit: '×', values: [after / before], wanted: '≤ 1.3' },
    ];
  });
}

async function measure(url: string, rounds: number): Promise<Map<string, number>> {
  const web = await aWebServer(url, { MOTCUA_DEMO: '1' });
  try {
    const p95s = new Map<string, number>();
    for (const [what, [role, unit, paths]] of Object.entries(pages)) {
      const cookie = await signIn(url, web.base, role, unit);
      const took: number[] = [];
      for (let round = -2; round < rounds; round++)
        for (const path of paths) {
          const began = performance.now();
          const answer = await fetch(web.base + path, { headers: { cookie }, redirect: 'manual' });
          await answer.text();
          if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
          if (round >= 0) took.push(performance.now() - began);
        }
      took.sort((a, b) => a - b);
      p95s.set(what, took[Math.floor(took.length * 0.95)] ?? Number.NaN);
    }
    return p95s;
  } finally {
    await web.stop();
  }
}

/** As somebody of the demonstration, taken on for the measurement. */
async function signIn(url: string, base: string, role: Role, unitCode: string): Promise<string> {
  const db = openDatabase(url, { connections: 1 });
  const email = `${role}@example.com`;
  const { id } = await inScope(db, systemScope, (trx) =>
    addStaff(trx, { name: `Người đo ${role}`, email, role, unitCode }),
  );
  await db.destroy();
  const answer = await fetch(`${base}/bang/dang-nhap/minh-hoa`, {
    method: 'POST',
    body: new URLSearchParams({ staffId: id, next: '/bang' }),
    redirect: 'manual',
  });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
