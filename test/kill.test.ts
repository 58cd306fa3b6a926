import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { expect, test } from 'vitest';
import { verifyChain } from '#modules/cases/index.ts';
import { freePort } from '#platform/free-port.ts';
import { dice } from '../src/demonstration/names.ts';
import { inEarnest } from './in-earnest.ts';
import { useDb } from './use-db.ts';

const { db, owner, url } = useDb({ profile: true });
const secret = 'a secret for this test alone, long enough';
const submissions = 1000;
const kills = 4;
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

let server: ChildProcess | undefined;
const earnest = inEarnest(url, secret);

/** Answers when it is ready. */
async function start(port: number): Promise<ChildProcess> {
  const { child, lastWords } = earnest('serve-all', { PORT: String(port) });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${lastWords()}`);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return child;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function drafts(): Promise<string[]> {
  const service = await owner
    .selectFrom('service_versions')
    .select('id')
    .where('service_code', '=', 'cap-dien-sinh-hoat')
    .executeTakeFirstOrThrow();
  const unit = await owner
    .selectFrom('org_units')
    .select('code')
    .where('kind', '=', 'district_unit')
    .limit(1)
    .executeTakeFirstOrThrow();
  const at = new Date();
  const rows = Array.from({ length: submissions }, (_, index) => ({
    id: randomUUID(),
    service_version_id: service.id,
    answers: JSON.stringify({
      province: '72',
      district: '1',
      unit: unit.code,
      'field.area': 'rural',
      'field.new_line': 'no',
      'field.phase': 'one',
      documents_seen: 'later',
      name: `Khách ${index}`,
      address: 'Ấp 1',
      phone: '+84912345678',
      contact_kind: 'phone',
    }),
    confirmed_contact: 'phone:+84912345678',
    language: 'vi',
    created_at: at,
    updated_at: at,
  }));
  await owner.insertInto('intake_drafts').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Sends a draft once; the case code when it was acknowledged, null when the server was gone. */
async function submit(port: number, draft: string): Promise<string | null> {
  const headers = { cookie: `yeu_cau=${encodeURIComponent(cookie.sign(draft, secret))}` };
  const answer = await fetch(`http://127.0.0.1:${port}/yeu-cau/kiem-tra`, {
    method: 'POST',
    redirect: 'manual',
    headers,
  }).catch(() => null);
  const code = /^\/ho-so\/(\d{11})\/bien-nhan$/.exec(answer?.headers.get('location') ?? '')?.[1];
  if (answer && answer.status < 500 && !code)
    throw new Error(`answered ${answer.status} to ${answer.headers.get('location')}`);
  return code ?? null;
}

test(`killed ${kills} times during ${submissions} submissions (KILL_SEED=${seed}): nothing acknowledged is lost, nothing is made twice`, async () => {
  const chance = dice(seed);
  const port = await freePort();
  const waiting = await drafts();
  const killAt = Array.from({ length: kills }, () => 20 + chance.upTo(submissions - 40)).sort(
    (a, b) => a - b,
  );
  const acknowledged = new Map<string, string>();
  server = await start(port);
  let up = Promise.resolve();

  const killNow = () => {
    const dying = server;
    up = new Promise<void>((resolve) => dying?.once('exit', () => resolve())).then(async () => {
      server = await start(port);
    });
    dying?.kill('SIGKILL');
  };
  const client = async () => {
    for (let draft = waiting.shift(); draft; draft = waiting.shift()) {
      await up;
      const code = await submit(port, draft);
      if (!code) waiting.push(draft);
      else acknowledged.set(draft, code);
      if (killAt[0] !== undefined && acknowledged.size >= killAt[0]) {
        killAt.shift();
        killNow();
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, client));

  expect(acknowledged.size).toBe(submissions);
  const opened = await owner
    .selectFrom('case_events')
    .innerJoin('cases', 'cases.id', 'case_events.case_id')
    .select(['request_id', 'code'])
    .where('kind', '=', 'open')
    .execute();
  expect(opened).toHaveLength(submissions);
  expect(new Map(opened.map((event) => [event.request_id, event.code]))).toEqual(acknowledged);
  expect(await owner.selectFrom('cases').select('id').execute()).toHaveLength(submissions);
  expect(await verifyChain(db)).toMatchObject({ cases: submissions, breaks: [] });
}, 180_000);
