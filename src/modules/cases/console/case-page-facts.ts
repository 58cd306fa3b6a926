import { type Actor, listUnits, type Unit } from '#modules/organisation/index.ts';
import { admitCase, type Trx } from '#platform/postgres/in-scope.ts';
import type { Reason } from '#platform/refused.ts';
import type { Text } from '#platform/text.ts';
import { readCaseRow, staffOfUnit } from '../queries.ts';
import { type CaseView, readWholeCase } from '../read-case.ts';
import { caseReasons } from '../reasons.ts';
import type { Act } from '../rules/transitions.ts';
import { mayAct } from '../rules/who-may.ts';
import { parseState } from '../states.ts';
import type { Names } from './event-words.ts';
import { roleNames } from './role-names.ts';

export type CasePage = {
  view: CaseView;
  units: Unit[];
  colleagues: { id: string; name: string; role: string }[];
  roleNames: Record<string, Text>;
  names: Names;
  /** null where the act may be done, else why not. */
  barred(act: Act): Reason | null;
  /** Somebody of a desk: the acts of the unit are none of theirs, so that not even the reason is of use. */
  ofDesk: boolean;
};

/** All that the page of a case shows to one person; undefined where they may not see it. */
export async function readCasePage(trx: Trx, actor: Actor, code: string): Promise<CasePage | undefined> {
  const row = await readCaseRow(trx, code);
  if (!row) return undefined;
  // A step of the company lies on the company's path; whoever sees the case sees all its steps.
  await admitCase(trx, row.id);
  const view = await readWholeCase(trx, row);
  const units = await listUnits(trx, { closedToo: true });
  return {
    view,
    units,
    colleagues: await staffOfUnit(trx, view.unit_code),
    roleNames,
    names: {
      units: new Map(units.map((unit) => [unit.code, unit.name])),
      steps: new Map(view.service.steps.map((step) => [step.code, step.name])),
    },
    barred: barring(actor, view),
    ofDesk: actor.role === 'desk_clerk',
  };
}

function barring(actor: Actor, view: CaseView) {
  const open = view.openStep;
  const openTask = open ? { level: open.level, role: open.role, unitCode: open.unit_code } : null;
  const facts = {
    state: parseState(view.state),
    unitCode: view.unit_code,
    rated: view.rating !== undefined,
    openTask,
  };
  return (act: Act): Reason | null => {
    const permission = mayAct(actor, facts, act);
    return permission.may ? null : caseReasons[permission.reason];
  };
}
