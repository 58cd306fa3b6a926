import { parseState, readCaseRow } from '#modules/cases/index.ts';
import { readOneStopRules } from '#modules/catalogue/index.ts';
import { type Actor, findUnit } from '#modules/organisation/index.ts';
import { inScope } from '#platform/postgres/in-scope.ts';
import { refuse } from '#platform/refused.ts';
import type { Text } from '#platform/text.ts';
import { followCase } from '../follow-case.ts';
import { onTimeOf } from '../on-time-of.ts';
import { paperKinds } from '../papers/draw-paper.ts';
import { type DossierRow, listStatusEvents } from '../queries.ts';
import { listConflicts } from '../queries-conflicts.ts';
import { dossierReasons } from '../reasons.ts';
import type { DossierDeps } from '../register-dossier.ts';
import { newDatesOf } from '../rules/one-stop.ts';

export type DossierView = {
  dossier: DossierRow;
  caseId: string;
  caseCode: string;
  centreName: Text;
  openConflicts: number;
  /** As of now, by Decision 766/QĐ-TTg. */
  onTime: boolean | null;
  /** Those that something has happened for. */
  papers: { slug: string; name: Text }[];
  /** How often a new date may be given, by the law of the day on which it came in. */
  newDates: { most: number; basis: string };
  may: { reappoint: boolean; handOver: boolean };
};

const acting: readonly (string | null)[] = ['clerk', 'desk_clerk', 'unit_head'];
const live: readonly string[] = ['opened', 'transferred', 'accepted', 'waiting', 'reopened'];

/** The dossier of a case that this actor sees, brought up to its last event. */
export async function readDossier(deps: DossierDeps, actor: Actor, code: string): Promise<DossierView> {
  const found = await inScope(deps.db, actor.scope, (trx) => readCaseRow(trx, code));
  const dossier = found && (await followCase(deps, found.id));
  if (!found || !dossier) throw refuse(dossierReasons.dossier_not_found);
  return inScope(deps.db, actor.scope, async (trx) => {
    const events = await listStatusEvents(trx, found.id);
    const centre = await findUnit(trx, dossier.centre_code);
    const conflicts = await listConflicts(trx, { caseId: found.id });
    const mine = acting.includes(actor.role);
    const state = parseState(found.state);
    const newDates = newDatesOf(await readOneStopRules(trx, dossier.received_on, dossier.received_on));
    const given = events.filter(({ kind }) => kind === 'reappoint').length;
    return {
      dossier,
      caseId: found.id,
      caseCode: found.code,
      centreName: centre?.name ?? { vi: dossier.centre_code, en: dossier.centre_code },
      onTime: (await onTimeOf(trx, dossier, deps.clock.now()))?.onTime ?? null,
      openConflicts: conflicts.filter(({ settled_at }) => settled_at === null).length,
      papers: Object.entries(paperKinds)
        .filter(([, { event }]) => events.some(({ kind }) => event.test(kind)))
        .map(([slug, { name }]) => ({ slug: `${slug}.pdf`, name })),
      newDates,
      may: {
        reappoint: mine && live.includes(state) && given < newDates.most,
        handOver: mine && state === 'finished',
      },
    };
  });
}
