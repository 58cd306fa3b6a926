import { type CaseView, readCaseById, readWholeCase } from '#modules/cases/index.ts';
import { type OneStopRule, readOneStopRules } from '#modules/catalogue/index.ts';
import { findUnit, type Unit } from '#modules/organisation/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import { type DossierRow, findDossier } from '../queries.ts';
import { dossierReasons } from '../reasons.ts';

/** What the papers of a dossier are written from. */
export type PaperFacts = {
  dossier: DossierRow;
  view: CaseView;
  centre: Unit | undefined;
  /** The People's Committee that the centre belongs to. */
  above: Unit | undefined;
  /** What the law of the one-stop said on the day on which the dossier came in. */
  rules: readonly OneStopRule[];
  /** Where people reach us. */
  url: string;
};
export type PaperEvent = CaseView['events'][number];

export async function readPaperFacts(trx: Trx, caseId: string, url: string): Promise<PaperFacts> {
  const [dossier, found] = [await findDossier(trx, caseId), await readCaseById(trx, caseId)];
  if (!dossier || !found) throw refuse(dossierReasons.dossier_not_found);
  const centre = await findUnit(trx, dossier.centre_code);
  const above = centre?.parentCode ? await findUnit(trx, centre.parentCode) : undefined;
  const rules = await readOneStopRules(trx, dossier.received_on, dossier.received_on);
  return { dossier, view: await readWholeCase(trx, found), centre, above, rules, url };
}

/** The last event of a kind; refuses the paper where nothing of the kind happened. */
export function lastEvent({ view }: PaperFacts, kind: string): PaperEvent {
  const event = view.events.findLast((one) => one.kind === kind);
  if (!event) throw refuse(dossierReasons.paper_not_due);
  return event;
}
