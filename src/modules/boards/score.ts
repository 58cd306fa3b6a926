import {
  type ElectricityFact,
  readConnections,
  readElectricityFacts,
  readUtility,
} from '#modules/catalogue/index.ts';
import { type Actor, listUnits } from '#modules/organisation/index.ts';
import { dayAt } from '#platform/calendar/index.ts';
import type { Trx } from '#platform/postgres/in-scope.ts';
import type { Text } from '#platform/text.ts';
import { type ConnectionsOfYear, readConnectionsOfYear } from './queries-score.ts';
import {
  type Bounds,
  type Component,
  components,
  gettingElectricity,
  type Scored,
} from './rules/getting-electricity.ts';
import { addMonths, lastDay } from './rules/months.ts';
import { parseScoreUrl } from './score-url.ts';

export type ScoreLine = {
  component: Component;
  name: Text;
  bounds: Bounds | null;
  value: number | null;
  /** Where the value comes from: counted here, or a dated figure of others. */
  from: ElectricityFact | 'cases' | null;
};
export type ScoreFacts = {
  months: { from: string; to: string };
  /** The class of connections that is counted. */
  kind: { code: string; name: Text } | null;
  company: string | undefined;
  companies: { code: string; name: Text }[];
  counted: ConnectionsOfYear;
  lines: ScoreLine[];
  scored: Scored | null;
  published: ElectricityFact | undefined;
};

/** The "Getting electricity" score over the last twelve months, of a company or of all that somebody sees. */
export async function readScore(trx: Trx, actor: Actor, query: unknown, now: Date): Promise<ScoreFacts> {
  const { timezone } = await readUtility(trx, dayAt(now));
  const today = dayAt(now, timezone);
  const to = today.slice(0, 7);
  const months = { from: addMonths(to, -11), to };
  const { company } = parseScoreUrl(query);
  const kind = (await readConnections(trx, `${months.from}-01`, today)).find(({ scored }) => scored);
  const period = { begins: `${months.from}-01`, ends: lastDay(to), kind: kind?.code ?? '', company };
  const counted = await readConnectionsOfYear(trx, period);
  const facts = await readElectricityFacts(trx, today);
  const lines = components.map((component) => lineOf(component, facts, counted));
  return {
    ...{ months, kind: kind ?? null, company, counted, lines, scored: score(lines) },
    companies: await companiesSeen(trx, actor),
    published: facts.find(({ code }) => code === 'published-score'),
  };
}

async function companiesSeen(trx: Trx, { scope }: Actor) {
  const units = await listUnits(trx, {});
  return units
    .filter(({ kind }) => kind === 'company')
    .filter(
      ({ path }) => scope.system || scope.paths.some((own) => path === own || path.startsWith(`${own}.`)),
    )
    .map(({ code, name }) => ({ code, name }));
}

function lineOf(
  component: Component,
  facts: readonly ElectricityFact[],
  counted: ConnectionsOfYear,
): ScoreLine {
  const about = facts.find(({ code }) => code === component);
  const given = facts.find(({ code }) => code === `${component}-value`);
  const own = {
    procedures: counted.median_procedures,
    time: counted.median_days,
    cost: null,
    reliability: null,
  };
  const value = own[component] ?? null;
  return {
    component,
    name: about?.name ?? { vi: component, en: component },
    bounds: about?.bounds ?? null,
    value: value ?? given?.value ?? null,
    from: value === null ? (given ?? null) : 'cases',
  };
}

function score(lines: readonly ScoreLine[]): Scored | null {
  const bounds = new Map(
    lines.flatMap(({ component, bounds: own }) => (own ? [[component, own] as const] : [])),
  );
  const values = new Map(lines.map(({ component, value }) => [component, value]));
  const [procedures, time, cost, reliability] = components.map((name) => bounds.get(name));
  if (!procedures || !time || !cost || !reliability) return null;
  const of = (name: Component) => values.get(name) ?? null;
  return gettingElectricity(
    { procedures: of('procedures'), time: of('time'), cost: of('cost'), reliability: of('reliability') },
    { procedures, time, cost, reliability },
  );
}
