import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, open, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCase } from '#modules/cases/index.ts';
import { noticeTasks } from '#modules/notices/index.ts';
import { type Actor, customerActor } from '#modules/organisation/index.ts';
import { type FileStore, openFileStore } from '#platform/files/index.ts';
import { startWorker, type Worker } from '#platform/jobs-worker.ts';
import { type Database, openDatabase } from '#platform/postgres/database.ts';
import { openListener } from '#platform/postgres/listener.ts';
import type { DB } from '#platform/postgres/schema.ts';
import { readSettings } from '#platform/settings.ts';
import { buildApp } from '../src/app.ts';
import { aBrowser } from './a-console.ts';
import { aNamedUtility } from './a-named-utility.ts';
import { aServerThatGoesAway, type UnsteadyServer } from './a-server-that-goes-away.ts';
import { aRequest, aStaffMember, aUtility } from './a-utility.ts';
import { testClock } from './test-clock.ts';

const clock = testClock();
const nobody = customerActor('web', 'Khách hàng', []);
let server: UnsteadyServer;
let db: Database;
let owner: Database;
let app: FastifyInstance;
let worker: Worker;
let folder: string;
let diskIsFull = false;
let serviceVersionId: number;
let clerk: Actor;
let browser: ReturnType<typeof aBrowser>;

