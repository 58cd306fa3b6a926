import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { dossierTasks, type EndpointDeps, portalDoor, portalTasks } from '#modules/dossiers/index.ts';
import { sealerFrom } from '#modules/webhooks/index.ts';
import { openFileStore } from '#platform/files/index.ts';
import { answerFailures } from '#platform/http/answer-failures.ts';
import { aServer } from '#platform/http/server.ts';
import { postOutside } from '#platform/outside/post-outside.ts';
import type { Database } from '#platform/postgres/database.ts';
import { createEndpoint } from '../src/modules/dossiers/endpoints.ts';
import { aNamedUtility } from './a-named-utility.ts';
import { aReferencePortal } from './a-reference-portal.ts';
import { aDesk, aStaffMember, aUtility } from './a-utility.ts';
import type { TestDatabase } from './use-db.ts';

const source = 'for tests';

/** A utility with a State desk in its province, HCC1, which has an id for dossier codes, and HCC2 of the second company, which has one too. */
export async function aDossierWorld(owner: Database): Promise<{ serviceVersionId: number }> {
  const made = await aUtility(owner);
  await aNamedUtility(owner);
  await owner
    .insertInto('provinces')
    .values([
      { code: '70', name_vi: 'Tỉnh Một', name_en: 'Province One', company_code: 'C1' },
      { code: '72', name_vi: 'Tỉnh Hai', name_en: 'Province Two', company_code: 'C2' },
    ])
    .execute();
  await aDesk(owner, 'HCC1', '70');
  await aDesk(owner, 'HCC2', '72');
  await anAgencyId(owner, 'HCC1', 'H99.01');
  await anAgencyId(owner, 'HCC2', 'H98.01');
  await aOneStopRule(owner, { code: 'new-dates', most: 1, basis: 'Nghị định thử' });
  await aOneStopRule(owner, { code: 'papers', basis: 'Thông tư thử' });
  return made;
}

/** What the law of the one-stop says from a day on, or up to another. */
export async function aOneStopRule(
  owner: Database,
  rule: { code: string; most?: number; basis: string; uncertain?: boolean },
  validFrom = '2018-01-01',
  validTo?: string,
): Promise<void> {
  const days = { valid_from: validFrom, valid_to: validTo ?? null };
  const definition = JSON.stringify({ ...rule, source, validFrom, validTo });
  const loaded_at = new Date('2018-01-01T00:00:00Z');
  await owner
    .insertInto('standard_versions')
    .values({ kind: 'one_stop', code: rule.code, ...days, definition, source, loaded_at })
    .execute();
}

export async function anAgencyId(
  owner: Database,
  code: string,
  id: string,
  valid_from = '2018-01-01',
): Promise<void> {
  const definition = JSON.stringify({ code, id, source, validFrom: valid_from, uncertain: true });
  const loaded_at = new Date('2018-01-01T00:00:00Z');
  await owner
    .insertInto('standard_versions')
    .values({ kind: 'agency_id', code, valid_from, definition, source, loaded_at })
    .execute();
}

type Job = { task: string; payload: unknown; run_at: Date };

/** For tests: the door for portals over real HTTP, a reference portal at the other end, and workers that wait for nothing. */
export function aPortalWorld(t: TestDatabase) {
  const portal = aReferencePortal(() => t.clock.now());
  const sealer = sealerFrom('for tests only'.repeat(4));
  const deps: EndpointDeps = { db: t.db, clock: t.clock, sealer, allowPrivate: true };
  const tasks: Record<string, (payload: unknown) => Promise<void>> = {
    ...dossierTasks(t),
    ...portalTasks({ ...deps, post: postOutside }),
  };
  const made = { serviceVersionId: 0, portalUrl: '', url: '' };
  let app: Awaited<ReturnType<typeof aServer>>;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-portal-'));
    app = await aServer({ secret: 's'.repeat(32), logLevel: 'silent', behindTls: false });
    answerFailures(app, (_, reply, refused) => reply.send(refused.reason.code));
    await app.register(async (door) => portalDoor(door, { ...deps, files: openFileStore(folder) }));
    made.url = await app.listen({ port: 0, host: '127.0.0.1' });
    made.portalUrl = await portal.listen();
  });
  afterAll(async () => {
    portal.close();
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    portal.reset();
    made.serviceVersionId = (await aDossierWorld(t.owner)).serviceVersionId;
  });

  /** A connection for the desk of the first province. */
  async function connect(code = 'cong-mot', unitCode = 'HCC1') {
    const administrator = await aStaffMember(t.owner, 'administrator', 'T');
    const wanted = { code, name: 'Cổng thử', unitCode, url: made.portalUrl };
    const { secrets } = await createEndpoint(deps, administrator, wanted);
    portal.knows({ url: made.url, portal: code, secrets });
    return secrets;
  }

  /** Runs the jobs that are due by the test's clock, and those they make, until none is. */
  async function work(): Promise<void> {
    for (;;) {
      const { rows } = await sql<Job>`
        with due as (select j.id, k.identifier as task, j.payload, j.run_at from graphile_worker._private_jobs j
          join graphile_worker._private_tasks k on k.id = j.task_id
          where k.identifier in ('send_portal_messages', 'read_portal_inbox', 'portal_connected') and j.run_at <= ${t.clock.now()}),
        gone as (delete from graphile_worker._private_jobs where id in (select id from due))
        select task, payload, run_at from due order by run_at, id`.execute(t.owner);
      if (rows.length === 0) return;
      for (const { task, payload } of rows) await tasks[task]?.(payload);
    }
  }

  /** What every act on such a case enqueues. */
  const moved = async (caseId: string) => tasks.case_moved?.({ caseId });
  return { portal, deps, tasks, made, connect, work, moved, files: () => openFileStore(folder) };
}
