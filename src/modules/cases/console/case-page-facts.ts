import { listServices, type ServiceDefinition } from '#modules/catalogue/index.ts';
import { type Actor, listUnits, type Unit } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import { admitCase, type Trx } from '#platform/postgres/in-scope.ts';
import type { Reason } from '#platform/refused.ts';
import type { Text } from '#platform/text.ts';
import { readCaseRow, staffOfUnit } from '../queries.ts';
import { type CaseView, readWholeCase } from '../read-case.ts';
import { caseReasons } from '../reasons.ts';
import { mayReplan } from '../rules/reclassify.ts';
import type { Act } from '../rules/transitions.ts';
import { type CaseFacts, mayAct, mayByClock, type Permission } from '../rules/who-may.ts';
import { parseState } from '../states.ts';
import type { Names } from './event-words.ts';
import { roleNames } from './role-names.ts';

type OpenStep = CaseView['openSteps'][number];
export type CasePage = {
  view: CaseView;
  units: Unit[];
  /** What the case may be re-classified as: the services of the day it was filed. */
  services: ServiceDefinition[];
  colleagues: { id: string; name: string; role: string }[];
  roleNames: Record<string, Text>;
  names: Names;
  /** null where the act may be done, else why not. */
  barred(act: Act): Reason | null;
  /** The open steps that this person may complete. */
  completable: readonly OpenStep[];
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
  const services = (await listServices(trx, dayAt(row.opened_at))).map(({ definition }) => definition);
  return {
    view,
    units,
    services,
    colleagues: await staffOfUnit(trx, view.unit_code),
    roleNames,
    names: {
      units: new Map(units.map((unit) => [unit.code, unit.name])),
      steps: new Map(view.service.steps.map((step) => [step.code, step.name])),
      kinds: kindsOf(services),
    },
    barred: barring(actor, view),
    completable: completable(actor, view),
    ofDesk: actor.role === 'desk_clerk',
  };
}

/** Each variant of each service, by both codes, as it is called. */
const kindsOf = (services: readonly ServiceDefinition[]): Map<string, Text> =>
  new Map(
    services.flatMap(({ code, name, variants }) =>
      variants.map((variant) => [
        `${code} ${variant.code}`,
        { vi: `${name.vi} (${variant.name.vi})`, en: `${name.en} (${variant.name.en})` },
      ]),
    ),
  );

function barring(actor: Actor, view: CaseView) {
  const own = completable(actor, view);
  const facts = factsOf(view, own[0] ?? view.openSteps[0]);
  return (act: Act): Reason | null => {
    const allowed = mayAct(actor, facts, act);
    const permission = allowed.may ? mayElse(view, act) : allowed;
    return permission.may ? null : caseReasons[permission.reason];
  };
}

/** What hangs on more than the state: the clock that rests, a State body that has the case in hand. */
const mayElse = (view: CaseView, act: Act): Permission =>
  act === 'reclassify' ? mayReplan(view.steps) : mayByClock(view.pauses, act);

/** The open steps that this person may complete. */
const completable = (actor: Actor, view: CaseView): OpenStep[] =>
  view.openSteps.filter((step) => mayAct(actor, factsOf(view, step), 'complete_step').may);

const factsOf = (view: CaseView, step: OpenStep | undefined): CaseFacts => ({
  state: parseState(view.state),
  unitCode: view.unit_code,
  rated: view.rating !== undefined,
  openTask: step ? { level: step.level, role: step.role, unitCode: step.unit_code } : null,
});
