import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { approveTask, lookAtResult, receiveTask } from '#modules/agencies/index.ts';
import { acceptCase, completeStep, openCase } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { asked, aTask } from '#test/a-body.ts';
import { aCrossing } from '#test/a-crossing.ts';
import { aPortalWorld } from '#test/a-dossier-world.ts';
import { aRequest, aStaffMember, source } from '#test/a-utility.ts';
import { useDb } from '#test/use-db.ts';
import { readDossier } from './console/dossier-facts.ts';

const t = useDb();
const { portal, connect, work, moved, files } = aPortalWorld(t);

const bodies = [
  ['P70', null, 'P70', 'peoples-committee'],
  ['P70_SXD', 'P70', 'P70.P70_SXD', 'construction'],
  ['P70_SGT', 'P70', 'P70.P70_SGT', 'transport'],
] as const;

/** The crossing service, and the bodies of the first province. */
async function aCrossingAtDesk() {
  const rows = bodies.map(([code, parent_code, path, agency_kind]) => ({
    ...{ code, kind: 'agency', parent_code, path, agency_kind, province_code: '70', source },
    ...{ name_vi: code, name_en: code, valid_from: '2018-01-01' },
  }));
  await t.owner.insertInto('org_units').values(rows).execute();
  const paths = rows.map(({ code, path }) => ({ unit_code: code, path, valid: '[2018-01-01,)' }));
  await t.owner.insertInto('org_unit_paths').values(paths).execute();
  const { id: version } = await t.owner
    .insertInto('service_versions')
    .values({
      ...{ service_code: aCrossing.code, valid_from: aCrossing.validFrom, source },
      ...{ definition: JSON.stringify(aCrossing), loaded_at: new Date('2018-01-01T00:00:00Z') },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const desk = await aStaffMember(t.owner, 'desk_clerk', 'HCC1');
  const request = { channel: 'administration_centre', details: { capacity_kva: '2000' } } as const;
  const { id, code } = await openCase(t, desk, aRequest(version, request));
  await moved(id);
  const clerk = await aStaffMember(t.owner, 'clerk', 'U1');
  await acceptCase(t, clerk, { code, requestId: randomUUID() });
  const complete = async (actor: Actor, step: string) => {
    const { taskId } = await aTask(t, code, step);
    await completeStep(t, actor, { code, requestId: randomUUID(), taskId, product: 'Biên bản' });
  };
  await complete(clerk, 'survey');
  await complete(await aStaffMember(t.owner, 'company_director', 'C1'), 'agreement');
  return { id, code, desk, clerk, complete };
}

async function granted(code: string, step: string, unit: string) {
  const officer = await aStaffMember(t.owner, 'officer', unit);
  const content = Buffer.from(`%PDF-1.4\n%${step}\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n`);
  const file = await files().store(Readable.from([content]), { name: `${step}.pdf` });
  await receiveTask(t, officer, await asked(t, code, step));
  await approveTask(t, officer, {
    ...(await asked(t, code, step)),
    ...{ number: `12/${step}`, date: '2026-03-02', note: '' },
    documents: await lookAtResult(files(), [{ ...file, kind: 'other' }]),
  });
}

const paperSchema = z.array(
  z.object({ IdTepTin: z.string(), TenTepTin: z.string(), HashTepTin: z.string() }),
);

test('State bodies are progress in their own name; their documents are the result, which the portal fetches and checks', async () => {
  await connect();
  const { id, code, desk, clerk, complete } = await aCrossingAtDesk();
  await granted(code, 'position', 'P70_SXD');
  await granted(code, 'permit', 'P70_SGT');
  // The customer builds for two months: none of the offices' time.
  t.clock.advance({ days: 60 });
  expect((await readDossier(t, desk, code)).onTime).toBe(true);
  await complete(clerk, 'build');
  await complete(clerk, 'energise');
  expect((await readDossier(t, desk, code)).onTime).toBe(true);
  await moved(id);
  await work();
  const progress = portal.got.filter(({ LoaiTin }) => LoaiTin === 'CapNhatTienTrinh');
  expect(progress).toContainEqual(
    expect.objectContaining({
      ...{ TenTienTrinh: 'Bước position', DonViXuLy: 'P70_SXD' },
      KetQuaTienTrinh: 'Đồng ý: số 12/position ngày 02/03/2026',
    }),
  );
  expect(progress).toContainEqual(
    expect.objectContaining({
      TenTienTrinh: 'Bước permit',
      DonViXuLy: 'P70_SGT',
      KetQuaTienTrinh: 'Đã nhận hồ sơ',
    }),
  );
  const told = portal.got.find(({ LoaiTin }) => LoaiTin === 'KetQua');
  const papers = paperSchema.parse(told?.GiayTo);
  expect(papers.map(({ TenTepTin }) => TenTepTin)).toEqual(['position.pdf', 'permit.pdf']);
  for (const { IdTepTin, HashTepTin } of papers)
    expect(await portal.fetchFile(IdTepTin)).toEqual({ status: 200, hash: HashTepTin, said: HashTepTin });
});

test('a portal fetches no file but those it was told of, and none by the signature of another', async () => {
  await connect();
  const { id, code } = await aCrossingAtDesk();
  await granted(code, 'position', 'P70_SXD');
  await moved(id);
  const inside = randomUUID();
  const sha256 = createHash('sha256').update('x').digest('hex');
  await t.owner
    .insertInto('case_documents')
    .values({
      ...{ id: inside, case_id: id, kind: 'photo', name: 'anh.jpg', sha256, mime: 'image/jpeg', bytes: 1 },
      ...{ at: new Date(t.clock.now().getTime() + 1000), by_whom: 'Tổ', by_kind: 'staff' },
    })
    .execute();
  const { result_document } = await t.owner
    .selectFrom('agency_tasks')
    .select('result_document')
    .where('decision', '=', 'approved')
    .executeTakeFirstOrThrow();
  expect(await portal.fetchFile(result_document ?? '')).toMatchObject({ status: 200 });
  expect(await portal.fetchFile(result_document ?? '', inside)).toMatchObject({ status: 401 });
  expect(await portal.fetchFile(inside)).toMatchObject({ status: 404 });
  expect(await portal.fetchFile(randomUUID())).toMatchObject({ status: 404 });
  await connect('cong-hai', 'HCC2');
  expect(await portal.fetchFile(result_document ?? '')).toMatchObject({ status: 404 });
});
