import { type acting, closeCase, openCase, withdrawCase } from '#modules/cases/index.ts';
import { type Actor, findUnit } from '#modules/organisation/index.ts';
import { inScope, systemScope } from '#platform/postgres/in-scope.ts';
import { Refused, refuse } from '#platform/refused.ts';
import { uuidFrom } from '#platform/uuid-from.ts';
import { filingRequest } from './filed-at.ts';
import { filesNamed } from './files-named.ts';
import { followCase } from './follow-case.ts';
import { followPortal } from './follow-portal.ts';
import { giveSupplement } from './give-supplement.ts';
import { insertConflict } from './queries-conflicts.ts';
import { findEndpoint } from './queries-endpoints.ts';
import { type DossierOfLine, findDossierOfLine, type InboxRow } from './queries-inbox.ts';
import { readFiling } from './read-filing.ts';
import type { OfDossier } from './read-message.ts';
import { portalReasons } from './reasons.ts';
import { centreOfCompany, type DossierDeps } from './register-dossier.ts';
import { heed } from './rules/heed.ts';
import { isStatus } from './rules/status.ts';

export type CarriedOut = { state: 'done' | 'conflict'; caseId: string; code: string | null };
type ToDo = { deps: DossierDeps; row: InboxRow; actor: Actor; dossier: DossierOfLine };

/** Does what a message asks, by the acts that everybody else's requests go through. The message's id is the request id: twice is once. */
export async function carryOut(deps: DossierDeps, row: InboxRow, message: OfDossier): Promise<CarriedOut> {
  const actor = await actorOf(deps, row.endpoint);
  if (message.LoaiTin === 'NopHoSo') return file(deps, row, actor, message);
  const dossier = await inScope(deps.db, systemScope, (trx) =>
    findDossierOfLine(trx, row.endpoint, message.HoSo),
  );
  if (!dossier) throw new Error(`message ${row.id} has its turn before its dossier`);
  const state = await act({ deps, row, actor, dossier }, message);
  await followCase(deps, dossier.case_id);
  return { state, caseId: dossier.case_id, code: dossier.code };
}

/** A portal acts as the desk of the centre it stands for, and sees what was filed there. */
async function actorOf({ db }: DossierDeps, code: string): Promise<Actor> {
  const { endpoint, desk } = await inScope(db, systemScope, async (trx) => {
    const found = await findEndpoint(trx, code);
    const unit = found && (await findUnit(trx, found.unit_code));
    const centre = unit?.kind === 'company' ? await centreOfCompany(trx, unit.code) : unit;
    return { endpoint: found, desk: centre?.code };
  });
  if (!endpoint || !desk) throw new Error(`portal ${code} serves no administration centre`);
  const scope = { paths: [], caseIds: [], system: false, desks: [desk] };
  return {
    kind: 'machine',
    id: `portal:${code}`,
    name: endpoint.name,
    role: 'desk_clerk',
    unitCode: desk,
    scope,
    via: 'portal',
  };
}

async function file(
  deps: acting.ActDeps,
  row: InboxRow,
  actor: Actor,
  message: Parameters<typeof readFiling>[1],
): Promise<CarriedOut> {
  const request = await readFiling(deps, message);
  await mustServe(deps, row.endpoint, request.unitCode);
  const documents = await inScope(deps.db, systemScope, (trx) =>
    filesNamed(trx, row.endpoint, message.GiayTo),
  );
  const requestId = filingRequest(row.endpoint, message.HoSo);
  const { id } = await openCase(deps, actor, { ...request, requestId, documents });
  const dossier = await followCase(deps, id);
  return { state: 'done', caseId: id, code: dossier?.code ?? null };
}

/** The dossier of another company's unit would get the code of a centre that has nothing to do with it. */
async function mustServe({ db }: acting.ActDeps, code: string, unitCode: string): Promise<void> {
  const [endpoint, unit] = await inScope(db, systemScope, async (trx) => [
    await findEndpoint(trx, code),
    await findUnit(trx, unitCode),
  ]);
  if (unit?.path.split('.')[1] === endpoint?.company_code) return;
  throw refuse(portalReasons.unit_not_served, {}, { '/MaDonVi': portalReasons.unit_not_served });
}

type Kind = Exclude<OfDossier, { LoaiTin: 'NopHoSo' }>;

async function act(todo: ToDo, message: Kind): Promise<CarriedOut['state']> {
  const { deps, row, actor, dossier } = todo;
  const request = {
    code: dossier.case_code,
    requestId: uuidFrom(`portal ${row.endpoint} message ${row.message_id}`),
  };
  const { LoaiTin } = message;
  if (LoaiTin === 'BoSung') {
    const documents = await inScope(deps.db, systemScope, (trx) =>
      filesNamed(trx, row.endpoint, message.GiayTo),
    );
    return orConflict(todo, null, 'supplement_unasked', () =>
      giveSupplement(deps, actor, {
        ...request,
        caseId: dossier.case_id,
        answer: message.NoiDung,
        documents,
      }),
    );
  }
  if (LoaiTin === 'RutHoSo')
    return orConflict(todo, 7, 'cannot_withdraw', () =>
      withdrawCase(deps, actor, { ...request, reason: message.LyDo }),
    );
  if (LoaiTin === 'TraKetQua')
    return orConflict(todo, 10, 'nothing_to_hand_over', () =>
      closeCase(deps, actor, { ...request, note: message.GhiChu }),
    );
  return heedStatus(todo, request, message.TrangThai);
}

/** What their status asks is decided by ours as it is now, after all that happened before. */
async function heedStatus(
  todo: ToDo,
  request: { code: string; requestId: string },
  theirs: number,
): Promise<CarriedOut['state']> {
  const { deps, actor, dossier } = todo;
  const ours = (await followCase(deps, dossier.case_id))?.status;
  if (!isStatus(ours) || !isStatus(theirs)) throw new Error(`no such status: ${ours}, ${theirs}`);
  const what = heed(ours, theirs);
  if (what.do === 'nothing') return 'done';
  if (what.do === 'conflict') return noteConflict(todo, theirs, what.why);
  const does = {
    withdraw: () => withdrawCase(deps, actor, { ...request, reason: '' }),
    hand_over: () => closeCase(deps, actor, { ...request, note: '' }),
    note: () => followPortal(deps, actor, { ...request, status: theirs }),
  };
  return orConflict(todo, theirs, 'cannot_follow', does[what.do]);
}

/** What our own rules refuse is not lost and not forced: a person looks at it. */
async function orConflict(
  todo: ToDo,
  theirs: number | null,
  why: string,
  work: () => Promise<unknown>,
): Promise<CarriedOut['state']> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (!(error instanceof Refused) || error.reason.status === 503) throw error;
    return noteConflict(todo, theirs, why);
  }
}

async function noteConflict(
  { deps, row, dossier }: ToDo,
  theirs: number | null,
  why: string,
): Promise<'conflict'> {
  const fresh = await followCase(deps, dossier.case_id);
  await inScope(deps.db, systemScope, (trx) =>
    insertConflict(trx, {
      ...{ case_id: dossier.case_id, endpoint: row.endpoint, inbox_id: row.id, message_id: null },
      ...{ ours: fresh?.status ?? dossier.status, theirs, why, at: deps.clock.now() },
    }),
  );
  return 'conflict';
}
