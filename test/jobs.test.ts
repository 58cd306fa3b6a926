import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agencyTasks } from '#modules/agencies/index.ts';
import { deadlineTasks } from '#modules/deadlines/index.ts';
import { dossierTasks, portalTasks } from '#modules/dossiers/index.ts';
import { mailTasks, openReader } from '#modules/intake/index.ts';
import { noticeTasks } from '#modules/notices/index.ts';
import { organisationTasks } from '#modules/organisation/index.ts';
import { sealerFrom, webhookTasks } from '#modules/webhooks/index.ts';
import { openFileStore } from '#platform/files/index.ts';
import { postOutside } from '#platform/outside/post-outside.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { readSettings } from '#platform/settings.ts';
import { crontab, tasks, tasksOfWebhooks } from '../src/commands/tasks.ts';
import { testClock } from './test-clock.ts';

// Opened and never asked: only the names of the jobs are looked at.
const db = openDatabase('postgres://nowhere.invalid/none');
const clock = testClock();
const base = { db, clock };
const secret = 's'.repeat(40);
const letters = { files: openFileStore('/nowhere'), secret, addresses: [], host: 'x', warn: () => {} };
const mails = { ...letters, reader: openReader() };
const outside = { ...base, sealer: sealerFrom(secret), allowPrivate: false, post: postOutside };
const never = () => Promise.reject(new Error('only the names are looked at'));

const parts: Record<string, object> = {
  deadlines: deadlineTasks(base, { recordAlarm: never, retimeOpenCases: never }),
  notices: noticeTasks({ ...base, mail: null, sms: null, linkTo: () => '' }),
  dossiers: dossierTasks(base),
  agencies: agencyTasks({ ...base, url: '' }),
  mail: mailTasks({ ...base, ...mails }),
  organisation: organisationTasks({ ...base, rehomeOpenCases: never }, () => ''),
  webhooks: webhookTasks({ ...outside, chance: Math.random }),
  portals: portalTasks(outside),
};
const ofWorkers = (): string[][] => {
  const read = readSettings({});
  if (!read.ok) throw new Error('the settings are wrong');
  const deps = { ...base, mail: null, letters: mails };
  return [tasks(deps, read.settings), tasksOfWebhooks(deps, { ...read.settings, secret })].map(Object.keys);
};

test('every job that is enqueued has a handler, and every handler is asked for', () => {
  const sources = globSync('src/**/*.{ts,tsx}').filter((path) => !path.includes('.test.'));
  const calls = sources.flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/\benqueue\(\s*trx,\s*(\S+)/g),
  ]);
  const enqueued = calls.map(([, name = '']) => /^'(\w+)',?$/.exec(name)?.[1] ?? `${name} is no plain name`);
  const byTheClock = crontab.split('\n').map((line) => line.split(' ').at(-1) ?? '');
  expect(calls.length).toBeGreaterThan(10);
  const asked = new Set([...enqueued, ...byTheClock]);
  expect([...asked].sort()).toEqual(ofWorkers().flat().sort());
});

test('no two modules handle jobs of one name', () => {
  const names = Object.values(parts).flatMap(Object.keys);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  // What no module has alone.
  expect([...names, 'forget_old'].sort()).toEqual(ofWorkers().flat().sort());
});

test('what is done by the clock is named once', () => {
  const names = crontab.split('\n').map((line) => line.split(' ').at(-1));
  expect(new Set(names).size).toBe(names.length);
});
