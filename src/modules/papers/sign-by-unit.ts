import { acting, readCaseRow } from '#modules/cases/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { renderPdf, signPdf } from '#platform/pdf/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { PaperDeps } from './deps.ts';
import { drawForUnit, type PaperToDraw } from './draw-paper.ts';
import { keepPdf } from './keep-pdf.ts';
import { findSignature, insertSignature, lockPaper, updatePaper } from './queries.ts';
import { currentKey, type UnitKeyRow } from './queries-keys.ts';
import { nameOf, type Paper, readPaper } from './read-paper.ts';
import { paperReasons } from './reasons.ts';
import { maySign } from './rules/paper-state.ts';
import { signingUnit } from './signing-unit.ts';
import { openUnitKey } from './unit-keys.ts';
import { barredFrom } from './who-may.ts';

type Prepared = { paper: Paper; key: UnitKeyRow; at: Date; signedSha256: string; bytes: number };

/**
 * The unit signs: the paper is written with the customer's signature in it, and the unit's key covers all of that. Signing
 * and writing the file come before the transaction, which then finds the paper as it was or refuses.
 */
export async function signByUnit(
  deps: PaperDeps,
  actor: Actor,
  request: acting.ActRequest & { paperId: string },
): Promise<acting.ActResult> {
  const prepared = await prepare(deps, actor, request);
  return acting.actOnCase(deps, actor, 'sign_paper', request, async ({ trx, found, now }) => {
    const row = await lockPaper(trx, request.paperId);
    if (!row || row.case_id !== found.id) throw refuse(paperReasons.paper_not_found);
    if ((await signingUnit(trx, found, row.kind)) !== actor.unitCode)
      throw refuse(paperReasons.paper_of_other_unit);
    if (!prepared) throw refuse(paperReasons.paper_not_found);
    if (row.state !== prepared.paper.row.state) throw refuse(paperReasons.case_moved_on);
    const { paper, key, at, signedSha256, bytes } = prepared;
    await insertSignature(trx, {
      paper_id: row.id,
      case_id: found.id,
      party: 'unit',
      request_id: request.requestId,
      sha256: signedSha256,
      at,
      signer: actor.name,
      key_fingerprint: key.fingerprint,
    });
    await updatePaper(trx, row.id, { state: 'complete', signed_sha256: signedSha256 });
    await attachSigned({ trx, found, actor, now }, paper, { sha256: signedSha256, bytes });
    return {
      data: {
        paper: row.id,
        paper_kind: row.kind,
        paper_name: nameOf(paper),
        party: 'unit',
        sha256: signedSha256,
        key: key.fingerprint,
      },
    };
  });
}

/** Among the documents of the case under its kind: a step that needs such a paper shows it to whoever does the step. */
async function attachSigned(
  { trx, found, actor, now }: Omit<acting.Work, 'task'>,
  paper: Paper,
  file: { sha256: string; bytes: number },
): Promise<void> {
  const name = `${nameOf(paper).replaceAll('/', '-')}.pdf`;
  const signed = { kind: paper.row.kind, name, mime: 'application/pdf', ...file };
  for (const row of acting.paperRows(found.id, actor, now, [signed]))
    await acting.insertInto(trx, 'case_documents', row);
}

/** null where there is nothing to sign for this person; the act says why. */
async function prepare(
  deps: PaperDeps,
  actor: Actor,
  request: acting.ActRequest & { paperId: string },
): Promise<Prepared | null> {
  const found = await inScope(deps.db, actor.scope, async (trx) => {
    if (await findSignature(trx, request.requestId)) return null;
    const paper = await readPaper(trx, request.paperId);
    const ofCase = await readCaseRow(trx, request.code);
    if (!paper || !ofCase || paper.row.case_id !== ofCase.id) return null;
    const unitCode = await signingUnit(trx, ofCase, paper.row.kind);
    if (barredFrom(actor, ofCase, 'sign_paper', unitCode)) return null;
    if (paper.row.unit_code !== ofCase.unit_code) throw refuse(paperReasons.made_by_unit_before);
    const judged = maySign(paper.state, 'unit', paper.signers);
    if (!judged.ok) throw refuse(paperReasons[judged.reason]);
    return { paper, key: await currentKey(trx, unitCode) };
  });
  if (!found) return null;
  const { paper, key } = found;
  const at = deps.clock.now();
  if (!key || key.valid_from > at || key.valid_to < at) throw refuse(paperReasons.unit_has_no_key);
  const signed = await signWith(deps, actor, paper, key, at);
  return { paper, key, at, signedSha256: await keepPdf(deps.files, signed), bytes: signed.length };
}

async function signWith(deps: PaperDeps, actor: Actor, paper: Paper, key: UnitKeyRow, at: Date) {
  const opened = await openUnitKey(deps, key);
  const { row } = paper;
  const toDraw: PaperToDraw = {
    id: row.id,
    number: row.number,
    template: paper.template,
    content: paper.content,
    made: row.made_at,
    address: `${deps.url}/kiem-tra-van-ban/${row.id}`,
  };
  const customer = paper.signatures.find(({ party }) => party === 'customer');
  const signedByCustomer = customer && {
    at: customer.at,
    signer: customer.signer,
    contact: customer.contact ?? '',
    codeId: customer.code_id ?? '',
    sha256: customer.sha256,
    issued: await deps.files.read(row.sha256),
  };
  const unit = { at, signer: actor.name, subject: key.subject, fingerprint: key.fingerprint };
  return signPdf(await renderPdf(drawForUnit(toDraw, signedByCustomer ?? null, unit)), opened);
}
