import { acting, type CaseView, readCase } from '#modules/cases/index.ts';
import { listPaperTemplates, type PaperTemplateVersion } from '#modules/catalogue/index.ts';
import type { Actor } from '#modules/organisation/index.ts';
import { todayOf } from '#platform/clock.ts';
import { renderPdf } from '#platform/pdf/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { type Reason, refuse } from '#platform/refused.ts';
import { fill } from '#platform/text.ts';
import { uuidFrom } from '#platform/uuid-from.ts';
import { readCaseFacts } from './case-facts.ts';
import type { PaperDeps } from './deps.ts';
import { drawIssued, type PaperToDraw } from './draw-paper.ts';
import { keepPdf } from './keep-pdf.ts';
import { insertPaper, listPapersOf, readPaperRow, updatePaper } from './queries.ts';
import { paperReasons } from './reasons.ts';
import { stateAfter } from './rules/paper-state.ts';
import { readFields } from './rules/read-fields.ts';
import { barredFrom } from './who-may.ts';

export type MakePaper = acting.ActRequest & {
  template: string;
  fields: Readonly<Record<string, string>>;
  /** Why the one before no longer holds; asked only where there is one. */
  reason?: string | undefined;
};
export type Made = acting.ActResult & { paperId: string };
type Prepared = { paper: PaperToDraw; templateId: number; view: CaseView; sha256: string };

/** The same request makes the same paper, however often it is sent. */
const idOf = (requestId: string) => uuidFrom(`paper ${requestId}`);

/**
 * Makes a paper from its template and the facts of the case. The file is written before the transaction, under the name of
 * its bytes: an act that is refused leaves a file that nothing names.
 */
export async function makePaper(deps: PaperDeps, actor: Actor, request: MakePaper): Promise<Made> {
  const paperId = idOf(request.requestId);
  const prepared = await prepare(deps, actor, request, paperId);
  const made = await acting.actOnCase(deps, actor, 'make_paper', request, async (work) => {
    if (work.found.unit_code !== actor.unitCode) throw refuse(paperReasons.paper_of_other_unit);
    if (prepared?.view.version !== work.found.version) throw refuse(paperReasons.case_moved_on);
    return { data: await write(work, prepared, request) };
  });
  return { ...made, paperId };
}

/** null where the request was carried out before, or is not this person's to make; the act finds that, too. */
async function prepare(
  deps: PaperDeps,
  actor: Actor,
  request: MakePaper,
  paperId: string,
): Promise<Prepared | null> {
  const now = deps.clock.now();
  const found = await inScope(deps.db, actor.scope, async (trx) => {
    if (await readPaperRow(trx, paperId)) return null;
    const view = await readCase(trx, request.code);
    if (!view || barredFrom(actor, view, 'make_paper')) return null;
    const templates = await listPaperTemplates(trx, view.service.group, todayOf(deps.clock));
    const template = templates.find(({ definition }) => definition.code === request.template);
    if (!template) throw refuse(paperReasons.template_not_found);
    const facts = await readCaseFacts(trx, view, actor, now);
    return { view, template, facts, ordinal: (await listPapersOf(trx, view.id)).length + 1 };
  });
  if (!found) return null;
  const { view, template, facts } = found;
  const paper = {
    id: paperId,
    number: `${found.ordinal}/${template.definition.symbol}-${view.code}`,
    template: template.definition,
    content: { facts, fields: needFields(template, request.fields) },
    made: now,
    address: `${deps.url}/kiem-tra-van-ban/${paperId}`,
  };
  const sha256 = await keepPdf(deps.files, await renderPdf(drawIssued(paper)));
  return { paper, templateId: template.id, view, sha256 };
}

function needFields({ definition }: PaperTemplateVersion, typed: Readonly<Record<string, string>>) {
  const { values, faults } = readFields(definition.fields, typed);
  const wrong = Object.entries(faults).map(([name, fault]): [string, Reason] => {
    const label = definition.fields.find((field) => field.name === name)?.label ?? { vi: name, en: name };
    const { [fault]: reason } = paperReasons;
    const named = { vi: fill(reason.vi, { label: label.vi }), en: fill(reason.en, { label: label.en }) };
    return [name, { ...reason, ...named }];
  });
  if (wrong[0]) throw refuse(wrong[0][1], {}, Object.fromEntries(wrong));
  return values;
}

async function write({ trx, actor, found, now }: acting.Work, prepared: Prepared, request: MakePaper) {
  const { paper, templateId, sha256 } = prepared;
  const { template } = paper;
  const before = (await listPapersOf(trx, found.id)).find(
    ({ kind, state }) => kind === template.kind && state !== 'void',
  );
  // Both have signed: a clerk alone does not take that back.
  if (before?.state === 'complete' && actor.role !== 'unit_head') throw refuse(paperReasons.signed_by_all);
  const why = request.reason?.normalize('NFC').trim().slice(0, 500) ?? '';
  if (before && !why) throw refuse(paperReasons.why_replaced, {}, { reason: paperReasons.why_replaced });
  if (before) await updatePaper(trx, before.id, { state: 'void', voided_at: now });
  const signers = template.signers.map(({ party }) => party);
  await insertPaper(trx, {
    id: paper.id,
    case_id: found.id,
    kind: template.kind,
    template_id: templateId,
    number: paper.number,
    unit_code: found.unit_code,
    content: JSON.stringify(paper.content),
    state: stateAfter(signers, []),
    sha256,
    replaces: before?.id ?? null,
    replaced_why: before ? why : null,
    made_at: paper.made,
    made_by: actor.name,
  });
  return {
    paper: paper.id,
    paper_kind: template.kind,
    paper_name: `${template.name.vi} ${paper.number}`,
    template: templateId,
    sha256,
    ...(before ? { replaces: before.number, reason: why } : {}),
  };
}