/** Writes go to /dev/full while the disk is said to be full. */
const filesOnDiskThatFills = (place: string): FileStore =>
  openFileStore(place, {
    openNew: async (path) => {
      if (diskIsFull) await symlink('/dev/full', path);
      return open(path, diskIsFull ? 'w' : 'wx');
    },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-faults-'));
  server = await aServerThatGoesAway();
  db = openDatabase(server.url);
  const pool = new pg.Pool({ connectionString: server.url, max: 2 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  owner = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  ({ serviceVersionId } = await aUtility(owner));
  await aNamedUtility(owner);
  clerk = await aStaffMember(owner, 'clerk');
  app = await serve();
  const linkTo = (code: string) => `https://x.example/${code}`;
  worker = await startWorker({
    url: server.url,
    tasks: noticeTasks({ db, clock, mail: null, sms: null, linkTo }),
  });
  browser = aBrowser(app);
  await browser.post('/bang/dang-nhap/minh-hoa', { staffId: clerk.id, next: '/bang' });
});
afterAll(async () => {
  await app.close();
  await worker.stop();
  await db.destroy();
  await owner.destroy();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function serve() {
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await mkdir(join(folder, 'files'));
  const changes = openListener(server.url, 'case_changed');
  const built = await buildApp({
    db,
    clock,
    files: filesOnDiskThatFills(join(folder, 'files')),
    changes,
    settings: { ...settingsOf(folder), secret: 'for tests only'.repeat(4) },
    dist,
    logLevel: 'silent',
  });
  built.addHook('onClose', () => changes.close());
  return built;
}

function settingsOf(varFolder: string) {
  const read = readSettings({ MOTCUA_VAR: varFolder, PORT: '3000' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.settings;
}

const aCase = () => openCase({ db, clock }, nobody, aRequest(serviceVersionId));
const accept = (code: string, requestId = randomUUID()) =>
  browser.post(`/bang/ho-so/${code}/tiep-nhan`, { requestId, seen: '1' });
const stateOf = (code: string) =>
  owner.selectFrom('cases').select('state').where('code', '=', code).executeTakeFirstOrThrow();
const isReady = async () => (await app.inject('/readyz')).json();

describe('a database that is away', () => {
  it('gives a plain page with 503, says it is not ready, and comes back by itself with nothing lost', async () => {
    const { code } = await aCase();
    expect(await isReady()).toMatchObject({ ready: true });
    await server.stop();

    const page = await browser.get('/bang');
    expect(page.statusCode).toBe(503);
    expect(page.headers['retry-after']).toBe('30');
    expect(page.body).toContain('Hệ thống đang tạm gián đoạn');
    expect(page.body).not.toMatch(/ECONN|at \w+ \(|password/);
    const start = await app.inject('/?lang=en');
    expect(start.statusCode).toBe(503);
    expect(start.body).toContain('The system is away for a moment');
    const requestId = randomUUID();
    expect((await accept(code, requestId)).statusCode).toBe(503);
    expect((await app.inject('/readyz')).statusCode).toBe(503);
    expect((await app.inject('/healthz')).statusCode).toBe(200);

    await server.start();
    await vi.waitFor(async () => expect(await isReady()).toMatchObject({ ready: true }), 20_000);
    expect((await app.inject('/')).statusCode).toBe(200);
    expect((await accept(code, requestId)).statusCode).toBe(303);
    expect(await stateOf(code)).toEqual({ state: 'accepted' });
    await vi.waitFor(
      async () =>
        expect(await owner.selectFrom('notice_deliveries').select('outcome').execute()).toEqual([
          { outcome: 'outbox' },
        ]),
      { timeout: 30_000, interval: 500 },
    );
  }, 90_000);
});

describe('a database that goes while jobs run', () => {
  it('loses none of them and does none twice', async () => {
    const told = () =>
      owner
        .selectFrom('notice_deliveries')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirst();
    const before = Number((await told())?.n);
    for (let time = 0; time < 3; time += 1) {
      await Promise.all(Array.from({ length: 10 }, aCase));
      await server.stop();
      await server.start();
    }
    await vi.waitFor(async () => expect(Number((await told())?.n)).toBe(before + 30), {
      timeout: 60_000,
      interval: 500,
    });
    const notices = await owner.selectFrom('notices').select('dedupe_key').execute();
    expect(notices).toHaveLength(before + 30);
  }, 120_000);
});

describe('a full disk', () => {
  it('in the database: 503, nothing half written, and the same request works once there is room', async () => {
    const { code } = await aCase();
    const events = () => owner.selectFrom('case_events').select('seq').where('kind', '=', 'accept').execute();
    const before = await events();
    await sql`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(owner);
    await sql`create trigger no_room before insert on case_events for each row execute function no_room()`.execute(
      owner,
    );
    const requestId = randomUUID();
    const refused = await accept(code, requestId);
    expect(refused.statusCode).toBe(503);
    expect(refused.body).toContain('Hệ thống tạm hết chỗ lưu');
    expect(await stateOf(code)).toEqual({ state: 'opened' });
    expect(await events()).toEqual(before);
    await sql`drop trigger no_room on case_events`.execute(owner);
    expect((await accept(code, requestId)).statusCode).toBe(303);
    expect(await stateOf(code)).toEqual({ state: 'accepted' });
  });

  it('under the files: 503, no paper attached, and it is taken once there is room', async () => {
    const { code } = await aCase();
    await accept(code);
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#000' } })
      .jpeg()
      .toBuffer();
    const attach = () => sendFile(code, photo);
    const papers = async () =>
      (await owner.selectFrom('case_documents').select('name').execute()).filter(
        ({ name }) => name === 'ảnh.jpg',
      );
    diskIsFull = true;
    const refused = await attach();
    expect(refused.statusCode).toBe(503);
    expect(refused.body).toContain('hết chỗ lưu');
    expect(await papers()).toEqual([]);
    diskIsFull = false;
    expect((await attach()).statusCode).toBe(303);
    expect(await papers()).toHaveLength(1);
  });
});

function sendFile(code: string, content: Buffer) {
  const boundary = 'x-boundary-x';
  const field = (name: string, value: string) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="ảnh.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const payload = Buffer.concat([
    field('requestId', randomUUID()),
    field('seen', '2'),
    Buffer.from(head),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return app.inject({
    method: 'POST',
    url: `/bang/ho-so/${code}/dinh-kem`,
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, cookie },
  });
}
