import { createHash, randomUUID } from 'node:crypto';
import { acceptTask, approveTask } from '#modules/agencies/index.ts';
import { readCase } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import type { TestDatabase } from './use-db.ts';

/** For tests: a document that lies in the store, as a form brings it, and in which no signature was found. */
export const aPaper = (name = 'van-ban.pdf') => ({
  ...{ signature: 'none' as const, signedBy: null },
  ...{ kind: 'other', name, mime: 'application/pdf', bytes: 10 },
  sha256: createHash('sha256').update(name).digest('hex'),
});

/** For tests: the open step of this code, as an act on it is asked for. */
export async function aTask(t: TestDatabase, code: string, step: string) {
  const found = await inScope(t.db, systemScope, (trx) => readCase(trx, code));
  const taskId = found?.openSteps.find(({ step_code }) => step_code === step)?.id ?? randomUUID();
  return { code, taskId };
}

/** For tests: what a body is asked with. */
export const asked = async (t: TestDatabase, code: string, step: string) => ({
  ...(await aTask(t, code, step)),
  requestId: randomUUID(),
});

/** For tests: a State body grants a step, or a clerk writes down that it did. */
export const grant = async (t: TestDatabase, actor: Actor, code: string, step: string) =>
  approveTask(t, actor, {
    ...(await asked(t, code, step)),
    ...{ number: `12/${step}`, date: '2026-03-02', note: '', documents: [aPaper()] },
  });

export const takeOn = async (t: TestDatabase, actor: Actor, code: string, step: string) =>
  acceptTask(t, actor, await asked(t, code, step));
